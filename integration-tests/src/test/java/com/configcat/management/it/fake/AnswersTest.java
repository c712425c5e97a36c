package com.configcat.management.it.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.ReceivedRequest;
import com.configcat.management.fake.internal.endpoints.Routes;
import com.configcat.management.fake.internal.state.Document;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** What the fake answers has all that the document has, and no more. */
class AnswersTest {
  private final Document document = Document.pinned();
  private final Routes routes = new Routes(document);
  private final List<String> problems = Collections.synchronizedList(new ArrayList<>());

  @Test
  void everyAnswerHasJustWhatTheDocumentHas() {
    try (ConfigCatFake fake = ConfigCatFake.start();
        ConfigCatManagementClient client = client(fake)) {
      Walk walk = new Walk(client, fake.world());
      walk.redirects();
      walk.all();

      assertThat(problems).isEmpty();
      assertThat(fake.served())
          .isEqualTo(
              new TreeSet<>(fake.requests().stream().map(ReceivedRequest::operation).toList()));
    }
  }

  @Test
  void theWalkSucceedsWithMembersThatNobodyKnows() {
    try (ConfigCatFake fake = ConfigCatFake.start();
        ConfigCatManagementClient client = client(fake)) {
      fake.serveUnknownMembers();

      new Walk(client, fake.world()).all();

      assertThat(problems)
          .contains(
              "GET /v2/products/{productId}/auditlogs /paging/fromTheFuture is unknown",
              "GET /v1/products /0/organization/fromTheFuture is unknown");
    }
  }

  private ConfigCatManagementClient client(ConfigCatFake fake) {
    return ConfigCatManagementClient.builder()
        .credentials(ConfigCatFake.USER, ConfigCatFake.PASSWORD)
        .baseUrl(fake.baseUrl())
        .httpClient(new OkHttpClient.Builder().addNetworkInterceptor(this::look).build())
        .build();
  }

  private Response look(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    Response response = chain.proceed(request);
    if (response.isRedirect()) {
      return response;
    }
    Document.Operation operation =
        routes
            .match(request.method(), request.url().pathSegments())
            .orElseThrow()
            .route()
            .operation();
    JsonObject schema = document.answer(operation, response.code());
    String body = response.peekBody(Long.MAX_VALUE).string();
    if (schema == null) {
      if (!body.isEmpty()) {
        problems.add(operation + " has a body");
      }
    } else {
      StrictCheck.problems(document, schema, JsonParser.parseString(body))
          .forEach(problem -> problems.add(operation + " " + problem));
    }
    return response;
  }
}
