package com.configcat.management.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.Documents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentReaderTest {
  @Test
  void readsJsonAndYamlToTheSame() {
    assertThat(read("\uFEFF {\"a\": [1, true, null, \"x\", 1.5]}"))
        .isEqualTo(read("# words\n---\na:\n- 1\n- true\n- null\n- x\n- 1.5\n"));
  }

  @Test
  void keepsCodesAndDatesOfYamlAsTexts() {
    assertThat(read("responses:\n  200:\n    date: 2026-08-14\n    time: 2026-08-14T09:30:00Z\n"))
        .isEqualTo(
            Documents.json(
                "{responses: {'200': {date: '2026-08-14', time: '2026-08-14T09:30:00Z'}}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: &x 1                  | anchors or aliases
          a: *x                    | anchors or aliases
          <<: {a: 1}               | merge key
          a: !!java.io.File [x]    | the YAML tag
          a: !<!x> b               | the YAML tag
          a: !!map {b: c}          | the YAML tag
          {"a": 1, "a": 2}         | Duplicate field 'a'
          {"a": 1} {"b": 2}        | neither valid JSON nor valid YAML
          {"a": 1                  | neither valid JSON nor valid YAML
          <html></html>            | HTML
          'just text'              | not an object
          """)
  void refusesWhatCouldMeanTwoThingsOrBlowUp(String text, String reason) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesDuplicateKeysOfYaml() {
    assertThatThrownBy(() -> read("a: 1\nb: 2\na: 3\n"))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("uplicate");
  }

  @Test
  void refusesTwoYamlDocuments() {
    assertThatThrownBy(() -> read("a: 1\n---\nb: 2\n")).isInstanceOf(ContractException.class);
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    assertThatThrownBy(() -> DocumentReader.read(new byte[] {'{', (byte) 0xC3, '}'}))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    String json = "{\"a\":".repeat(101) + "1" + "}".repeat(101);
    String yaml = "a: " + "[".repeat(101) + "]".repeat(101);

    assertThatThrownBy(() -> read(json)).isInstanceOf(ContractException.class);
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("deeper than 100");
    assertThat(read("{\"a\":".repeat(60) + "1" + "}".repeat(60))).hasSize(1);
  }

  @Test
  void saysWhatIsWrongInOneLineWithoutControlCharacters() {
    assertThatThrownBy(() -> read("a: !<x\u001B[31m\ny> b"))
        .isInstanceOf(ContractException.class)
        .message()
        .doesNotContainPattern("\\p{Cntrl}");
  }

  private static ObjectNode read(String text) {
    return DocumentReader.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
