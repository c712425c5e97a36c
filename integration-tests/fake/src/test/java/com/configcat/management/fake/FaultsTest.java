package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FaultsTest extends Shop {
  private static final String TRUE = "{\"defaultValue\":{\"boolValue\":true}}";
  private static final String PUT =
      "PUT /v2/environments/{environmentId}/settings/{settingId}/value";

  private boolean isOn() {
    return newFlag
        .served(production, "defaultValue")
        .getAsJsonObject()
        .get("boolValue")
        .getAsBoolean();
  }

  @Test
  void aConnectionClosedBeforeLeavesEverythingAsItWas() {
    fake.faults().at(1, Fault.closeBefore());
    JsonObject before = fake.snapshot();

    assertThatThrownBy(() -> caller.sendOrFail("PUT", newValue(), TRUE))
        .isInstanceOf(IOException.class);

    assertThat(fake.snapshot()).isEqualTo(before);
    assertThat(fake.requests())
        .singleElement()
        .isEqualTo(new ReceivedRequest("PUT", newValue(), PUT, TRUE, 0, false, ""));
  }

  @Test
  void anAnswerLostAfterTheWriteHasChangedTheState() {
    fake.faults().at(1, Fault.closeAfter());

    assertThatThrownBy(() -> caller.sendOrFail("PUT", newValue(), TRUE))
        .isInstanceOf(IOException.class);

    assertThat(isOn()).isTrue();
    assertThat(fake.requests())
        .singleElement()
        .isEqualTo(new ReceivedRequest("PUT", newValue(), PUT, TRUE, 0, true, ""));
  }

  @Test
  void anAnswerCutInTheMiddleHasChangedTheState() {
    fake.faults().at(1, Fault.cutAfter());

    assertThatThrownBy(() -> caller.sendOrFail("PUT", newValue(), TRUE))
        .isInstanceOf(IOException.class);

    assertThat(isOn()).isTrue();
    assertThat(fake.requests()).singleElement().matches(ReceivedRequest::applied);
  }

  @Test
  void aStatusCanStandForTheAnswerBeforeAndAfter() {
    fake.faults()
        .at(1, Fault.statusBefore(503, Map.of("Retry-After", "7")))
        .at(2, Fault.statusAfter(500));

    Caller.Reply before = caller.put(newValue(), TRUE);
    assertThat(before.status()).isEqualTo(503);
    assertThat(before.http().headers().firstValue("Retry-After")).hasValue("7");
    assertThat(isOn()).isFalse();

    assertThat(caller.put(newValue(), TRUE).status()).isEqualTo(500);
    assertThat(isOn()).isTrue();
    assertThat(fake.requests())
        .extracting(ReceivedRequest::status, ReceivedRequest::applied)
        .containsExactly(tuple(503, false), tuple(500, true));
  }

  @Test
  void anotherWriterCanComeJustBefore() {
    String version = newFlag.version(production);
    fake.faults()
        .at(
            1,
            PUT,
            Fault.between(
                state ->
                    state.write(
                        production.id(),
                        newFlag.id(),
                        value -> value.addProperty("percentageEvaluationAttribute", "Plan"))));
    assertThat(caller.get(newValue()).status()).isEqualTo(200);

    Caller.Reply reply = caller.put(newValue() + "?latestVersionId=" + version, TRUE);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(isOn()).isFalse();
    assertThat(newFlag.served(production, "percentageEvaluationAttribute").getAsString())
        .isEqualTo("Plan");
    assertThat(fake.requests().get(1).applied()).isFalse();
    assertThat(caller.get(newValue()).object().get("lastUpdaterUserEmail").getAsString())
        .isEqualTo("rival@example.com");
  }

  @Test
  void aSlowAnswerHasChangedTheStateAlready() {
    fake.faults().at(1, Fault.slow(Duration.ofSeconds(30)));
    Caller impatient = caller.withPatience(Duration.ofMillis(200));

    assertThatThrownBy(() -> impatient.sendOrFail("PUT", newValue(), TRUE))
        .isInstanceOf(HttpTimeoutException.class);

    assertThat(isOn()).isTrue();
  }

  @Test
  void aDelayIsWaitedFor() {
    fake.faults().at(1, Fault.slow(Duration.ofMillis(150)));
    long start = System.nanoTime();

    assertThat(caller.get("/v1/me").status()).isEqualTo(200);

    assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(140));
  }

  @Test
  void onlyTheRequestCountedFails() {
    fake.faults().at(2, Fault.statusBefore(500)).at(2, "GET /v1/products", Fault.statusBefore(502));

    assertThat(caller.get("/v1/products").status()).isEqualTo(200);
    assertThat(caller.get("/v1/me").status()).isEqualTo(500);
    assertThat(caller.get("/v1/products").status()).isEqualTo(502);
    assertThat(fake.faults().waiting()).isZero();
    assertThat(caller.get("/v1/products").status()).isEqualTo(200);
  }

  @Test
  void ofTwoFaultsAtOneRequestTheOneSetFirstHappens() {
    fake.faults().at(1, Fault.statusBefore(503)).at(1, Fault.statusBefore(502));

    assertThat(caller.get("/v1/me").status()).isEqualTo(503);
    assertThat(caller.get("/v1/me").status()).isEqualTo(200);
  }

  @Test
  void faultsCanBeCombined() {
    fake.faults()
        .at(
            1,
            Fault.statusAfter(408)
                .andBetween(
                    state ->
                        state.write(test.id(), oldFlag.id(), v -> v.addProperty("value", true)))
                .andSlow(Duration.ofMillis(60)));
    long start = System.nanoTime();

    assertThat(caller.put(newValue(), TRUE).status()).isEqualTo(408);

    assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(55));
    assertThat(isOn()).isTrue();
    assertThat(oldFlag.served(test, "value").getAsBoolean()).isTrue();
  }

  @Test
  void aFaultCanStayUntilItIsCleared() {
    fake.faults().always("", Fault.statusBefore(429, Map.of("Retry-After", "1")));

    assertThat(caller.get("/v1/products").status()).isEqualTo(429);
    assertThat(caller.put(newValue(), TRUE).status()).isEqualTo(429);
    fake.faults().clear();
    assertThat(caller.get("/v1/products").status()).isEqualTo(200);
    assertThat(isOn()).isFalse();
  }

  @Test
  void aRequestThatIsRefusedIsNotAppliedEvenWhenItsAnswerIsLost() {
    fake.faults().at(1, Fault.closeAfter());

    assertThatThrownBy(() -> caller.sendOrFail("PUT", newValue(), "{}"))
        .isInstanceOf(IOException.class);

    assertThat(fake.requests().get(0).applied()).isFalse();
  }
}
