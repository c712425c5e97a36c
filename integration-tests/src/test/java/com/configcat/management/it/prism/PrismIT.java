package com.configcat.management.it.prism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every Prism does, as a container as well as as a process. */
class PrismIT {
  private static Prism books;

  @BeforeAll
  static void start() {
    books = Prism.start(TestDocuments.BOOKS, PrismOptions.EXAMPLES);
  }

  @AfterAll
  static void stop() {
    books.close();
  }

  @Test
  void answersWithTheDocumentsExamples() throws Exception {
    HttpResponse<String> answer = Http.get(books.baseUrl(), "/books");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("[{\"title\":\"The Histories\",\"pages\":716}]");
    assertThat(violations(answer).isEmpty()).isTrue();
  }

  @Test
  void saysWhatIsWrongWithARequest() throws Exception {
    HttpResponse<String> answer =
        Http.post(books.baseUrl(), "/books", "{\"title\":\"\",\"pages\":\"716\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(violations(answer).all())
        .extracting(found -> String.join(".", found.location()), found -> found.code())
        .containsExactly(
            tuple("request.body.title", "minLength"), tuple("request.body.pages", "type"));
  }

  @Test
  void refusesToAnswerWithAnExampleThatDoesNotFitItsSchema() throws Exception {
    assertThat(Http.get(books.baseUrl(), "/errata").statusCode()).isEqualTo(500);
  }

  @Test
  void asksForCredentials() throws Exception {
    HttpResponse<String> answer = Http.getWithoutCredentials(books.baseUrl(), "/books");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(violations(answer).all()).extracting(found -> found.code()).containsExactly("401");
  }

  @Test
  void refusesMalformedJsonInsteadOfHanging() throws Exception {
    assertThat(Http.post(books.baseUrl(), "/books", "{\"title\":").statusCode()).isEqualTo(400);
  }

  @Test
  void runsTheWayThatTheBuildNamesAndTellsItsVersion() {
    String named = System.getProperty("prism.mode", "auto");

    assertThat(books.mode()).isIn(named.equals("auto") ? Set.of("docker", "local") : Set.of(named));
    assertThat(books.version()).isEqualTo("5.14.2");
  }

  @Test
  void takesYamlAsWell(@TempDir Path folder) throws Exception {
    Path document = folder.resolve("books.yaml");
    Files.writeString(
        document,
        """
        openapi: 3.0.1
        info: {title: Books, version: '1'}
        paths:
          /books:
            get:
              responses: {'204': {description: None.}}
        """);

    try (Prism server = Prism.start(document, PrismOptions.EXAMPLES)) {
      assertThat(Http.get(server.baseUrl(), "/books").statusCode()).isEqualTo(204);
    }
  }

  @Test
  void keepsALogOfWhatWasAsked() throws Exception {
    var unused = Http.get(books.baseUrl(), "/books?limit=7");

    Eventually.is(() -> books.log().contains("get /books"));
    assertThat(books.log()).contains("Prism is listening on ");
  }

  @Test
  void answersTheSameAgainFromTheSameSeedWhenDynamic() throws Exception {
    PrismOptions options = PrismOptions.GENERATED.withSeed(7);
    try (Prism one = Prism.start(TestDocuments.BOOKS, options);
        Prism other = Prism.start(TestDocuments.BOOKS, options);
        Prism another = Prism.start(TestDocuments.BOOKS, options.withSeed(8))) {
      assertThat(other.baseUrl()).isNotEqualTo(one.baseUrl());

      String answer = Http.get(one.baseUrl(), "/books").body();
      assertThat(answer).doesNotContain("The Histories");
      assertThat(Http.get(other.baseUrl(), "/books").body()).isEqualTo(answer);
      assertThat(Http.get(another.baseUrl(), "/books").body()).isNotEqualTo(answer);
    }
  }

  @Test
  void namesADocumentThatIsNotThere(@TempDir Path folder) {
    Path missing = folder.resolve("missing.json");

    assertThatThrownBy(() -> Prism.start(missing, PrismOptions.EXAMPLES))
        .isInstanceOf(PrismException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void startsFromAPathWithBlanksAndSigns(@TempDir Path folder) throws Exception {
    Path document = Files.createDirectory(folder.resolve("a b & ü #1")).resolve("my books.json");
    Files.copy(TestDocuments.BOOKS, document);

    try (Prism server = Prism.start(document, PrismOptions.EXAMPLES)) {
      assertThat(Http.get(server.baseUrl(), "/books").statusCode()).isEqualTo(200);
    }
  }

  private static PrismViolations violations(HttpResponse<String> answer) {
    return PrismViolations.ofHeader(
        answer.headers().firstValue(PrismViolations.HEADER).orElse(null));
  }
}
