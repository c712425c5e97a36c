package com.configcat.management.internal.flag;

import static com.configcat.management.internal.flag.ScriptedFlags.BY_ID;
import static com.configcat.management.internal.flag.ScriptedFlags.CONFIG;
import static com.configcat.management.internal.flag.ScriptedFlags.ENVIRONMENT;
import static com.configcat.management.internal.flag.ScriptedFlags.SETTING;
import static com.configcat.management.internal.flag.ScriptedFlags.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.error.ConflictException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.model.ChangeRequestModel;
import com.configcat.management.model.CreateChangeRequestModel;
import com.configcat.management.model.CreateChangeRequestProposedChangeModel;
import com.configcat.management.model.UpdateEvaluationFormulaWithLatestVersionModel;
import com.configcat.management.model.UpdateValueModel;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code changeRequests().propose} reads and sends. */
class FlagProposalTest {
  private static final String VALUE = "/v2" + BY_ID;
  private static final String OPENS =
      "POST /v2/configs/" + CONFIG + "/environments/" + ENVIRONMENT + "/change-requests";
  private static final String RULE =
      "{'conditions':[{'userCondition':{'comparator':'newer','comparisonAttribute':'X'}}],"
          + "'value':{'boolValue':true},'mark':'a'}";

  private final ScriptedFlags service = new ScriptedFlags();

  @BeforeEach
  void start() {
    service.serve(VALUE, value(VERSION)).on(OPENS, 201, "{'changeRequestId':5,'title':'On'}");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static String value(UUID version) {
    return "{'config':{'configId':'%s'},'setting':{'settingId':7,'settingType':'boolean'},"
            .formatted(CONFIG)
        + "'lastVersionId':'%s','defaultValue':{'boolValue':false},".formatted(version)
        + "'targetingRules':["
        + RULE
        + "],'percentageEvaluationAttribute':'Plan'}";
  }

  private ChangeRequestModel propose() {
    return service
        .client
        .changeRequests()
        .propose(ENVIRONMENT, SETTING, "On", formula -> formula.defaultValue(true));
  }

  private static JsonArray changes(String body) {
    return JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("proposedChanges");
  }

  private JsonObject proposed() {
    JsonArray changes = changes(service.lastSent());
    return changes.get(changes.size() - 1).getAsJsonObject().getAsJsonObject("proposedChange");
  }

  @Test
  void proposesTheWholeValueOnConditionOfTheVersionRead() {
    assertThat(propose().getChangeRequestId()).isEqualTo(5);

    assertThat(service.requests()).containsExactly("GET " + VALUE, OPENS);
    assertThat(JsonParser.parseString(service.lastSent()).getAsJsonObject().get("title"))
        .hasToString("\"On\"");
    assertThat(proposed())
        .isEqualTo(
            JsonParser.parseString(
                ("{'settingId':7,'latestVersionId':'"
                        + VERSION
                        + "','defaultValue':{'boolValue':true},'targetingRules':["
                        + RULE
                        + "],'percentageEvaluationAttribute':'Plan'}")
                    .replace('\'', '"')));
  }

  @Test
  void keepsWhatTheRequestAlreadyContains() {
    CreateChangeRequestModel request =
        CreateChangeRequestModel.builder()
            .title("Both")
            .reason("Ticket 42")
            .proposedChanges(
                List.of(
                    CreateChangeRequestProposedChangeModel.builder()
                        .proposedChange(
                            UpdateEvaluationFormulaWithLatestVersionModel.builder()
                                .settingId(8)
                                .defaultValue(UpdateValueModel.builder().boolValue(true).build())
                                .build())
                        .build()))
            .build();

    service
        .client
        .changeRequests()
        .propose(ENVIRONMENT, SETTING, request, formula -> formula.defaultValue(true));

    assertThat(service.lastSent()).contains("\"reason\":\"Ticket 42\"", "\"settingId\":8");
    assertThat(changes(service.lastSent())).hasSize(2);
    assertThat(proposed().get("settingId")).hasToString("7");
  }

  @Test
  void editsAgainIfSomebodyElseWroteFirst() {
    UUID newer = new UUID(0, 9);
    service.on(OPENS, 409, "");

    assertThatThrownBy(
            () ->
                service
                    .client
                    .changeRequests()
                    .propose(
                        ENVIRONMENT,
                        SETTING,
                        "On",
                        formula -> {
                          // Somebody writes between the read and the proposal, once.
                          service.serve(VALUE, value(newer));
                          return formula.defaultValue(true);
                        }))
        .isInstanceOf(ConflictException.class);

    assertThat(service.requests())
        .containsExactly("GET " + VALUE, OPENS, "GET " + VALUE, OPENS, "GET " + VALUE);
    assertThat(proposed().get("latestVersionId")).hasToString("\"" + newer + "\"");
  }

  @Test
  void refusesAnEditThatChangesNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                service
                    .client
                    .changeRequests()
                    .propose(ENVIRONMENT, SETTING, "On", formula -> formula.defaultValue(false)))
        .withMessageContaining("leaves the flag as it is");
    assertThatNullPointerException()
        .isThrownBy(
            () ->
                service
                    .client
                    .changeRequests()
                    .propose(ENVIRONMENT, SETTING, "On", formula -> null))
        .withMessageContaining("The change returned null");
    assertThat(service.requests()).allMatch(request -> request.startsWith("GET "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$.config.configId", "$.lastVersionId"})
  void refusesAnAnswerWithoutWhatItNeeds(String path) {
    String member = path.substring(path.lastIndexOf('.') + 1);
    service.serve(VALUE, value(VERSION).replaceFirst("'" + member + "'", "'other'"));

    assertThat(catchThrowableOfType(DecodingException.class, this::propose).jsonPath())
        .isEqualTo(path);
    assertThat(service.requests()).containsExactly("GET " + VALUE);
  }
}
