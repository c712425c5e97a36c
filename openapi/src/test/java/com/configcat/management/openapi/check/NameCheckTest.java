package com.configcat.management.openapi.check;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.replay.Edits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameCheckTest {
  private final ObjectNode document = Documents.pinned();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class",
        "_links",
        "@type",
        "$id",
        "first name",
        "user-id",
        "123abc",
        "UPPER_CASE",
        "a.b"
      })
  void passesPropertiesThatJavaHasANameFor(String name) {
    properties().set(name, json("{type: 'string'}"));

    assertThatCode(() -> NameCheck.check(Documents.fixed(document))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_", "a\"b", "a\\b", "it's", "<b>", "*/", "größe", "x=y", "a\nb"})
  void refusesPropertiesThatJavaHasNoNameFor(String name) {
    properties().set(name, json("{type: 'string'}"));

    refuses("schema TagModel has the property '" + name.replace('\n', '?') + "'");
  }

  @Test
  void refusesPropertiesThatAreOneInJava() {
    properties().set("two_words", json("{type: 'string'}"));
    properties().set("twoWords", json("{type: 'string'}"));

    refuses("schema TagModel has the property 'two_words' beside 'twoWords'");
  }

  @Test
  void refusesParametersThatAreOneInJava() {
    Edits.addParameter(
        document,
        "GET /v1/tags/{tagId}",
        "{name: 'tag-id', in: 'query', schema: {type: 'string'}}");

    refuses("GET /v1/tags/{tagId} has the parameter 'tag-id' beside 'tagId'");
  }

  @Test
  void refusesAParameterThatIsNeededAndCalledAsTheOthersAreTogether() {
    Edits.addParameter(
        document, "GET /v1/me", "{name: 'options', in: 'query', schema: {type: 'string'}}");
    assertThatCode(() -> NameCheck.check(Documents.fixed(document))).doesNotThrowAnyException();

    Edits.parameter(document, "GET /v1/me", "options").put("required", true);
    refuses("GET /v1/me needs the parameter 'options'");
  }

  private ObjectNode properties() {
    return (ObjectNode) Edits.schema(document, "TagModel").get("properties");
  }

  private void refuses(String why) {
    assertThatThrownBy(() -> NameCheck.check(Documents.fixed(document)))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("the client cannot be generated: ")
        .hasMessageContaining(why);
  }
}
