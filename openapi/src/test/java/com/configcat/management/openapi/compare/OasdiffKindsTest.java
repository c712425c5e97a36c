package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.Documents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the comparison to the catalogue of a tool that does nothing else. */
class OasdiffKindsTest {
  private static final Pattern ALTERNATIVES = Pattern.compile("\\{([^}]*)}");
  private static final ObjectNode PART =
      Documents.pinned(
          "/v1/products/{productId}/tags",
          "/v1/tags/{tagId}",
          "/v1/settings/{settingId}",
          "/v2/products/{productId}/change-requests");

  private static final Map<String, KindCase> CASES = cases();

  /** Ids to what stands behind them in the file. */
  private static final Map<String, String> CASE_OF = read(" -> ");

  private static final Map<String, String> REASON_OF = read(" \\| ");

  static Set<String> ids() {
    return CASE_OF.keySet();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void tellsWhatTheKindMeansToUsersOfTheClient(String id) {
    KindCase kind = kind(id).orElseThrow(() -> new AssertionError("There is no case for " + id));
    ObjectNode before = PART.deepCopy();
    kind.given().accept(before);
    ObjectNode after = before.deepCopy();
    kind.when().accept(after);

    List<String> harmless = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Change change :
        ContractComparison.between(
            Documents.chosen(before), Documents.chosen(after), Documents.facadeUse())) {
      if (change.severity() == NO_EFFECT) {
        boolean hasMember = !change.member().words().isEmpty();
        harmless.add((hasMember ? change.member() + ": " : "") + change.sentence());
      } else {
        others.add(change.severity() + " " + change.sentence());
      }
    }
    if (kind.severity() == NO_EFFECT) {
      assertThat(harmless).contains(kind.sentence());
      assertThat(others).isEmpty();
    } else {
      assertThat(others).containsExactly(kind.severity() + " " + kind.sentence());
    }
  }

  @Test
  void hasACaseOrAReasonForEachKindAndAKindForEachCase() {
    assertThat(CASE_OF)
        .hasSizeGreaterThan(300)
        .doesNotContainKeys(REASON_OF.keySet().toArray(String[]::new));
    assertThat(REASON_OF).hasSizeGreaterThan(100);
    Set<String> used = new HashSet<>(CASE_OF.values());
    assertThat(CASES.keySet()).allMatch(used::contains);
  }

  private static Optional<KindCase> kind(String id) {
    String name = CASE_OF.getOrDefault(id, "");
    return name.equals("limit") ? LimitKinds.of(id) : Optional.ofNullable(CASES.get(name));
  }

  private static Map<String, KindCase> cases() {
    Map<String, KindCase> cases = new TreeMap<>();
    OperationKinds.addTo(cases);
    ParameterKinds.addTo(cases);
    PropertyKinds.addTo(cases);
    CompositionKinds.addTo(cases);
    return cases;
  }

  private static Map<String, String> read(String separator) {
    Map<String, String> read = new TreeMap<>();
    for (String line :
        Documents.resource(OasdiffKindsTest.class, "oasdiff-kinds.txt").split("\n", -1)) {
      String[] parts = line.split(separator, 2);
      if (!line.startsWith("#") && parts.length == 2) {
        for (String id : expanded(parts[0])) {
          assertThat(read.put(id, parts[1])).as("%s stands twice", id).isNull();
        }
      }
    }
    return read;
  }

  private static List<String> expanded(String ids) {
    Matcher matcher = ALTERNATIVES.matcher(ids);
    if (!matcher.find()) {
      return List.of(ids);
    }
    List<String> expanded = new ArrayList<>();
    for (String alternative : matcher.group(1).split(",", -1)) {
      expanded.addAll(
          expanded(ids.substring(0, matcher.start()) + alternative + ids.substring(matcher.end())));
    }
    return expanded;
  }
}
