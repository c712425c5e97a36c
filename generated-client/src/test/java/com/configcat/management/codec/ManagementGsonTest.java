package com.configcat.management.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.model.ChangeRequestStatus;
import com.configcat.management.model.CreateConfigRequest;
import com.configcat.management.model.CreateIntegrationModel;
import com.configcat.management.model.EvaluationVersion;
import com.configcat.management.model.IntegrationModel;
import com.configcat.management.model.IntegrationType;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.OrganizationModel;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.SdkKeysModel;
import com.configcat.management.model.SegmentListModel;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateSettingValueModel;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementGsonTest {
  private final Gson gson = ManagementGson.create();

  private String written(SettingValue value) {
    return gson.toJson(UpdateSettingValueModel.builder().value(value).build());
  }

  @Test
  void writesFlagValuesWithTheirTypeAndDigits() {
    assertThat(written(SettingValue.of(true))).isEqualTo("{\"value\":true}");
    assertThat(written(SettingValue.of("x"))).isEqualTo("{\"value\":\"x\"}");
    assertThat(written(SettingValue.of("<b> & 'é'"))).isEqualTo("{\"value\":\"<b> & 'é'\"}");
    assertThat(written(SettingValue.of(10))).isEqualTo("{\"value\":10}");
    assertThat(written(SettingValue.of(Long.MIN_VALUE)))
        .isEqualTo("{\"value\":-9223372036854775808}");
    assertThat(written(SettingValue.of(1.5))).isEqualTo("{\"value\":1.5}");
    assertThat(written(SettingValue.of(10.0))).isEqualTo("{\"value\":10.0}");
    assertThat(written(SettingValue.of(new BigDecimal("0.1000000000000000000000000001"))))
        .isEqualTo("{\"value\":0.1000000000000000000000000001}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "false",
        "\"\"",
        "\"10\"",
        "10",
        "10.0",
        "-1.25",
        "9007199254740993",
        "0.30000000000000004"
      })
  void readsFlagValuesWithoutLosingAnything(String json) {
    SettingValue value = gson.fromJson(json, SettingValue.class);

    assertThat(gson.toJson(value)).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]"})
  void refusesFlagValuesOfAnotherType(String json) {
    assertThatThrownBy(
            () -> gson.fromJson("{\"value\":" + json + "}", UpdateSettingValueModel.class))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("$.value");
  }

  @Test
  void doesNotSendWhatWasNotSet() {
    assertThat(gson.toJson(CreateConfigRequest.builder().name("Main").build()))
        .isEqualTo("{\"name\":\"Main\"}");
  }

  @Test
  void sendsAnEmptyListThatWasSet() {
    UpdateSettingValueModel model =
        UpdateSettingValueModel.builder()
            .value(SettingValue.of(true))
            .rolloutRules(List.of())
            .build();

    assertThat(gson.toJson(model)).isEqualTo("{\"rolloutRules\":[],\"value\":true}");
  }

  @Test
  void survivesAnUnknownEnumValueAndRefusesToSendIt() {
    SettingModel read = gson.fromJson("{\"settingType\":\"noSuchType\"}", SettingModel.class);

    assertThat(read.getSettingType()).hasToString("UNRECOGNIZED");
    assertThatThrownBy(() -> gson.toJson(read))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UNRECOGNIZED")
        .hasMessageContaining("SettingType");
  }

  @Test
  void readsAndWritesKnownEnumValuesAsTheApiSpellsThem() {
    CreateConfigRequest request =
        CreateConfigRequest.builder().name("x").evaluationVersion(EvaluationVersion.V2).build();

    assertThat(gson.toJson(request)).contains("\"evaluationVersion\":\"v2\"");
    assertThat(gson.fromJson("\"applied\"", ChangeRequestStatus.class))
        .isEqualTo(ChangeRequestStatus.APPLIED);
  }

  @Test
  void writesTheValueOfAPatchEvenWhenItIsNull() {
    assertThat(gson.toJson(JsonPatchOperation.replace("/hint", null)))
        .isEqualTo("{\"op\":\"replace\",\"path\":\"/hint\",\"value\":null}");
    assertThat(gson.toJson(JsonPatchOperation.add("/a", JsonParser.parseString("{\"b\":[null]}"))))
        .isEqualTo("{\"op\":\"add\",\"path\":\"/a\",\"value\":{\"b\":[null]}}");
    assertThat(gson.toJson(JsonPatchOperation.add("/a", JsonParser.parseString("{\"b\":null}"))))
        .isEqualTo("{\"op\":\"add\",\"path\":\"/a\",\"value\":{\"b\":null}}");
    assertThat(gson.toJson(JsonPatchOperation.add("/tags/-", 5)))
        .isEqualTo("{\"op\":\"add\",\"path\":\"/tags/-\",\"value\":5}");
    assertThat(gson.toJson(JsonPatchOperation.test("/value", SettingValue.of(10))))
        .isEqualTo("{\"op\":\"test\",\"path\":\"/value\",\"value\":10}");
  }

  @Test
  void leavesTheValueOutOfPatchesThatHaveNone() {
    assertThat(gson.toJson(JsonPatchOperation.remove("/hint")))
        .isEqualTo("{\"op\":\"remove\",\"path\":\"/hint\"}");
    assertThat(gson.toJson(JsonPatchOperation.move("/a", "/b")))
        .isEqualTo("{\"op\":\"move\",\"path\":\"/b\",\"from\":\"/a\"}");
    assertThat(gson.toJson(JsonPatchOperation.copy("/a", "/b")))
        .isEqualTo("{\"op\":\"copy\",\"path\":\"/b\",\"from\":\"/a\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"op\":\"replace\",\"path\":\"/hint\",\"value\":null}",
        "{\"op\":\"remove\",\"path\":\"/hint\"}",
        "{\"op\":\"copy\",\"path\":\"/b\",\"from\":\"/a\"}",
        "{\"op\":\"test\",\"path\":\"/a\",\"value\":{\"b\":[1,null,\"c\"]}}"
      })
  void readsBackAPatchItWrote(String json) {
    assertThat(gson.toJson(gson.fromJson(json, JsonPatchOperation.class))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"path\":\"/a\"}",
        "{\"op\":\"unknown\",\"path\":\"/a\"}",
        "{\"op\":\"remove\"}"
      })
  void refusesWhatIsNoPatch(String json) {
    assertThatThrownBy(() -> gson.fromJson(json, JsonPatchOperation.class))
        .isInstanceOf(JsonParseException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-14T09:30:00Z,           2026-08-14T09:30Z",
    "2026-08-14T09:30:00.1Z,         2026-08-14T09:30:00.1Z",
    "2026-08-14T09:30:00.1234567Z,   2026-08-14T09:30:00.1234567Z",
    "2026-08-14T09:30:00.123+02:00,  2026-08-14T09:30:00.123+02:00",
    "2026-08-14T09:30:00.12,         2026-08-14T09:30:00.12Z",
    "1890-01-01T00:00:00.5-05:00,    1890-01-01T00:00:00.5-05:00"
  })
  void readsDatesWithAnyFractionAndOffset(String text, OffsetDateTime expected) {
    SegmentListModel read =
        gson.fromJson("{\"createdAt\":\"" + text + "\"}", SegmentListModel.class);

    assertThat(read.getCreatedAt()).isEqualTo(expected);
    assertThat(read.getCreatedAt().getOffset()).isEqualTo(expected.getOffset());
  }

  @Test
  void writesDatesWithSeconds() {
    OffsetDateTime noon = OffsetDateTime.of(2026, 8, 14, 12, 0, 0, 0, ZoneOffset.UTC);

    assertThat(gson.toJson(noon)).isEqualTo("\"2026-08-14T12:00:00Z\"");
  }

  @Test
  void saysWhereADateIsWrong() {
    assertThatThrownBy(() -> gson.fromJson("{\"createdAt\":\"yesterday\"}", SegmentListModel.class))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("$.createdAt");
  }

  @Test
  void decodesWithFieldsMissingAndFieldsAdded() {
    ProductModel read =
        gson.fromJson(
            "{\"name\":\"Web shop\",\"aFieldOfTomorrow\":{\"a\":[1]}}", ProductModel.class);

    assertThat(read.getName()).isEqualTo("Web shop");
    assertThat(read.getProductId()).isNull();
  }

  @Test
  void takesNoTextForABoolean() {
    assertThatThrownBy(() -> gson.fromJson("{\"isJson\":\"yes\"}", SettingModel.class))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("$.isJson");
    assertThat(gson.fromJson("{\"isJson\":true}", SettingModel.class).getIsJson()).isTrue();
  }

  @Test
  void leavesOutNullInAMap() {
    IntegrationModel read =
        gson.fromJson("{\"parameters\":{\"site\":null,\"apikey\":\"1\"}}", IntegrationModel.class);

    assertThat(read.getParameters()).containsExactly(Map.entry("apikey", "1"));
    assertThat(gson.fromJson(gson.toJson(read), IntegrationModel.class)).isEqualTo(read);
    assertThat(gson.fromJson("{\"parameters\":null}", IntegrationModel.class).getParameters())
        .isNull();
  }

  @Test
  void refusesNullInAList() {
    assertThatThrownBy(() -> gson.fromJson("{\"tags\":[{\"tagId\":1},null]}", SettingModel.class))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("$.tags[1]");
    assertThat(gson.fromJson("{\"tags\":null}", SettingModel.class).getTags()).isNull();
  }

  @Test
  void masksSecretsInToString() {
    SdkKeysModel keys =
        SdkKeysModel.builder().primary("configcat-sdk-1/abc").secondary("def").build();
    CreateIntegrationModel integration =
        CreateIntegrationModel.builder()
            .name("chat")
            .integrationType(IntegrationType.SLACK)
            .parameters(Map.of("incoming_webhook.url", "https://hooks.example.com/s3cret"))
            .environmentIds(List.of())
            .configIds(List.of())
            .build();

    assertThat(keys).hasToString("SdkKeysModel{primary=***, secondary=***}");
    assertThat(integration.toString())
        .contains("name=chat", "parameters=***")
        .doesNotContain("s3cret");
  }

  @Test
  void isImmutable() {
    List<UUID> environments = new ArrayList<>(List.of(new UUID(0, 1)));
    CreateIntegrationModel model =
        CreateIntegrationModel.builder()
            .name("x")
            .integrationType(IntegrationType.SLACK)
            .parameters(Map.of())
            .environmentIds(environments)
            .configIds(List.of())
            .build();
    environments.clear();

    assertThat(model.getEnvironmentIds()).hasSize(1);
    assertThatThrownBy(() -> model.getEnvironmentIds().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> model.getParameters().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void comparesByProperties() {
    OrganizationModel acme =
        OrganizationModel.builder().name("Acme").organizationId(new UUID(0, 1)).build();

    assertThat(acme)
        .isEqualTo(acme.toBuilder().build())
        .hasSameHashCodeAs(acme.toBuilder().build());
    assertThat(acme).isNotEqualTo(acme.toBuilder().name("Other").build()).isNotEqualTo("Acme");
    assertThat(acme.toString()).contains("name=Acme");
  }

  @Test
  void refusesToBuildARequestWithoutWhatTheServiceRequires() {
    assertThatThrownBy(() -> UpdateSettingValueModel.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("UpdateSettingValueModel needs value");
  }

  @Test
  void keepsJsonOfUndeclaredType() {
    JsonObject json =
        JsonParser.parseString("{\"op\":\"add\",\"path\":\"/a\",\"value\":1.50}").getAsJsonObject();

    assertThat(gson.toJsonTree(gson.fromJson(json, JsonPatchOperation.class)))
        .hasToString(json.toString());
  }

  @Test
  void refusesToWriteHalfOfASurrogatePair() {
    String half = "a\uD83Db";
    List<Object> models =
        List.of(
            CreateConfigRequest.builder().name(half).build(),
            Map.of("apiKey", half),
            Map.of(half, "x"),
            UpdateSettingValueModel.builder().value(SettingValue.of(half)).build(),
            JsonPatchOperation.replace("/a", half),
            JsonPatchOperation.replace("/a", List.of(half)),
            JsonPatchOperation.replace("/a", JsonParser.parseString("[{\"" + half + "\":1}]")),
            JsonPatchOperation.remove("/" + half),
            JsonPatchOperation.move("/" + half, "/a"));

    for (Object model : models) {
      assertThatThrownBy(() -> gson.toJson(model))
          .as("%s", model)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("half of a surrogate pair");
    }
    assertThat(gson.fromJson("{\"name\":\"" + half + "\"}", ProductModel.class).getName())
        .isEqualTo(half);
    assertThat(gson.toJson(CreateConfigRequest.builder().name("a\uD83D\uDE00b").build()))
        .isEqualTo("{\"name\":\"a\uD83D\uDE00b\"}");
  }
}
