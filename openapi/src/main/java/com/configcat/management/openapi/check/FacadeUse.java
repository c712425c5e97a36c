package com.configcat.management.openapi.check;

import com.configcat.management.openapi.document.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What code uses of the generated client, as a file says that the facade's or the tests' does, who
 * in the facade does, and whether a document still gives it.
 *
 * <p>Lines are facts of a document, each with the facade's methods that rely on it behind a {@code
 * #}: {@code property TagModel.name string # Tags.ensure, Tags.find}.
 */
public final class FacadeUse {
  private static final Pattern METHOD = Pattern.compile("method (\\w+)\\.(\\w+)");
  private static final Pattern ACCESSOR = Pattern.compile("accessor (\\w+) (\\w+)");
  private static final Pattern OPERATION =
      Pattern.compile(
          "operation (?<key>\\S+ \\S+) as \\S+\\([^;)]*(; (?<options>[^)]*))?\\) -> \\S+");
  private static final Pattern CALLERS = Pattern.compile(" +# *");
  private static final Pattern BUILT = Pattern.compile("built (\\w+) needs (.+)");

  private final String file;
  private final List<String> lines = new ArrayList<>();
  private final List<List<String>> callers = new ArrayList<>();

  public static FacadeUse of(String... lines) {
    return new FacadeUse("used-by-facade.txt", List.of(lines));
  }

  FacadeUse(String file, List<String> written) {
    this.file = file;
    for (String line : written) {
      String[] parts = CALLERS.split(line, 2);
      lines.add(parts[0]);
      callers.add(parts.length == 1 ? List.of() : List.of(parts[1].split(", *", -1)));
    }
  }

  public static FacadeUse read(Path file) throws IOException {
    return new FacadeUse(
        file.getFileName().toString(),
        Files.readAllLines(file).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList());
  }

  /** Returns the facts, without who relies on them. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /**
   * Returns, by resource, the names of the methods that the facade adds to the generated class.
   *
   * <p>A new operation of such a name would not compile, or overload what means something else.
   */
  public Map<String, Set<String>> methods() {
    Map<String, Set<String>> methods = new TreeMap<>();
    for (String line : lines) {
      Matcher matcher = METHOD.matcher(line);
      if (matcher.matches()) {
        methods.computeIfAbsent(matcher.group(1), none -> new TreeSet<>()).add(matcher.group(2));
      }
    }
    return methods;
  }

  /** Returns, by resource, the method of the client that leads to it. */
  public Map<String, String> accessors() {
    Map<String, String> accessors = new TreeMap<>();
    for (String line : lines) {
      Matcher matcher = ACCESSOR.matcher(line);
      if (matcher.matches()) {
        accessors.put(matcher.group(2), matcher.group(1));
      }
    }
    return accessors;
  }

  /** Returns the facade's methods that call an operation, such as {@code GET /v1/products}. */
  public List<String> callersOfOperation(String key) {
    return callers(line -> line.startsWith("operation " + key + " as "));
  }

  /** Returns the facade's methods that set an option of an operation. */
  public List<String> callersOfOption(String key, String option) {
    return callers(
        line -> {
          Matcher matcher = OPERATION.matcher(line);
          return matcher.matches()
              && matcher.group("key").equals(key)
              && options(matcher).contains(option);
        });
  }

  public List<String> callersOfProperty(String schema, String property) {
    return callers(line -> line.startsWith("property " + schema + "." + property + " "));
  }

  public List<String> callersOfValue(String schema, String value) {
    return callers(line -> line.equals("enum " + schema + "." + value));
  }

  /** Returns the facade's methods that rely on anything that mentions a schema. */
  public List<String> callersOfSchema(String schema) {
    return callers(line -> List.of(line.split("[^A-Za-z0-9_-]+", -1)).contains(schema));
  }

  private List<String> callers(Predicate<String> speaksOfIt) {
    Set<String> all = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (speaksOfIt.test(lines.get(i))) {
        all.addAll(callers.get(i));
      }
    }
    return List.copyOf(all);
  }

  /**
   * Returns a sentence for each thing that a fixed document no longer gives as the code uses it.
   */
  public List<String> brokenBy(ContractFacts facts) {
    List<String> broken = new ArrayList<>();
    for (String line : lines) {
      Optional<String> now = now(line, facts);
      if (now.isEmpty()) {
        broken.add("'" + line + "' is gone");
      } else if (!now.get().equals(line)) {
        broken.add("'" + line + "' is now '" + now.get() + "'");
      }
    }
    return broken;
  }

  private Optional<String> now(String line, ContractFacts facts) {
    String[] words = line.split(" +", -1);
    String subject = words.length > 1 ? words[1] : "";
    String[] member = subject.contains(".") ? subject.split("\\.", 2) : new String[] {subject, ""};
    return switch (words[0]) {
      case "class" -> facts.classLine(subject);
      case "schema" -> facts.schemaLine(subject);
      case "property" -> facts.propertyLine(member[0], member[1]);
      case "enum" -> facts.enumLine(member[0], member[1]);
      case "built" -> built(line, facts);
      case "operation" -> operation(line, facts);
      default -> {
        if (METHOD.matcher(line).matches() || ACCESSOR.matcher(line).matches()) {
          yield Optional.of(line);
        }
        throw new ContractException(file + " has a line of an unknown kind: " + line);
      }
    };
  }

  private Optional<String> operation(String line, ContractFacts facts) {
    Matcher matcher = OPERATION.matcher(line);
    if (!matcher.matches()) {
      throw new ContractException(file + " has an operation that cannot be read: " + line);
    }
    return facts.operationLine(matcher.group("key"), options(matcher));
  }

  private static List<String> options(Matcher operation) {
    String options = operation.group("options");
    return options == null
        ? List.of()
        : java.util.Arrays.stream(options.split(", ", -1))
            .map(option -> option.replaceFirst(":.*", ""))
            .toList();
  }

  /** Whoever sets more than is needed need not change. */
  private Optional<String> built(String line, ContractFacts facts) {
    Matcher matcher = BUILT.matcher(line);
    if (!matcher.matches()) {
      throw new ContractException(file + " has a line that cannot be read: " + line);
    }
    Set<String> set = Set.of(matcher.group(2).split(", ", -1));
    return set.containsAll(facts.needed(matcher.group(1)))
        ? Optional.of(line)
        : facts.builtLine(matcher.group(1));
  }
}
