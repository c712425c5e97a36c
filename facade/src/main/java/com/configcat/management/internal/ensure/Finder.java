package com.configcat.management.internal.ensure;

import com.configcat.management.error.AmbiguousMatchException;
import com.configcat.management.error.NoMatchException;
import com.configcat.management.internal.core.FailureContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds resources in a list by their exact name or key.
 *
 * @param <T> a resource as it was read
 * @param name returns the name or key; null if it has none
 */
public record Finder<T>(
    ResourceKind kind, Function<T, @Nullable String> name, Function<T, @Nullable Object> id) {

  public Optional<T> one(List<T> all, String wanted) {
    List<T> matching = all.stream().filter(each -> wanted.equals(name.apply(each))).toList();
    if (matching.size() > 1) {
      throw ambiguous(matching, wanted);
    }
    return matching.stream().findFirst();
  }

  /** Returns the resource with a name, or throws an exception that suggests similar names. */
  public T required(List<T> all, String wanted) {
    return one(all, wanted).orElseThrow(() -> noMatch(all, wanted));
  }

  public List<T> matching(List<T> all, Predicate<? super String> condition) {
    return all.stream()
        .filter(
            each -> {
              String text = name.apply(each);
              return text != null && condition.test(text);
            })
        .toList();
  }

  private NoMatchException noMatch(List<T> all, String wanted) {
    List<String> names = all.stream().map(name).filter(Objects::nonNull).toList();
    List<String> suggestions =
        Suggestions.of(wanted, names).stream().map(near -> shown(near)).toList();
    StringBuilder message =
        new StringBuilder()
            .append("No ")
            .append(kind.noun())
            .append(" has the ")
            .append(kind.identity())
            .append(" '")
            .append(shown(wanted))
            .append("' (")
            .append(kind.list())
            .append(" lists ")
            .append(all.isEmpty() ? "none" : all.size())
            .append("; compared exactly, case included)");
    if (!suggestions.isEmpty()) {
      message.append(". Near: '").append(String.join("', '", suggestions)).append("'");
    }
    return new NoMatchException(
        message.toString(), new FailureContext(kind.list(), 1, false), suggestions, all.size());
  }

  private AmbiguousMatchException ambiguous(List<T> matching, String wanted) {
    List<String> ids = matching.stream().map(each -> String.valueOf(id.apply(each))).toList();
    String message =
        matching.size()
            + " have the "
            + kind.identity()
            + " '"
            + shown(wanted)
            + "' ("
            + kind.list()
            + "): use one of the ids "
            + String.join(", ", ids);
    return new AmbiguousMatchException(
        message, null, new FailureContext(kind.list(), 1, false), ids);
  }

  /** Formats a name for a message: one line, not too long. */
  public static String shown(String name) {
    String line = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
    return line.length() > 100 ? line.substring(0, 100) + "…" : line;
  }
}
