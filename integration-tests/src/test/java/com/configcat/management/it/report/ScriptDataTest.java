package com.configcat.management.it.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptDataTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "</script>            | \\u003c/script\\u003e",
        "<!--                 | \\u003c!--",
        "&lt;                 | \\u0026lt;",
        "a\u2028b\u2029c      | a\\u2028b\\u2029c",
        "Zürich 東京 \uD83D\uDE00 | Zürich 東京 \uD83D\uDE00",
      })
  void escapesWhatAScriptElementCannotHold(String value, String written) {
    assertThat(ScriptData.of(object(value))).isEqualTo("{\"" + written + "\":\"" + written + "\"}");
  }

  @ParameterizedTest
  @CsvSource({"</script><!--", "\u2028"})
  void changesNothingOfTheData(String value) {
    assertThat(JsonParser.parseString(ScriptData.of(object(value)))).isEqualTo(object(value));
  }

  @Test
  void escapesHalfACharacterThatNoFileCanHold() {
    String written = ScriptData.of(object("a\uD800b"));

    assertThat(written).contains("a\\ud800b");
    assertThat(UTF_8.newEncoder().canEncode(written)).isTrue();
  }

  @Test
  void keepsNullsAndEveryDigit() {
    String json = "{\"a\":null,\"b\":9007199254740993.10}";

    assertThat(ScriptData.of(JsonParser.parseString(json))).isEqualTo(json);
  }

  private static JsonObject object(String value) {
    JsonObject object = new JsonObject();
    object.addProperty(value, value);
    return object;
  }
}
