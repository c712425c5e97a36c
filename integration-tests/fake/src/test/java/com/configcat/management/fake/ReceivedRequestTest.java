package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceivedRequestTest extends Shop {
  private String answer() {
    return fake.requests().get(fake.requests().size() - 1).answer();
  }

  @Test
  void hasTheAnswerAsItWasSent() {
    String sent = caller.get(oldValue()).http().body();
    assertThat(sent).hasSizeLessThan(2_000);
    assertThat(answer()).isEqualTo(sent);

    caller.delete("/v1/settings/" + oldFlag.id());
    assertThat(answer()).isEmpty();

    fake.faults().at(1, Fault.statusBefore(503));
    caller.get(oldValue());
    assertThat(answer()).isEmpty();
  }

  @Test
  void hasTheStartOfALongAnswer() {
    for (int i = 0; i < 20; i++) {
      v1.flag("flag" + i);
    }

    String sent = caller.get("/v1/configs/" + v1.id() + "/settings").http().body();

    assertThat(answer()).isEqualTo(sent.substring(0, 2_000) + "…");
  }

  @Test
  void hasAnAnswerOfJustTheLengthWhole() {
    String reason = "x".repeat(1_998);
    fake.faults().at(1, Fault.answerBefore(400, Map.of(), new JsonPrimitive(reason)));

    caller.get(oldValue());

    assertThat(answer()).isEqualTo("\"" + reason + "\"");
  }
}
