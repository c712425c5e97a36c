package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The name of a method whose class says already what it is about: {@code create-webhook} is {@code
 * create} in {@code Webhooks}, {@code get-webhook-keys} is {@code getKeys}.
 *
 * <p>Reading several is {@code list}, and changing by PATCH is {@code patch}, as in the names that
 * were given by hand. Only the operation itself counts, none of its neighbours, so that a name does
 * not change when the API grows.
 */
final class ShortName {
  private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+");

  /** Verbs that say only how a request is sent. */
  private static final Set<String> NO_VERBS = Set.of("post", "put");

  private ShortName() {}

  /** Returns the short name, where the operation id is a verb followed by the resource. */
  static Optional<String> of(
      ObjectNode document, ApiOperation operation, String resource, String id) {
    List<String> words = words(id);
    List<String> about = words(resource).stream().map(ShortName::singular).toList();
    int end = 1 + about.size();
    if (words.size() < end
        || NO_VERBS.contains(words.get(0))
        || !words.subList(1, end).stream().map(ShortName::singular).toList().equals(about)) {
      return Optional.empty();
    }
    boolean isPlural =
        words.subList(1, end).stream().anyMatch(word -> !word.equals(singular(word)));
    String verb = words.get(0);
    if (words.size() > end) {
      return isPlural ? Optional.empty() : Optional.of(verb + capitalized(words, end));
    }
    if (verb.equals("get") && (isPlural || answersWithList(document, operation))) {
      return Optional.of("list");
    }
    boolean isPatch = verb.equals("update") && operation.method().equals("PATCH");
    return Optional.of(isPatch ? "patch" : verb);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map((MatchResult word) -> word.group().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String singular(String word) {
    return word.endsWith("ies")
        ? word.substring(0, word.length() - 3) + "y"
        : word.replaceFirst("(?<!s)s$", "");
  }

  private static String capitalized(List<String> words, int from) {
    StringBuilder text = new StringBuilder();
    for (String word : words.subList(from, words.size())) {
      text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return text.toString();
  }

  private static boolean answersWithList(ObjectNode document, ApiOperation operation) {
    for (Map.Entry<String, JsonNode> response : operation.json().path("responses").properties()) {
      JsonNode schema =
          ApiOperations.schemaOf(ApiOperations.resolve(document, response.getValue()));
      if (response.getKey().startsWith("2")
          && schema != null
          && ApiOperations.resolve(document, schema).path("type").asText().equals("array")) {
        return true;
      }
    }
    return false;
  }
}
