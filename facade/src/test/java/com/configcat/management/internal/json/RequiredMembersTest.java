package com.configcat.management.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredMembersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          $.a            | {"a":1}                      |
          $.a            | {"a":null}                   | $.a
          $.a            | {"b":1}                      | $.a
          $.a            | {"a":{}}                     | $.a
          $.a            | []                           | $
          $.a            | null                         | $
          $.a.b          | {"a":{"b":"x"}}              |
          $.a.b          | {"a":{}}                     | $.a.b
          $.a.b          | {"a":[]}                     | $.a
          $.a?.b         | {}                           |
          $.a?.b         | {"a":null}                   |
          $.a?.b         | {"a":{}}                     | $.a.b
          $[*].a         | []                           |
          $[*].a         | [{"a":1},{"a":null}]         | $[1].a
          $[*].a         | [{"a":1},null]               | $[1]
          $[*].a         | {"a":1}                      | $
          $.a[*]         | {"a":[]}                     |
          $.a[*]         | {"a":{}}                     | $.a
          $.a[*]         | {}                           | $.a
          $.a[*].b[*].c  | {"a":[{"b":[{"c":1},{}]}]}   | $.a[0].b[1].c
          $.a.*          | {"a":{"new":1}}              |
          $.a.*          | {"a":{"b":null}}             | $.a
          $.a.*          | {"a":{}}                     | $.a
          """)
  void namesWhatIsMissing(String path, String json, String missing) {
    assertThat(RequiredMembers.of(path).missingIn(JsonParser.parseString(json)).orElse(null))
        .isEqualTo(missing);
  }
}
