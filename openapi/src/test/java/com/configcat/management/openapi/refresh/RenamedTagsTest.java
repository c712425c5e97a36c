package com.configcat.management.openapi.refresh;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamedTagsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          renamed                 | a=A b=A c=C | a=X b=X c=C | {A=X}
          with an operation less  | a=A b=A     | a=X         | {A=X}
          with an operation more  | a=A         | a=X b=X     | {A=X}
          both renamed            | a=A b=B     | a=X b=Y     | {A=X, B=Y}
          not renamed             | a=A         | a=A         | {}
          swapped                 | a=A b=B     | a=B b=A     | {}
          split                   | a=A b=A     | a=X b=Y     | {}
          split, and one half new | a=A b=A     | a=A b=X     | {}
          merged                  | a=A b=B     | a=X b=X     | {}
          merged into another     | a=A b=B     | a=B b=B     | {}
          gone                    | a=A         | b=X         | {}
          """)
  void tellsARenamedTagFromOthers(String what, String ours, String theirs, String renamed) {
    assertThat(RenamedTags.between(document(ours), document(theirs))).as(what).hasToString(renamed);
  }

  private static ObjectNode document(String operations) {
    ObjectNode document = json("{paths: {}}");
    for (String operation : operations.split(" ", -1)) {
      String[] words = operation.split("=", 2);
      ((ObjectNode) document.get("paths"))
          .set("/" + words[0], json("{get: {tags: ['" + words[1] + "']}}"));
    }
    return document;
  }
}
