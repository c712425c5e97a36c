package com.configcat.management.openapi.words;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.Documents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingWordsTest {
  private static final String BARE =
      "{tags: [{name: 'T'}], paths: {'/v1/a': {get: {tags: ['T'], operationId: 'get-a', parameters:"
          + " [{name: 'id', in: 'path'}, {name: 'q', in: 'query', schema: {type: 'string'}}],"
          + " requestBody: {content: {}}, responses: {'200': {description: ' '}, '404': {$ref:"
          + " '#/x'}}}, put: {summary: 'S', description: 'D', requestBody: {$ref: '#/x'}}}},"
          + " components: {schemas: {A: {type: 'object', properties: {name: {type: 'string'}, b:"
          + " {$ref: '#/x'}, c: {type: 'string', nullable: true}, d: {type: 'object', description:"
          + " 'Words', properties: {e: {type: 'integer'}}}}}}}}";

  @Test
  void findsAllThatHasToBeDescribed() {
    assertThat(MissingWords.of(json(BARE)))
        .extracting(gap -> gap.subject() + ": " + gap.what())
        .containsExactly(
            "tag T: description",
            "GET /v1/a: summary",
            "GET /v1/a: description",
            "GET /v1/a: parameter q",
            "GET /v1/a: request body",
            "GET /v1/a: response 200",
            "A: description",
            "A: property c",
            "A: property d.e",
            "A: example");
  }

  @Test
  void opensAPlaceForTheWordsWhereTheyUsuallyStand() {
    ObjectNode document = json(BARE);

    MissingWords.open(document);

    assertThat(document.path("tags").toString())
        .isEqualTo("[{\"name\":\"T\",\"description\":\"\"}]");
    assertThat(names(document, "/paths/~1v1~1a/get"))
        .startsWith("tags", "summary", "description", "operationId");
    assertThat(names(document, "/paths/~1v1~1a/get/parameters/1"))
        .containsExactly("name", "in", "description", "schema");
    assertThat(names(document, "/paths/~1v1~1a/get/requestBody"))
        .containsExactly("description", "content");
    assertThat(names(document, "/components/schemas/A")).startsWith("description", "type");
    assertThat(names(document, "/components/schemas/A/properties/c"))
        .containsExactly("type", "description", "nullable");
    assertThat(MissingWords.of(document)).isEqualTo(MissingWords.of(json(BARE)));
  }

  @ParameterizedTest
  @CsvSource({
    "/tags/0, description",
    "/paths/~1v1~1products/get, summary",
    "/paths/~1v1~1products/get, description",
    "/paths/~1v1~1products/get/responses/200, description",
    "/paths/~1v1~1products~1{productId}/put/requestBody, description",
    "/components/schemas/ProductModel, description",
    "/components/schemas/ProductModel, example",
    "/components/schemas/ProductModel/properties/order, description"
  })
  void noticesWhenTheContractLosesWords(String holder, String key) {
    ObjectNode document = Documents.pinned();
    List<WordGap> before = MissingWords.of(document);
    ((ObjectNode) document.at(holder)).remove(key);

    List<WordGap> gaps = new ArrayList<>(MissingWords.of(document));
    gaps.removeAll(before);
    assertThat(gaps)
        .singleElement()
        .satisfies(gap -> assertThat(gap.key()).isEqualTo(key))
        .satisfies(
            gap ->
                assertThat(gap.holder().stream().map(step -> "/" + step.replace("/", "~1")))
                    .containsExactly(holder.split("(?=/)", -1)));
  }

  private static List<String> names(ObjectNode document, String place) {
    return document.at(place).propertyStream().map(java.util.Map.Entry::getKey).toList();
  }
}
