package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.document.Vocabulary;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differs where both documents have the same things.
 *
 * @param texts how many descriptions, titles and examples
 * @param orders how many lists and objects have their members in another order
 */
record Wording(int texts, int orders) {
  /** What a list of the contract tells its members apart by. */
  private static final Set<String> NAMED = Set.of("parameters", "tags");

  static Wording between(JsonNode before, JsonNode after) {
    return object(before, after, false);
  }

  private static Wording object(JsonNode before, JsonNode after, boolean keysAreNames) {
    Wording wording = new Wording(0, isReordered(keys(before), keys(after)) ? 1 : 0);
    for (Map.Entry<String, JsonNode> entry : before.properties()) {
      String key = entry.getKey();
      JsonNode was = entry.getValue();
      JsonNode is = after.path(key);
      boolean word = !keysAreNames && Vocabulary.isWord(key);
      if (is.isMissingNode() || (!keysAreNames && Vocabulary.isExtension(key))) {
        continue;
      }
      if (word) {
        wording = wording.plus(new Wording(was.equals(is) ? 0 : 1, 0));
      } else if (was.isArray() && is.isArray()) {
        wording = wording.plus(array(key, was, is));
      } else {
        wording = wording.plus(object(was, is, !keysAreNames && Vocabulary.holdsNames(key)));
      }
    }
    return wording;
  }

  private static Wording array(String key, JsonNode before, JsonNode after) {
    Wording wording = new Wording(0, isReordered(names(before), names(after)) ? 1 : 0);
    for (int i = 0; i < before.size(); i++) {
      int place = NAMED.contains(key) ? names(after).indexOf(names(before).get(i)) : i;
      JsonNode other = after.path(place);
      if (before.get(i).isObject() && other.isObject()) {
        wording = wording.plus(object(before.get(i), other, false));
      }
    }
    return wording;
  }

  private Wording plus(Wording other) {
    return new Wording(texts + other.texts, orders + other.orders);
  }

  private static boolean isReordered(List<String> before, List<String> after) {
    List<String> kept = new ArrayList<>(before);
    kept.retainAll(after);
    List<String> now = new ArrayList<>(after);
    now.retainAll(before);
    return !kept.equals(now);
  }

  private static List<String> keys(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(
        element ->
            names.add(element.isObject() ? element.path("name").asText() : element.toString()));
    return names;
  }
}
