package com.configcat.management.fake.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPatchTest {
  private static JsonElement patched(String document, String operations) {
    return JsonPatch.apply(
        JsonParser.parseString(document), JsonParser.parseString(operations).getAsJsonArray());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":1}                | [{"op":"add","path":"/b","value":[1]}]                  | {"a":1,"b":[1]}
          {"a":1}                | [{"op":"add","path":"/a","value":null}]                 | {"a":null}
          {"a":[1,3]}            | [{"op":"add","path":"/a/1","value":2}]                  | {"a":[1,2,3]}
          {"a":[1,3]}            | [{"op":"add","path":"/a/-","value":4}]                  | {"a":[1,3,4]}
          {"a":[1,3]}            | [{"op":"add","path":"/a/2","value":4}]                  | {"a":[1,3,4]}
          {"a":1}                | [{"op":"add","path":"","value":{"b":2}}]                | {"b":2}
          {"a":1,"b":2}          | [{"op":"remove","path":"/a"}]                           | {"b":2}
          {"a":[1,2,3]}          | [{"op":"remove","path":"/a/1"}]                         | {"a":[1,3]}
          {"a":{"b":1}}          | [{"op":"replace","path":"/a/b","value":2}]              | {"a":{"b":2}}
          {"a":[1,2]}            | [{"op":"replace","path":"/a/0","value":9}]              | {"a":[9,2]}
          {"a":{"b":1},"c":{}}   | [{"op":"move","from":"/a/b","path":"/c/d"}]             | {"a":{},"c":{"d":1}}
          {"a":[1,2,3]}          | [{"op":"move","from":"/a/0","path":"/a/2"}]             | {"a":[2,3,1]}
          {"a":[1,2,3]}          | [{"op":"move","from":"/a/2","path":"/a/2"}]             | {"a":[1,2,3]}
          {"a":{"b":1}}          | [{"op":"copy","from":"/a","path":"/c"}]                 | {"a":{"b":1},"c":{"b":1}}
          {"a":1}                | [{"op":"test","path":"/a","value":1.0}]                 | {"a":1}
          {"a~b":1,"c/d":2}      | [{"op":"remove","path":"/a~0b"},{"op":"remove","path":"/c~1d"}] | {}
          {"":1,"b":2}           | [{"op":"remove","path":"/"}]                            | {"b":2}
          """)
  void doesWhatTheStandardSays(String document, String operations, String result) {
    assertThat(patched(document, operations)).isEqualTo(JsonParser.parseString(result));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":1}     | [{"op":"remove","path":"/b"}]
          {"a":1}     | [{"op":"replace","path":"/b","value":1}]
          {"a":1}     | [{"op":"add","path":"/b/c","value":1}]
          {"a":1}     | [{"op":"add","path":"/a/b","value":1}]
          {"a":1}     | [{"op":"add","path":"a","value":1}]
          {"a":1}     | [{"op":"add","path":"/a~2","value":1}]
          {"a":1}     | [{"op":"add","path":"/b"}]
          {"a":[1]}   | [{"op":"add","path":"/a/2","value":1}]
          {"a":[1]}   | [{"op":"add","path":"/a/01","value":1}]
          {"a":[1]}   | [{"op":"replace","path":"/a/-","value":1}]
          {"a":[1]}   | [{"op":"remove","path":"/a/1"}]
          {"a":1}     | [{"op":"remove","path":""}]
          {"a":1}     | [{"op":"test","path":"/a","value":2}]
          {"a":1}     | [{"op":"test","path":"/b","value":null}]
          {"a":1}     | [{"op":"move","path":"/b"}]
          {"a":1}     | [{"op":"copy","from":"/c","path":"/b"}]
          {"a":{}}    | [{"op":"move","from":"/a","path":"/a/b"}]
          {"a":1}     | [{"op":"unknown","path":"/a"}]
          """)
  void refusesWhatDoesNotWork(String document, String operations) {
    assertThatThrownBy(() -> patched(document, operations))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.response().status()).isEqualTo(400));
  }

  @Test
  void leavesTheDocumentAsItIsWhenALaterOperationFails() {
    JsonElement document = JsonParser.parseString("{\"a\":{\"b\":1}}");

    assertThatThrownBy(
            () ->
                JsonPatch.apply(
                    document,
                    JsonParser.parseString(
                            """
                            [{"op":"replace","path":"/a/b","value":2},
                             {"op":"test","path":"/a/b","value":1}]
                            """)
                        .getAsJsonArray()))
        .isInstanceOf(Refusal.class);
    assertThat(document).isEqualTo(JsonParser.parseString("{\"a\":{\"b\":1}}"));
  }
}
