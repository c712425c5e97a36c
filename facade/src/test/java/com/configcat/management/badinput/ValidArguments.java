package com.configcat.management.badinput;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.core.Operation;
import com.configcat.management.error.ApiException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.error.TransportException;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.core.ResponseFacts;
import com.configcat.management.model.CreateConfigRequest;
import com.configcat.management.model.CreateEnvironmentModel;
import com.configcat.management.model.CreateProductRequest;
import com.configcat.management.model.CreateSegmentModel;
import com.configcat.management.model.CreateSettingInitialValues;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.model.RolloutRuleComparator;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingType;
import com.configcat.management.model.ValueModel;
import com.configcat.management.model.WebhookSigningKeysModel;
import com.configcat.management.ratelimit.Bucket4jStore;
import com.configcat.management.resource.CodeLocation;
import com.configcat.management.targeting.Condition;
import com.configcat.management.targeting.PercentageOption;
import com.configcat.management.targeting.Targeting;
import com.configcat.management.targeting.TextComparisons;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Good arguments that have to be such as they are: no way to make one finds them. */
final class ValidArguments {
  private ValidArguments() {}

  static void give(Samples samples, String text) {
    samples.give(TextComparisons.class, () -> Targeting.userAttribute("Email"));
    samples.give(Condition.class, () -> Targeting.userAttribute("Email").isOneOf(text));
    samples.give(PercentageOption[].class, ValidArguments::split);
    samples.give(ValueModel.class, () -> ValueModel.builder().boolValue(true).build());
    samples.give(
        WebhookSigningKeysModel.class, () -> WebhookSigningKeysModel.builder().key1("key").build());
    samples.give(CodeLocation.class, () -> CodeLocation.of("src/Shop.java", 5, "isOn()"));
    samples.give(EditableFormula.class, ValidArguments::formula);
    samples.give(FlagValue.class, ValidArguments::value);
    samples.give(
        ConfigCatException.class,
        () ->
            new TransportException(
                "GET /v1/me failed",
                new IOException("reset"),
                new FailureContext(new Operation("GET", "/v1/me"), 1, false)));
    samples.give(
        ApiException.class,
        () ->
            new NotFoundException(
                "GET /v1/me answered 404",
                new FailureContext(new Operation("GET", "/v1/me"), 1, false),
                new ErrorResponse(
                    new ResponseFacts(404, Map.of(), null, null, null), null, Map.of(), "")));
    samples.give(ProxyManager.class, ValidArguments::buckets);
    giveWanted(samples);
  }

  private static FlagValue value() {
    return FlagValue.of(
        ManagementGson.create()
            .fromJson("{\"defaultValue\":{\"boolValue\":true}}", SettingFormulaModel.class));
  }

  /** What {@code ensure} takes: with the name or key by which it looks. */
  private static void giveWanted(Samples samples) {
    samples.give(
        CreateConfigRequest.class, () -> CreateConfigRequest.builder().name("Shop").build());
    samples.give(
        CreateEnvironmentModel.class, () -> CreateEnvironmentModel.builder().name("Test").build());
    samples.give(
        CreateProductRequest.class, () -> CreateProductRequest.builder().name("Shop").build());
    samples.give(
        CreateSegmentModel.class,
        () ->
            CreateSegmentModel.builder()
                .name("Beta")
                .comparisonAttribute("Email")
                .comparator(RolloutRuleComparator.CONTAINS)
                .comparisonValue("@example.com")
                .build());
    samples.give(CreateTagModel.class, () -> CreateTagModel.builder().name("web").build());
    samples.give(
        CreateSettingInitialValues.class,
        () ->
            CreateSettingInitialValues.builder()
                .key("isOn")
                .name("Is on")
                .settingType(SettingType.BOOLEAN)
                .build());
  }

  /** With two rules, so that there is a place 1. */
  private static EditableFormula formula() {
    JsonObject json =
        JsonParser.parseString("{\"defaultValue\":{\"boolValue\":true},\"targetingRules\":[{},{}]}")
            .getAsJsonObject();
    return EditableFormula.of(
        ManagementGson.create().fromJson(json, SettingFormulaModel.class), json);
  }

  private static ProxyManager<String> buckets() {
    return new Bucket4jStore(new ConcurrentHashMap<>(), System::nanoTime);
  }

  private static PercentageOption[] split() {
    return new PercentageOption[] {Targeting.percentage(40, true), Targeting.percentage(60, false)};
  }
}
