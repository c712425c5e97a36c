package com.configcat.management.openapi.check;

import com.configcat.management.openapi.document.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the facade's own code uses of the generated client, and whether a document still gives it.
 */
public final class FacadeUse {
  private static final Pattern METHOD = Pattern.compile("method (\\w+)\\.(\\w+)");
  private static final Pattern OPERATION =
      Pattern.compile(
          "operation (?<key>\\S+ \\S+) as \\S+\\([^;)]*(; (?<options>[^)]*))?\\) -> \\S+");
  private final List<String> lines;

  FacadeUse(List<String> lines) {
    this.lines = lines;
  }

  public static FacadeUse read(Path file) throws IOException {
    return new FacadeUse(
        Files.readAllLines(file).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList());
  }

  public List<String> lines() {
    return lines;
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

  /**
   * Returns a sentence for each thing that a fixed document no longer gives as the facade uses it.
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

  private static Optional<String> now(String line, ContractFacts facts) {
    String[] words = line.split(" +", -1);
    String subject = words.length > 1 ? words[1] : "";
    String[] member = subject.contains(".") ? subject.split("\\.", 2) : new String[] {subject, ""};
    return switch (words[0]) {
      case "class" -> facts.classLine(subject);
      case "schema" -> facts.schemaLine(subject);
      case "property" -> facts.propertyLine(member[0], member[1]);
      case "enum" -> facts.enumLine(member[0], member[1]);
      case "operation" -> operation(line, facts);
      default -> {
        if (METHOD.matcher(line).matches()) {
          yield Optional.of(line);
        }
        throw new ContractException("used-by-facade.txt has a line of no known kind: " + line);
      }
    };
  }

  private static Optional<String> operation(String line, ContractFacts facts) {
    Matcher matcher = OPERATION.matcher(line);
    if (!matcher.matches()) {
      throw new ContractException(
          "used-by-facade.txt has an operation that cannot be read: " + line);
    }
    String options = matcher.group("options");
    List<String> names =
        options == null
            ? List.of()
            : Arrays.stream(options.split(", ", -1))
                .map(option -> option.replaceFirst(":.*", ""))
                .toList();
    return facts.operationLine(matcher.group("key"), names);
  }
}
