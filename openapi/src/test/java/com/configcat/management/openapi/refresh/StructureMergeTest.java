package com.configcat.management.openapi.refresh;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.replay.Edits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StructureMergeTest {
  @Test
  void whateverOrderTheOtherHasOursStays() {
    ObjectNode ours = Documents.pinned();
    for (long seed = 1; seed <= 3; seed++) {
      ObjectNode other = (ObjectNode) Documents.shuffled(ours, new Random(seed));

      assertThat(StructureMerge.merge(ours, other).toString())
          .as("seed %d", seed)
          .isEqualTo(ours.toString());
    }
  }

  @Test
  void aNewParameterComesBehindItsNeighbourOverThere() {
    JsonNode merged =
        merged(
            "{parameters: [{name: 'b', in: 'query', description: 'B'}, {name: 'a', in: 'query'}]}",
            "{parameters: [{name: 'a', in: 'query'}, {name: 'b', in: 'header'}, {name: 'b', in:"
                + " 'query'}]}");

    assertThat(merged.path("parameters"))
        .hasToString(
            json("{x: [{name: 'b', in: 'query', description: 'B'}, {name: 'a', in: 'query'}, {name:"
                    + " 'b', in: 'header'}]}")
                .get("x")
                .toString());
  }

  @Test
  void listsTheTagsThatOperationsHaveThoughTheOtherDoesNot() {
    ObjectNode ours = Documents.pinned();
    ObjectNode other = ours.deepCopy();
    other.putArray("tags").add(json("{name: 'Tags'}"));
    Edits.addOperation(other, "GET /v1/new", "{tags: ['New'], responses: {'204': {}}}");

    JsonNode merged = StructureMerge.merge(ours, other);

    List<String> expected = new ArrayList<>(ours.path("tags").findValuesAsText("name"));
    expected.add("New");
    assertThat(merged.path("tags").findValuesAsText("name"))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(merged.path("tags").findValuesAsText("description"))
        .containsExactlyInAnyOrderElementsOf(ours.path("tags").findValuesAsText("description"));
  }

  @Test
  void orderThatMeansSomethingIsTaken() {
    JsonNode merged =
        merged(
            "{oneOf: [{$ref: '#/a', description: 'A'}, {$ref: '#/b', description: 'B'}], tags:"
                + " ['x', 'y'], enum: ['p', 'q']}",
            "{oneOf: [{$ref: '#/b'}, {type: 'string'}, {$ref: '#/a'}], tags: ['y', 'x'], enum:"
                + " ['q', 'p', 'r']}");

    assertThat(merged)
        .hasToString(
            json("{oneOf: [{$ref: '#/b', description: 'B'}, {type: 'string'}, {$ref: '#/a',"
                    + " description: 'A'}], tags: ['y', 'x'], enum: ['p', 'r', 'q']}")
                .toString());
  }

  @Test
  void aDefaultIsTakenWhole() {
    assertThat(
            merged("{default: {description: 'ours', a: 1}}", "{default: {b: 2, description: 'x'}}"))
        .hasToString("{\"default\":{\"b\":2,\"description\":\"x\"}}");
  }

  private static JsonNode merged(String ours, String other) {
    return StructureMerge.merge(json("{x: " + ours + "}"), json("{x: " + other + "}")).get("x");
  }
}
