package com.configcat.management.openapi.refresh;

import com.configcat.management.openapi.fix.Fixes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What to look at so that no secret shows, as {@code Schema.property}.
 *
 * @param masked what is new and masked because of its name alone
 * @param doubtful new texts that are shown, with a name that some secret might have and nothing
 *     shown so far has
 * @param gone what {@code fixes.yaml} lists, as secret or not, and the document no longer has
 */
record SecretReview(List<String> masked, List<String> doubtful, List<String> gone) {
  private static final Pattern NAME_IN_DOUBT =
      Pattern.compile(
          ".*(key|code|pin|hash|salt|signature|certificate|credentials|authorization)s?\\d*",
          Pattern.CASE_INSENSITIVE);

  static SecretReview of(ObjectNode before, ObjectNode fixed, Fixes fixes) {
    Set<String> all = new TreeSet<>();
    Set<String> masked = new TreeSet<>();
    Set<String> shown = new HashSet<>();
    List<String> doubtful = new ArrayList<>();
    JsonNode known = before.at("/components/schemas");
    for (Map.Entry<String, JsonNode> schema : fixed.at("/components/schemas").properties()) {
      JsonNode ours = known.path(schema.getKey()).path("properties");
      for (Map.Entry<String, JsonNode> property :
          schema.getValue().path("properties").properties()) {
        String place = schema.getKey() + "." + property.getKey();
        JsonNode type = property.getValue();
        all.add(place);
        if (ours.has(property.getKey())) {
          shown.addAll(type.has("x-secret") ? Set.of() : Set.of(property.getKey()));
        } else if (type.has("x-secret")) {
          masked.add(place);
        } else if (type.path("type").asText().equals("string") && isInDoubt(property.getKey())) {
          doubtful.add(place);
        }
      }
    }
    return new SecretReview(
        List.copyOf(masked),
        doubtful.stream()
            .filter(place -> !fixes.notSecret().contains(place))
            .filter(place -> !shown.contains(place.substring(place.indexOf('.') + 1)))
            .sorted()
            .toList(),
        Stream.concat(fixes.secrets().stream(), fixes.notSecret().stream())
            .filter(place -> !all.contains(place))
            .toList());
  }

  private static boolean isInDoubt(String name) {
    return NAME_IN_DOUBT.matcher(name).matches();
  }
}
