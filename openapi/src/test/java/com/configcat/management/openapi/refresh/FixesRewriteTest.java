package com.configcat.management.openapi.refresh;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.document.ContractException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixesRewriteTest {
  private static final String FILE =
      """
      # Head

      # More
      operations:
        # Webhooks
        # About the first one.
        "GET /v1/b": {name: Webhooks.list, operationId: get-b}   # at its end
        # About another.
        'PUT /v1/b': {name:   Webhooks.update, operationId: put-b}
        # Me
        "GET /v1/me": Me.get

      # Behind
      secrets: []
      """;

  private final ObjectNode fixed = json("{paths: {}}");

  @Test
  void theSameOperationsChangeNothing() {
    had();

    assertThat(FixesRewrite.of(FILE, fixed))
        .isEqualTo(new FixesRewrite.Result(FILE, List.of(), List.of()));
  }

  @Test
  void aNewOperationComesInOrderBelowTheHeadingOfItsResource() {
    had();
    has("GET /v1/a", "Webhooks", "one", "get-a");
    has("POST /v1/b", "Webhooks", "two", "post-b");
    has("GET /v1/c", "Webhooks", "three", "get-c");

    assertThat(FixesRewrite.of(FILE, fixed).text())
        .isEqualTo(
            FILE.replace(
                    "  # About the first",
                    "  \"GET /v1/a\": {name: Webhooks.one, operationId: get-a}\n"
                        + "  # About the first")
                .replace(
                    "  # About another",
                    "  \"POST /v1/b\": {name: Webhooks.two, operationId: post-b}\n"
                        + "  # About another")
                .replace(
                    "  # Me",
                    "  \"GET /v1/c\": {name: Webhooks.three, operationId: get-c}\n  # Me"));
  }

  @Test
  void aNewResourceGetsAHeadingBehindTheOthers() {
    had();
    has("GET /v1/a", "News", "list", "get-news");
    has("DELETE /v1/a", "News", "delete", "delete-news");

    FixesRewrite.Result result = FixesRewrite.of(FILE, fixed);

    String added =
        """
          "GET /v1/a": {name: News.list, operationId: get-news}
          "DELETE /v1/a": {name: News.delete, operationId: delete-news}
        """;
    assertThat(result.text()).isEqualTo(FILE.replace("Me.get\n", "Me.get\n  # News\n" + added));
    assertThat(result.added())
        .containsExactlyInAnyOrderElementsOf(added.strip().lines().map(String::strip).toList());
  }

  @Test
  void anOperationThatIsGoneGoesWithItsCommentsAndTheLastOneWithItsHeading() {
    had();
    ((ObjectNode) fixed.at("/paths/~1v1~1b")).remove("get");
    ((ObjectNode) fixed.get("paths")).remove("/v1/me");

    FixesRewrite.Result result = FixesRewrite.of(FILE, fixed);

    assertThat(result.text())
        .isEqualTo(
            """
            # Head

            # More
            operations:
              # Webhooks
              # About another.
              'PUT /v1/b': {name:   Webhooks.update, operationId: put-b}

            # Behind
            secrets: []
            """);
    assertThat(result.gone()).containsExactly("GET /v1/b", "GET /v1/me");
  }

  @Test
  void quotesWhatCouldBeTakenForSomethingElse() {
    had();
    has("GET /v1/\"x\"", "Me", "no", "no");

    assertThat(FixesRewrite.of(FILE, fixed).added())
        .containsExactly("\"GET /v1/\\\"x\\\"\": {name: Me.no, operationId: \"no\"}");
  }

  @Test
  void refusesAFileWithoutAListToWriteInto() {
    assertThatThrownBy(() -> FixesRewrite.of("operations: {}\n", fixed))
        .isInstanceOf(ContractException.class);
  }

  private void had() {
    has("GET /v1/b", "Webhooks", "list", "get-b");
    has("PUT /v1/b", "Webhooks", "update", "put-b");
    has("GET /v1/me", "Me", "get", "get-me");
  }

  private void has(String operation, String resource, String name, String id) {
    String[] words = operation.split(" ", 2);
    ObjectNode paths = (ObjectNode) fixed.get("paths");
    ObjectNode path =
        paths.has(words[1]) ? (ObjectNode) paths.get(words[1]) : paths.putObject(words[1]);
    ObjectNode json = path.putObject(words[0].toLowerCase(java.util.Locale.ROOT));
    json.putArray("tags").add(resource);
    json.put("x-operation-name", name).put("operationId", id);
  }
}
