package com.configcat.management.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {
  private static ErrorBody parse(String body) {
    return ErrorBody.of(body, text -> text.replace("s3cr3t", "***"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Reason required\"                            | Reason required",
        "Reason required                                | Reason required",
        "[\"one\",\"two\"]                              | one; two",
        "{\"Name\":[\"Too long.\",\"Taken.\"]}          | Name: Too long., Taken.",
        "{\"name\":\"Too long\",\"key\":\"Taken\"}      | name: Too long; key: Taken",
        "{\"\":[\"Something is wrong\"]}                | : Something is wrong",
        "{\"message\":\"No\"}                           | message: No",
        "{\"Error\":\"No\"}                             | Error: No",
        "{\"type\":\"about:blank\",\"title\":\"Bad\",\"status\":400,\"detail\":\"No\"} | Bad; No",
        "{\"title\":\"Invalid.\",\"errors\":{\"Name\":[\"Too long\"]},\"traceId\":\"1\"} |"
            + " Invalid.; Name: Too long",
        "{\"errors\":{\"Name\":[\"Too long\"]},\"status\":400} | Name: Too long",
        "{\"message\":\"No\",\"errors\":{\"Name\":[\"a\"]}} | No; Name: a",
        "{\"errors\":[\"a\",\"b\"]}                     | errors: a, b",
        "{\"Key\":{\"Errors\":[{\"ErrorMessage\":\"Taken.\"},{\"ErrorMessage\":\"Bad\"}]}} | Key:"
            + " Taken., Bad",
        "{\"Key\":[{\"ErrorMessage\":\"Taken.\"}]}      | Key: Taken.",
        "{\"errors\":{\"Key\":{\"Errors\":[{\"ErrorMessage\":\"Taken.\"}]}}} | Key: Taken.",
        "{\"Key\":{\"Errors\":5}}                     | Key: {\"Errors\":5}",
        "{\"count\":[3]}                                | count: 3",
        "{\"name\":{\"max\":5}}                         | name: {\"max\":5}",
        "12                                             | 12",
        "{\"name\":                                     | {\"name\":",
        "<html><head><TITLE class=\"x\">502 Bad Gateway</TITLE> | an HTML page titled '502 Bad"
            + " Gateway'",
        "<html><body>no title</body></html>             | an HTML page",
        "<?xml version=\"1.0\"?><x/>                    | an HTML page",
      })
  void findsTheMessage(String body, String message) {
    assertThat(parse(body).message()).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \r\n", "\"\"", "{}", "[]", "[null]"})
  void findsNoMessageWhereThereIsNone(String body) {
    assertThat(parse(body)).isEqualTo(new ErrorBody("", Map.of()));
  }

  @Test
  void findsMessagesByField() {
    assertThat(parse("{\"Name\":[\"a\",\"b\"],\"Key\":\"c\"}").fields())
        .isEqualTo(Map.of("Name", List.of("a", "b"), "Key", List.of("c")));
    assertThat(parse("{\"title\":\"t\",\"status\":400,\"errors\":{\"Name\":[\"a\"]}}").fields())
        .isEqualTo(Map.of("Name", List.of("a")));
    assertThat(parse("{\"errors\":{\"Name\":[\"a\"]}}").fields())
        .isEqualTo(Map.of("Name", List.of("a")));
    assertThat(parse("{\"Key\":{\"Errors\":[{\"ErrorMessage\":\"a\"}]}}").fields())
        .isEqualTo(Map.of("Key", List.of("a")));
    assertThat(parse("{\"status\":\"unknown\"}").fields())
        .isEqualTo(Map.of("status", List.of("unknown")));
  }

  @Test
  void masksTheTitleOfAPage() {
    assertThat(parse("<title>\n s3cr3t\n</title>").message())
        .isEqualTo("an HTML page titled '***'");
  }

  @Test
  void stripsWhatMovesACursorOrTurnsText() {
    assertThat(parse("a\u001b[31m\r\nb\u0000c\u202ed\u2028e\u200bf").message())
        .isEqualTo("a [31m b c d e f");
    assertThat(parse("{\"a\\u001b[2Jb\":[\"c\\nd\"]}").message()).isEqualTo("a [2Jb: c d");
  }

  @Test
  void masksSecretsBeforeCutting() {
    String nearlyTooLong = "x".repeat(998);

    assertThat(parse(nearlyTooLong + "s3cr3t").message()).isEqualTo(nearlyTooLong + "**…");
    assertThat(parse("{\"s3cr3t\":[\"s3\\u0063r3t\"]}").fields())
        .isEqualTo(Map.of("***", List.of("***")));
    assertThat(parse("y".repeat(1001)).message()).isEqualTo("y".repeat(1000) + "…");
  }

  @Test
  void takesEndlessNestingForText() {
    assertThat(parse("[".repeat(100_000)).message()).startsWith("[[[");
  }
}
