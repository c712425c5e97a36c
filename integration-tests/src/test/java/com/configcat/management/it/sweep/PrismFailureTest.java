package com.configcat.management.it.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.CallOptions;
import com.configcat.management.it.Recorder;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as Prism does where it fails, and sees who is blamed. */
class PrismFailureTest {
  private static final String PROBLEM = "application/problem+json";
  private static final String UNKNOWN =
      "{'type': 'https://stoplight.io/prism/errors#UNKNOWN', 'title': 'Converting circular\\n"
          + "at x'}";
  private static final String OF_ANSWER =
      "{'type': 'https://stoplight.io/prism/errors#VIOLATIONS', 'validation': [{'location':"
          + " ['response', 'body'], 'message': 'too short'}]}";

  private Recorder recorder;
  private HttpServer server;
  private int status = 500;
  private String type = PROBLEM;
  private String body = UNKNOWN;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.replace('\'', '"').getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    recorder = new Recorder(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    recorder.close();
    server.stop(0);
  }

  @Test
  void isWhatPrismSaysOfItself() throws Exception {
    assertThat(failure(request -> request)).contains("Converting circular");
    body = OF_ANSWER;
    assertThat(failure(request -> request)).contains("too short");
  }

  @Test
  void allowsForTheStatusThatOnlyPrismIsAskedFor() throws Exception {
    assertThat(failure(request -> request.newBuilder().header("Prefer", "code=201").build()))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          500 | application/json         | {'type': 'https://stoplight.io/prism/errors#UNKNOWN', 'title': 'x'}
          502 | application/problem+json | {'type': 'https://stoplight.io/prism/errors#UNKNOWN', 'title': 'x'}
          422 | application/problem+json | {'type': 'https://stoplight.io/prism/errors#UNPROCESSABLE_ENTITY', 'title': 'x'}
          500 | application/problem+json | {'type': 'https://stoplight.io/prism/errors#NOT_FOUND', 'title': 'x'}
          500 | application/problem+json | {'type': 'https://stoplight.io/prism/errors#VIOLATIONS', 'validation': []}
          500 | application/problem+json | {'type': 'https://stoplight.io/prism/errors#VIOLATIONS'}
          500 | application/problem+json | {'type': 'https://stoplight.io/prism/errors#VIOLATIONS', 'validation': [{'location': ['request', 'body'], 'message': 'm'}]}
          500 | application/problem+json | {'type': 'https://stoplight.io/prism/errors#VIOLATIONS', 'validation': [{'location': ['response'], 'message': 'm'}, {'location': ['request'], 'message': 'm'}]}
          500 | application/problem+json | {'type': 'https://stoplight.io/prism/errors#VIOLATIONS', 'validation': [{'message': 'm'}]}
          500 | application/problem+json | []
          500 | application/problem+json | no JSON
          """)
  void isNothingThatTheClientMayHaveAPartIn(int status, String type, String body) throws Exception {
    this.status = status;
    this.type = type;
    this.body = body;

    assertThat(failure(request -> request)).isEmpty();
  }

  @Test
  void excusesNoRequestThatIsNotRightToTheLastDetail() throws Exception {
    assertThat(failure(request -> request.newBuilder().header("X-More", "1").build())).isEmpty();
    assertThat(failure(request -> request.newBuilder().removeHeader("Authorization").build()))
        .isEmpty();
    assertThat(
            failure(
                request ->
                    request
                        .newBuilder()
                        .url(request.url().newBuilder().addQueryParameter("more", "1").build())
                        .build()))
        .isEmpty();
  }

  private Optional<String> failure(UnaryOperator<Request> change) throws Exception {
    OpenApi document =
        OpenApi.read(Path.of(System.getProperty("contract.directory"), "openapi.json"));
    OpenApi.Operation operation =
        document.operations().stream()
            .filter(each -> each.key().equals("GET /v1/products"))
            .findFirst()
            .orElseThrow();
    ClientCall call =
        ClientCall.make(
            operation, new JsonMaker(document, new Random(1), JsonMaker.Style.MINIMAL), false);
    recorder.restart(change);
    try (ConfigCatManagementClient client =
        ConfigCatManagementClient.builder()
            .credentials("user", "password")
            .baseUrl(recorder.baseUrl())
            .callOptions(CallOptions.defaults().maxAttempts(1))
            .build()) {
      Throwable thrown = catchThrowable(() -> call.run(client));
      return PrismFailure.of(document, call, recorder.only(), thrown);
    }
  }
}
