package com.configcat.management.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.configcat.management.webhook.WebhookChange.Event;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChangeTest {
  private static final String TWO =
      """
      [
        {"settingKey":"größe","event":"changed","details":"\\r\\ngröße: 1 ➔ 2"},
        {"settingKey":"beta","event":"deleted","details":""}
      ]
      """;

  @Test
  void readsABodyOfChangeDetails() {
    List<WebhookChange> changes = WebhookChange.readAll(TWO.getBytes(UTF_8));

    assertThat(changes).hasSize(2);
    assertThat(changes.get(0).settingKey()).contains("größe");
    assertThat(changes.get(0).event()).isEqualTo(Event.CHANGED);
    assertThat(changes.get(0).details()).contains("\r\ngröße: 1 ➔ 2");
    assertThat(changes.get(1).settingKey()).contains("beta");
    assertThat(changes.get(1).event()).isEqualTo(Event.DELETED);
    assertThat(changes.get(1).details()).contains("");
  }

  @ParameterizedTest
  @CsvSource({
    "added, ADDED",
    "changed, CHANGED",
    "deleted, DELETED",
    "Changed, UNKNOWN",
    "archived, UNKNOWN",
    "'', UNKNOWN"
  })
  void knowsTheEventsOfTheServiceAndSurvivesOthers(String wireValue, Event event) {
    assertThat(WebhookChange.readAll("[{\"event\":\"" + wireValue + "\"}]").get(0).event())
        .isEqualTo(event);
  }

  @Test
  void keepsWhatItDoesNotKnow() {
    WebhookChange change =
        WebhookChange.readAll("[{\"event\":\"archived\",\"settingKey\":7,\"by\":{\"id\":1.50}}]")
            .get(0);

    assertThat(change.settingKey()).isEmpty();
    assertThat(change.details()).isEmpty();
    assertThat(change.json().getAsJsonObject().get("by")).hasToString("{\"id\":1.50}");
    assertThat(change.json().getAsJsonObject().get("settingKey")).hasToString("7");
  }

  @Test
  void readsAMemberOfALargerBodyAlsoWithQuotesAroundIt() {
    List<WebhookChange> changes = WebhookChange.readAll(TWO);

    JsonArray array = new JsonArray();
    changes.forEach(change -> array.add(change.json()));
    assertThat(WebhookChange.readAll(array)).isEqualTo(changes);
    assertThat(WebhookChange.readAll(new JsonPrimitive(TWO))).isEqualTo(changes);
    assertThat(WebhookChange.readAll(JsonNull.INSTANCE)).isEmpty();
    assertThat(WebhookChange.readAll("[]")).isEmpty();
  }

  @Test
  void keepsElementsThatAreNoObjects() {
    List<WebhookChange> changes = WebhookChange.readAll("[null,\"text\",[]]");

    assertThat(changes).extracting(WebhookChange::event).containsOnly(Event.UNKNOWN);
    assertThat(changes)
        .extracting(WebhookChange::toString)
        .containsExactly("null", "\"text\"", "[]");
  }

  @Test
  void isNotChangedThroughItsJson() {
    WebhookChange change = WebhookChange.readAll(TWO).get(0);

    change.json().getAsJsonObject().addProperty("settingKey", "other");

    assertThat(change.settingKey()).contains("größe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "text",
        "{\"settingKey\":\"a\"}",
        "\"no array\"",
        "12",
        "[{\"a\":1}",
        "[] []",
        "[{'settingKey':'a'}]",
        "##ChangeDetails##",
        "[}"
      })
  void saysWhatToDoAboutABodyThatIsNoArrayOfChanges(String body) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebhookChange.readAll(body))
        .withMessageContaining("##ChangeDetails##");
  }

  @Test
  void survivesDeepNesting() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebhookChange.readAll("[".repeat(100_000)));
  }

  @Test
  void refusesAnObjectWhereTheArrayIsExpected() {
    assertThatIllegalArgumentException().isThrownBy(() -> WebhookChange.readAll(new JsonObject()));
  }
}
