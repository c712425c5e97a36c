package com.configcat.management.openapi.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.Documents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class SharedWordsTest {
  private final ObjectNode document = Documents.pinned();
  private final ObjectNode operation =
      Documents.operation(document, "put", "/v1/settings/{settingKeyOrId}/value");

  @Test
  void saysOfANewPlaceWhatIsSaidWhereverItsLikeIs() {
    ObjectNode response = operation.withObject("/responses/404");
    String words = response.get("description").asText();
    response.put("description", "");
    ObjectNode key = parameter("X-CONFIGCAT-SDKKEY");
    String words2 = key.get("description").asText();
    key.put("description", "");

    SharedWords.spread(document);

    assertThat(response.get("description").asText()).isNotBlank().isEqualTo(words);
    assertThat(key.get("description").asText()).isNotBlank().isEqualTo(words2);
  }

  @Test
  void saysNothingWhereTheLikeIsDescribedInDifferentWaysOrSeldom() {
    operation.withObject("/responses/200").put("description", "");
    ObjectNode seldom = operation.withObject("/responses/418").put("description", "");
    Documents.operation(document, "get", "/v1/me")
        .withObject("/responses/418")
        .put("description", "Tea only.");

    SharedWords.spread(document);

    assertThat(operation.at("/responses/200/description").asText()).isEmpty();
    assertThat(seldom.get("description").asText()).isEmpty();
  }

  @Test
  void leavesWhatIsDescribedAlone() {
    operation.withObject("/responses/404").put("description", "Of its own.");

    SharedWords.spread(document);

    assertThat(operation.at("/responses/404/description").asText()).isEqualTo("Of its own.");
  }

  private ObjectNode parameter(String name) {
    for (var parameter : operation.path("parameters")) {
      if (parameter.path("name").asText().equals(name)) {
        return (ObjectNode) parameter;
      }
    }
    throw new AssertionError(name);
  }
}
