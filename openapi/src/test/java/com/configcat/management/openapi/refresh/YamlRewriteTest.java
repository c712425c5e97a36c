package com.configcat.management.openapi.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.document.DocumentReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of what stays are left as they are, whatever is in them. */
class YamlRewriteTest {
  private static final String FILE =
      """
      # Head, line 1
      # Head, line 2

      info:   # at the end of a key
        title: "Hand-made:  layout"   # at the end of a text
        # before a key
        date: 2026-08 # at the end of a value
        words: >-
          Folded words
          of two lines

          # no comment

        # after a block of text
        count: 1
          # deeper, after the last one
      # before the list
      parameters:
      # before the first item
      - name: a # at the end of an item
        in: query
        # before a key in an item
        schema: {type: string}   # at the end of a flow
      # before the second item
      - # behind a dash
        in: query
        name: b
      -   name: "c"
          in: path
      oneOf:
      -   type: string
          # before a second key
          format: date
      enum: [x, # inside a flow
        y]
      path:
          deep:
              deeper: Umlaute äöü and 😀 # 😀
      # the very end
      """;

  private final ObjectNode wanted = read(FILE);

  @Test
  void whatIsSaidAlreadyIsLeftAlone() {
    assertThat(YamlRewrite.of(FILE, wanted)).isSameAs(FILE);
  }

  @Test
  void aValueIsReplacedInItsPlace() {
    wanted.withObject("info").put("date", "2026-11").put("title", "yes");
    wanted.withObject("/path/deep").put("deeper", "ö😀");

    assertThat(YamlRewrite.of(FILE, wanted))
        .isEqualTo(
            FILE.replace("2026-08", "2026-11")
                .replace("\"Hand-made:  layout\"", "'yes'")
                .replace("Umlaute äöü and 😀 #", "ö😀 #"));
  }

  @Test
  void aNewKeyComesBehindItsNeighbourAndTheCommentsOfThatStay() {
    changeObject("info", info -> insertAfter(info, "date", "new"));
    changeObject("info", info -> insertAfter(info, "count", "last"));

    assertThat(YamlRewrite.of(FILE, wanted))
        .isEqualTo(
            FILE.replace("at the end of a value\n", "at the end of a value\n  new: 1\n")
                .replace("the last one\n", "the last one\n  last: 1\n"));
  }

  @Test
  void numbersOfAnyWidthCanBeWritten() {
    wanted.put("long", 1L).put("longer", 10_000_000_000L).put("float", 1.5f).put("double", 1.0);

    assertThat(YamlRewrite.of(FILE, wanted))
        .contains("long: 1\nlonger: 10000000000\nfloat: 1.5\ndouble: 1.0\n# the very end\n");
  }

  @Test
  void aNewFirstKeyComesBeforeTheCommentsOfTheNext() {
    changeObject("info", info -> insertAfter(info, null, "new"));

    assertThat(YamlRewrite.of(FILE, wanted))
        .isEqualTo(FILE.replace("of a key\n  title", "of a key\n  new: 1\n  title"));
  }

  @Test
  void commentsGoWithWhatTheyStandBeforeAndNothingElseGoes() {
    wanted.withObject("info").remove("date");
    wanted.withArray("parameters").remove(1);

    assertThat(YamlRewrite.of(FILE, wanted))
        .isEqualTo(
            FILE.replace("  # before a key\n  date: 2026-08 # at the end of a value\n", "")
                .replace(
                    "# before the second item\n- # behind a dash\n  in: query\n  name: b\n", ""));
  }

  @Test
  void theFirstOfAListCanGoAndAnotherCome() {
    ArrayNode parameters = wanted.withArray("parameters");
    parameters.remove(0);
    parameters.insert(0, Documents.json("{name: 'z', in: 'query'}"));
    parameters.add(Documents.json("{name: 'y', in: 'query', schema: {type: 'array'}}"));

    assertThat(YamlRewrite.of(FILE, wanted))
        .contains("parameters:\n- name: z\n  in: query\n# before the second item\n- # behind")
        .contains("in: path\n- name: y\n  in: query\n  schema:\n    type: array\noneOf:")
        .doesNotContain("before the first item");
  }

  @Test
  void theFirstKeyOfAnItemCanGo() {
    ((ObjectNode) wanted.at("/oneOf/0")).remove("type");

    assertThat(YamlRewrite.of(FILE, wanted))
        .contains("oneOf:\n-   format: date\n    # before a second key\nenum:");
  }

  @Test
  void commentsOutliveAChangeOfKind() {
    wanted.putArray("enum").add("y");
    wanted.put("path", 1);
    changeObject("info", info -> info.putObject("words").put("a", "b"));

    assertThat(YamlRewrite.of(FILE, wanted))
        .contains("# inside a flow\nenum:\n- y\n")
        .contains("# 😀\npath: 1\n")
        .contains("  words:\n    a: b\n  # after a block of text\n")
        .endsWith("path: 1\n# the very end\n");
  }

  @Test
  void listsAndMapsCanBecomeEmptyAndFull() {
    wanted.putArray("parameters");
    wanted.putObject("path");
    String empty = YamlRewrite.of(FILE, wanted);
    assertThat(empty).contains("parameters: []\n", "path: {}\n");

    assertThat(YamlRewrite.of(empty, read(FILE)))
        .contains("parameters:\n- name: a\n", "path:\n  deep:\n    deeper: ");
  }

  @Test
  void keepsTheEndsOfLinesOfTheFile() {
    wanted.withObject("info").put("date", "2026-11").put("new", 1);

    assertThat(YamlRewrite.of(FILE.replace("\n", "\r\n"), wanted).replace("\r\n", ""))
        .contains("date: 2026-11")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1", "a: 1\n", "---\na: 1\n", "# c\n---\n# d\na: 1\n...\n"})
  void takesWhateverAFileBeginsAndEndsWith(String file) {
    String result = YamlRewrite.of(file, Documents.json("{a: 2, b: [1, {c: 'd'}]}"));

    assertThat(result).startsWith(file.substring(0, file.indexOf("a: 1"))).contains("a: 2\nb:\n");
  }

  @Test
  void refusesALayoutThatItWouldGetWrong() {
    assertThatThrownBy(() -> YamlRewrite.of("? a\n: b: 1\n  c: 2\n", read("a: {b: 2, d: 1}")))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("block style");
  }

  @Test
  void everyPartOfThePinnedDocumentCanChangeWithoutTheLinesOfOthers() throws IOException {
    String file = Files.readString(Documents.CONTRACT.resolve("configcat-management-api.yaml"));
    ObjectNode document = Documents.pinned();
    document
        .path("components")
        .path("schemas")
        .forEach(schema -> ((ObjectNode) schema).put("x-new", "n"));
    document.path("paths").forEach(path -> path.forEach(o -> ((ObjectNode) o).put("x-new", "n")));

    String result = YamlRewrite.of(file, document);

    assertThat(result.lines().filter(line -> !line.strip().equals("x-new: n")))
        .containsExactlyElementsOf(file.lines().toList());
  }

  private void changeObject(String key, Consumer<ObjectNode> change) {
    change.accept(wanted.withObject(key));
  }

  private static void insertAfter(ObjectNode object, String neighbour, String key) {
    ObjectNode copy = object.deepCopy();
    object.removeAll();
    if (neighbour == null) {
      object.put(key, 1);
    }
    copy.properties()
        .forEach(
            entry -> {
              object.set(entry.getKey(), entry.getValue());
              if (entry.getKey().equals(neighbour)) {
                object.put(key, 1);
              }
            });
  }

  private static ObjectNode read(String yaml) {
    return DocumentReader.read(yaml.getBytes(StandardCharsets.UTF_8));
  }
}
