package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.FlagNotRestoredException;
import com.configcat.management.error.FlagsNotSetException;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.fake.Fault;
import com.configcat.management.fake.ReceivedRequest;
import com.configcat.management.flag.TemporaryFlags;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemporaryFlagsTest {
  private static final String BULK =
      "POST /v2/configs/{configId}/environments/{environmentId}/values";
  private static final String UNKNOWN =
      "{\"defaultValue\":{\"boolValue\":false,\"fromTheFuture\":1.50}}";

  private final ConfigCatFake fake = ConfigCatFake.start();
  private final FakeProduct product = fake.world().product("Shop");
  private final FakeEnvironment environment = product.environment("Test");
  private final FakeConfig config = product.v2Config("Main");
  private final List<FakeFlag> flags =
      IntStream.range(0, 60).mapToObj(i -> config.flag("flag" + i)).toList();
  private final ConfigCatManagementClient client =
      Clients.with(fake, CallOptions.defaults().maxAttempts(1));
  private List<JsonObject> before;

  @BeforeEach
  void serve() {
    flags.get(0).serve(environment, Scene.quoted(Scene.RULES));
    flags.get(1).serve(environment, UNKNOWN);
    before = served();
  }

  @AfterEach
  void stop() {
    client.close();
    fake.close();
  }

  private List<JsonObject> served() {
    return flags.stream().map(flag -> flag.served(environment)).toList();
  }

  private TemporaryFlags on() {
    return client.flags().bulkEdit(config.id(), environment.id()).temporarily(true);
  }

  private boolean isOn(FakeFlag flag) {
    JsonObject value = flag.served(environment);
    return value.getAsJsonObject("defaultValue").get("boolValue").getAsBoolean()
        && value.getAsJsonArray("targetingRules").isEmpty();
  }

  private long requests(String method) {
    return fake.requests().stream().map(ReceivedRequest::method).filter(method::equals).count();
  }

  @Test
  void servesOneValueToEveryoneAndThenWhatWasServedBefore() {
    try (TemporaryFlags on = on()) {
      assertThat(flags).allMatch(this::isOn);
      assertThat(on.before()).hasSize(60);
      assertThat(JsonParser.parseString(on.before().get(flags.get(1).id())))
          .isEqualTo(JsonParser.parseString(before.get(1).toString()));
    }

    assertThat(served()).isEqualTo(before);
    assertThat(requests("GET")).as("the Config, its values, and its values again").isEqualTo(3);
    assertThat(requests("POST")).isEqualTo(4);
    assertThat(requests("PATCH")).as("what has a member from the future").isEqualTo(2);
  }

  @Test
  void restoresAllWhenOneCannotBeSet() {
    fake.faults().at(2, BULK, Fault.statusBefore(400));

    assertThatExceptionOfType(FlagsNotSetException.class)
        .isThrownBy(this::on)
        .withMessageContaining("have been restored: 51 of 60 settled")
        .withCauseInstanceOf(BadRequestException.class)
        .satisfies(e -> assertThat(e.requestMayHaveBeenApplied()).isFalse());

    assertThat(served()).isEqualTo(before);
  }

  @Test
  void saysWhatIsToBeRestoredByHandWhenThatFailsAsWell() {
    fake.faults().at(2, BULK, Fault.statusBefore(400)).at(3, BULK, Fault.statusBefore(403));

    assertThatExceptionOfType(FlagNotRestoredException.class)
        .isThrownBy(this::on)
        .satisfies(
            e -> {
              assertThat(JsonParser.parseString(e.before()).getAsJsonObject().keySet()).hasSize(51);
              assertThat(e.getSuppressed()).hasOnlyElementsOfType(FlagsNotSetException.class);
            });
  }

  @Test
  void leavesAloneWhatSomebodyElseChangedAndRestoresTheOthers() {
    TemporaryFlags on = on();
    fake.change(
        state ->
            state.write(
                environment.id(),
                flags.get(5).id(),
                row -> row.addProperty("percentageEvaluationAttribute", "Somebody")));

    assertThatExceptionOfType(FlagNotRestoredException.class)
        .isThrownBy(on::close)
        .withMessageContaining("flag5")
        .satisfies(
            e ->
                assertThat(JsonParser.parseString(e.before()).getAsJsonObject().keySet())
                    .containsExactly(Integer.toString(flags.get(5).id())));

    assertThat(isOn(flags.get(5))).isTrue();
    assertThat(flags.stream().filter(this::isOn)).hasSize(1);
  }

  @Test
  void leavesAloneAMemberThatSomebodyElseAddedAndThisClientDoesNotKnow() {
    TemporaryFlags on = on();
    fake.change(
        state ->
            state.write(
                environment.id(),
                flags.get(5).id(),
                row -> row.getAsJsonObject("defaultValue").addProperty("fromTheFuture", 2)));

    assertThatExceptionOfType(FlagNotRestoredException.class)
        .isThrownBy(on::close)
        .withMessageContaining("flag5");

    assertThat(flags.get(5).served(environment).toString()).contains("fromTheFuture");
    assertThat(flags.stream().filter(this::isOn)).hasSize(1);
  }

  @Test
  void canBeClosedAgainAfterAFailure() {
    TemporaryFlags on = on();
    fake.faults().at(1, BULK, Fault.statusBefore(503)).at(2, BULK, Fault.statusBefore(503));

    assertThatExceptionOfType(FlagNotRestoredException.class).isThrownBy(on::close);
    on.close();

    assertThat(served()).isEqualTo(before);
    fake.forgetRequests();
    on.close();
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void restoresEvenIfTheThreadIsInterrupted() {
    TemporaryFlags on = on();

    Thread.currentThread().interrupt();
    on.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(served()).isEqualTo(before);
  }

  @Test
  void canBeNested() {
    TemporaryFlags outer = on();
    TemporaryFlags inner =
        client
            .flags()
            .bulkEdit(config.id(), environment.id())
            .only(flag -> flag.key().equals("flag7"))
            .temporarily(false);
    assertThat(isOn(flags.get(7))).isFalse();

    inner.close();
    assertThat(isOn(flags.get(7))).isTrue();
    outer.close();

    assertThat(served()).isEqualTo(before);
  }

  @Test
  void saysWhatIsToBeRestoredByHandIfAReasonIsRequiredByThen() {
    TemporaryFlags on = on();
    environment.reasonRequired();

    assertThatExceptionOfType(FlagNotRestoredException.class)
        .isThrownBy(on::close)
        .withCauseInstanceOf(IllegalArgumentException.class)
        .satisfies(
            e ->
                assertThat(JsonParser.parseString(e.before()).getAsJsonObject().keySet())
                    .hasSize(60));
  }

  @Test
  void restoresWhatWasWrittenBeforeAnInterceptorThrew() {
    AtomicInteger writes = new AtomicInteger();
    Interceptor throwing =
        chain -> {
          Response response = chain.proceed(chain.request());
          if (chain.request().method().equals("POST") && writes.incrementAndGet() == 2) {
            response.close();
            throw new IllegalStateException("an interceptor's");
          }
          return response;
        };
    try (ConfigCatManagementClient own =
        Clients.builder(fake)
            .httpClient(new OkHttpClient.Builder().addInterceptor(throwing).build())
            .build()) {
      assertThatExceptionOfType(FlagsNotSetException.class)
          .isThrownBy(() -> own.flags().bulkEdit(config.id(), environment.id()).temporarily(true))
          .withCauseInstanceOf(IllegalStateException.class);
    }

    assertThat(writes).hasValue(4);
    assertThat(served()).isEqualTo(before);
  }

  @Test
  void readsTheValuesOfAV1ConfigOnceToSetAndOnceToRestore() {
    FakeConfig v1 = product.v1Config("Old");
    v1.flag("old");

    client.flags().bulkEdit(v1.id(), environment.id()).temporarily(true).close();

    assertThat(fake.requests())
        .extracting(ReceivedRequest::method)
        .containsExactly("GET", "GET", "PATCH", "GET", "PATCH");
  }
}
