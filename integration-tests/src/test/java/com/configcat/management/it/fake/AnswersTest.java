package com.configcat.management.it.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.ReceivedRequest;
import com.configcat.management.fake.internal.endpoints.Routes;
import com.configcat.management.fake.internal.state.Document;
import com.configcat.management.it.contract.Contract;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A validator finds that the fake answers with all that the document has, and no more. */
class AnswersTest {
  private final AnswerSchemas schemas = new AnswerSchemas(Contract.ofBuild());
  private final Routes routes = new Routes(Document.pinned());
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
          .anyMatch(
              text ->
                  text.startsWith(
                      "GET /v2/products/{productId}/auditlogs /paging: property 'fromTheFuture'"))
          .anyMatch(
              text ->
                  text.startsWith("GET /v1/products /0/organization: property 'fromTheFuture'"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /v1/products                    | 200 | [{'reasonRequired':false}]      | required
          GET    | /v1/tags/{tagId}                | 200 | {'tagId':'1'}                   | /tagId
          GET    | /v1/tags/{tagId}                | 200 | {'tagId':null}                  | /tagId
          GET    | /v1/tags/{tagId}                | 200 | {'product':{'productId':'x'}}   | uuid
          GET    | /v1/tags/{tagId}                | 200 | {'extra':1}                     | 'extra'
          GET    | /v1/segments/{segmentId}        | 200 | {'createdAt':'now'}             | date-time
          GET    | /v1/segments/{segmentId}        | 200 | {'comparator':'like'}           | /comparator
          DELETE | /v1/tags/{tagId}                | 204 | {}                              | has a body
          GET    | /v1/tags/{tagId}                | 404 | {'name':'not there'}            | /name
          GET    | /v1/tags/{tagId}                | 404 | {'Name':[]}                     | /Name
          GET    | /v1/tags/{tagId}                | 500 | ''                              | not declared
          """)
  void whatBreaksTheDocumentIsNoticed(
      String method, String template, int status, String answer, String problem) {
    assertThat(schemas.problems(method, template, status, "", answer.replace('\'', '"')))
        .anyMatch(text -> text.contains(problem));
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
    schemas
        .problems(
            operation.method(),
            operation.template(),
            response.code(),
            response.header("Content-Type", ""),
            response.peekBody(Long.MAX_VALUE).string())
        .forEach(problem -> problems.add(operation + " " + problem));
    return response;
  }
}
