package com.configcat.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.configcat.management.api.ConfigsApi;
import com.configcat.management.api.SdkKey;
import com.configcat.management.api.TagsApi;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.error.DryRunException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.flag.Flag;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.listener.CallEnded;
import com.configcat.management.listener.CallListener;
import com.configcat.management.model.CreateConfigRequest;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.model.EvaluationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DryRunTest {
  private static final UUID ID = new UUID(0, 1);
  private final MockWebServer server = MockServers.create();
  private final RecordingRateLimiter limiter = new RecordingRateLimiter();
  private final List<String> permits = limiter.permits();
  private final List<CallEnded> ended = new CopyOnWriteArrayList<>();
  private ConfigCatManagementClient client;

  @BeforeEach
  void start() throws Exception {
    server.start();
    client =
        ConfigCatManagementClient.builder()
            .credentials("api-user", "p4ssw0rd")
            .baseUrl(server.url("/base/").toString())
            .rateLimiter(limiter)
            .listener(
                new CallListener() {
                  @Override
                  public void callEnded(CallEnded event) {
                    ended.add(event);
                  }
                })
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private static CreateConfigRequest config(String name) {
    return CreateConfigRequest.builder().name(name).evaluationVersion(EvaluationVersion.V2).build();
  }

  private static CreateTagModel tag(String name) {
    return CreateTagModel.builder().name(name).build();
  }

  @Test
  void tellsWhatWouldBeSentAndSendsNothing() throws Exception {
    List<PlannedRequest> plan = client.dryRun(c -> c.configs().create(ID, config("Größe")));

    assertThat(server.getRequestCount()).isZero();
    assertThat(permits).isEmpty();
    assertThat(ended).isEmpty();
    PlannedRequest planned = plan.get(0);
    assertThat(plan).hasSize(1);
    assertThat(planned.method()).isEqualTo("POST");
    assertThat(planned.operation()).hasToString("POST /v1/products/{productId}/configs");
    assertThat(planned.headers().get("authorization")).containsExactly("***");

    answer(200, "{}");
    var unused = client.configs().create(ID, config("Größe"));
    RecordedRequest sent = server.takeRequest();
    assertThat(planned.path()).isEqualTo(sent.getTarget());
    assertThat(planned.body()).hasValue(sent.getBody().utf8());
    assertThat(planned).hasToString("POST " + sent.getTarget() + "\n" + sent.getBody().utf8());
    for (String header : List.of("Accept", "Content-Type", "User-Agent")) {
      assertThat(planned.headers().get(header)).isEqualTo(sent.getHeaders().values(header));
    }
    assertThat(permits).hasSize(1);
  }

  @Test
  void masksTheSdkKeyAndTheCredentials() {
    PlannedRequest planned =
        client
            .dryRun(
                c ->
                    c.updateFlagBySdkKey(
                        SdkKey.of("the-sdk-key"), "isOn", true, "p4ssw0rd of the-sdk-key"))
            .get(0);

    assertThat(planned.path()).isEqualTo("/base/v1/settings/isOn/value?reason=***%20of%20***");
    assertThat(planned.headers().get("x-configcat-sdkkey")).containsExactly("***");
    assertThat(planned.headers().toString()).doesNotContain("the-sdk-key");
  }

  @Test
  void sendsTheReadsOfATask() throws Exception {
    answer(200, "[{\"configId\":\"" + ID + "\",\"name\":\"Main\",\"evaluationVersion\":\"v2\"}]");
    List<PlannedRequest> plan = client.dryRun(c -> c.configs().ensure(ID, config("Other")));

    assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(plan).extracting(PlannedRequest::method).containsExactly("POST");
    assertThat(ended).hasSize(1);

    answer(200, "[{\"configId\":\"" + ID + "\",\"name\":\"Main\",\"evaluationVersion\":\"v2\"}]");
    assertThat(client.dryRun(c -> c.configs().ensure(ID, config("Main")))).isEmpty();
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void endsAFunctionWithItsFirstWrite() {
    AtomicReference<String> reached = new AtomicReference<>("nothing");
    List<PlannedRequest> plan =
        client.dryRun(
            c -> {
              c.tags().delete(1L);
              reached.set("the second");
              c.tags().delete(2L);
            });

    assertThat(plan).extracting(PlannedRequest::path).containsExactly("/base/v1/tags/1");
    assertThat(plan.get(0).body()).isEmpty();
    assertThat(reached).hasValue("nothing");
  }

  @Test
  void recordsAllWritesOfTasksThatGoOnAndOfFunctionsThatDo() {
    answer(200, "[]");
    AtomicReference<EnsuredAll<CreateTagModel, ?>> result = new AtomicReference<>();
    List<PlannedRequest> ensured =
        client.dryRun(c -> result.set(c.tags().ensureAll(ID, List.of(tag("a"), tag("b")))));
    assertThat(ensured)
        .extracting(each -> each.body().orElseThrow())
        .containsExactly("{\"name\":\"a\"}", "{\"name\":\"b\"}");
    assertThat(result.get().isComplete()).isFalse();

    List<PlannedRequest> caught =
        client.dryRun(
            c -> {
              for (long id = 1; id <= 3; id++) {
                try {
                  c.tags().delete(id);
                } catch (DryRunException e) {
                  assertThat(e.requestMayHaveBeenApplied()).isFalse();
                }
              }
            });
    assertThat(caught).hasSize(3);
  }

  @Test
  void recordsEnqueuedAndRetrofitCalls() {
    List<CompletableFuture<?>> futures = new ArrayList<>();
    List<PlannedRequest> plan =
        client.dryRun(
            c -> {
              futures.add(c.enqueue(c.api(ConfigsApi.class).deleteConfig(ID)));
              futures.add(c.enqueue(c.api(TagsApi.class).deleteTag(2L)));
              try {
                var unused = c.api(TagsApi.class).deleteTag(3L).execute();
              } catch (IOException e) {
                assertThat(e).hasCauseInstanceOf(DryRunException.class);
              }
            });

    assertThat(plan).hasSize(3);
    assertThat(futures)
        .allSatisfy(
            future ->
                assertThat(future)
                    .isCompletedExceptionally()
                    .failsWithin(java.time.Duration.ZERO)
                    .withThrowableThat()
                    .withCauseInstanceOf(DryRunException.class));
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void staysDryInEveryViewOfItsClient() {
    List<PlannedRequest> plan =
        client.dryRun(
            c ->
                c.withOptions(options -> options.retryWrites(true))
                    .withResponse(i -> i.configs().create(ID, config("x"))));

    assertThat(plan).hasSize(1);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void neitherSendsNorRecordsAWriteOfAnotherView() {
    Flag before = client.flag(ID, 7);
    answer(
        200,
        "{\"config\":{\"configId\":\"%s\",\"evaluationVersion\":\"v1\"},\"settingType\":\"boolean\"}"
            .formatted(ID));
    answer(200, "{\"setting\":{\"settingType\":\"boolean\"},\"value\":false}");

    assertThatIllegalStateException()
        .isThrownBy(() -> client.dryRun(c -> client.configs().delete(ID)))
        .withMessageContaining("not sent");
    // Though the task takes the refusal for that of one item.
    assertThatIllegalStateException()
        .isThrownBy(() -> client.dryRun(c -> swallow(() -> client.configs().delete(ID))));
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(
            () -> client.dryRun(c -> before.replace(true, WriteOptions.because("why not"))));
    assertThat(server.getRequestCount()).isLessThanOrEqualTo(2);

    answer(200, "");
    client.configs().delete(ID);
  }

  private static void swallow(Runnable code) {
    try {
      code.run();
    } catch (IllegalStateException e) {
      // As a task that goes on with the next item.
    }
  }

  @Test
  void throwsWhatTheFunctionThrowsBeforeItWrites() {
    answer(404, "");

    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(
            () -> client.dryRun(c -> c.configs().delete(c.configs().get(ID).getConfigId())));
    assertThatIllegalArgumentException().isThrownBy(() -> client.dryRun(c -> c.tags().delete(0L)));
    assertThat(client.dryRun(c -> {})).isEmpty();
  }

  @Test
  void refusesAfterCloseLikeTheCall() {
    client.close();

    assertThatIllegalStateException().isThrownBy(() -> client.dryRun(c -> c.tags().delete(1L)));
  }
}
