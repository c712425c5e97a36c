package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Ensured;
import com.configcat.management.core.Ensured.Outcome;
import com.configcat.management.error.AmbiguousMatchException;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.CaseMismatchException;
import com.configcat.management.error.ForbiddenException;
import com.configcat.management.error.ImmutablePropertyException;
import com.configcat.management.error.TransportException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.Fault;
import com.configcat.management.model.CreateConfigRequest;
import com.configcat.management.model.CreateEnvironmentModel;
import com.configcat.management.model.CreatePredefinedVariationModel;
import com.configcat.management.model.CreatePredefinedVariationValueModel;
import com.configcat.management.model.CreateProductRequest;
import com.configcat.management.model.CreateSegmentModel;
import com.configcat.management.model.CreateSettingInitialValues;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.model.EvaluationVersion;
import com.configcat.management.model.InitialValue;
import com.configcat.management.model.RolloutRuleComparator;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.TagModel;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsureTest extends Home {
  private static CreateSettingInitialValues.Builder flag(String key) {
    return CreateSettingInitialValues.builder().key(key).name(key).settingType(SettingType.BOOLEAN);
  }

  private Ensured<SettingModel> ensure(CreateSettingInitialValues.Builder wanted) {
    return configcat.flags().ensure(v2.id(), wanted.build());
  }

  private JsonObject row(String table, Object id) {
    return fake.snapshot().getAsJsonObject(table).getAsJsonObject(id.toString());
  }

  @Test
  void sendsNothingBesideANameThatDiffersInCaseOnly() {
    v2.flag("isOn");
    product.segment("Beta", "x");
    Map<String, Runnable> ensuring =
        Map.of(
            "isOn",
            () -> ensure(flag("ISON")),
            "Beta",
            () -> configcat.segments().ensure(product.id(), segment("bETA")),
            "Test",
            () ->
                configcat
                    .environments()
                    .ensure(product.id(), CreateEnvironmentModel.builder().name("TEST").build()),
            "Shop",
            () ->
                configcat
                    .products()
                    .ensure(organizationId, CreateProductRequest.builder().name("shop").build()));

    ensuring.forEach(
        (existing, ensure) ->
            assertThatExceptionOfType(CaseMismatchException.class)
                .isThrownBy(ensure::run)
                .satisfies(
                    e -> {
                      assertThat(e.existing()).isEqualTo(existing);
                      assertThat(e.wanted()).isNotEqualTo(existing).isEqualToIgnoringCase(existing);
                      assertThat(e).hasMessageContainingAll(e.wanted(), existing);
                      assertThat(e.requestMayHaveBeenApplied()).isFalse();
                    }));
    assertThat(writes()).isEmpty();
  }

  @Test
  void createsATagOrAConfigBesideANameThatDiffersInCaseOnly() {
    product.tag("web");

    assertThat(
            configcat
                .tags()
                .ensure(product.id(), CreateTagModel.builder().name("Web").build())
                .outcome())
        .isEqualTo(Outcome.CREATED);
    assertThat(
            configcat
                .configs()
                .ensure(
                    product.id(),
                    CreateConfigRequest.builder()
                        .name("NEW")
                        .evaluationVersion(EvaluationVersion.V2)
                        .build())
                .outcome())
        .isEqualTo(Outcome.CREATED);
  }

  private static CreateSegmentModel segment(String name) {
    return CreateSegmentModel.builder()
        .name(name)
        .comparisonAttribute("Email")
        .comparator(RolloutRuleComparator.CONTAINS)
        .comparisonValue("@x.com")
        .build();
  }

  @Test
  void patchesOnlyWhatDiffersInAFlag() {
    long tag = product.tag("web");
    v2.flag("isOn").tag(tag);

    Ensured<SettingModel> ensured = ensure(flag("isOn").hint("On or off").tags(List.of(tag)));

    assertThat(written())
        .isEqualTo("[{\"op\":\"replace\",\"path\":\"/hint\",\"value\":\"On or off\"}]");
    assertThat(ensured.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(ensured.value().getHint()).isEqualTo("On or off");
    assertThat(ensured.value().getTags()).extracting(TagModel::getTagId).containsExactly(tag);
  }

  @Test
  void takesTheTagsGivenForAllThatAFlagShallHave() {
    long one = product.tag("one");
    long two = product.tag("two");
    long three = product.tag("three");
    v2.flag("isOn").tag(one).tag(two);

    assertThat(ensure(flag("isOn").tags(List.of(two, one))).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(ensure(flag("isOn")).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(ensure(flag("isOn").tags(List.of(three, one))).value().getTags())
        .extracting(TagModel::getTagId)
        .containsExactlyInAnyOrder(one, three);
    assertThat(ensure(flag("isOn").tags(List.of())).value().getTags()).isEmpty();
    assertThat(ensure(flag("isOn").tags(List.of())).outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void initialValuesAreForANewFlagOnly() {
    InitialValue on =
        InitialValue.builder().environmentId(test.id()).value(SettingValue.of(true)).build();

    assertThat(ensure(flag("isOn").initialValues(List.of(on))).outcome())
        .isEqualTo(Outcome.CREATED);
    int settingId = configcat.flags().require(v2.id(), "isOn").getSettingId();
    assertThat(configcat.settingValuesV2().get(test.id(), settingId).getDefaultValue())
        .satisfies(value -> assertThat(value.getBoolValue()).isTrue());

    assertThat(ensure(flag("isOn")).outcome()).isEqualTo(Outcome.UNCHANGED);
    InitialValue off =
        InitialValue.builder().environmentId(test.id()).value(SettingValue.of(false)).build();
    assertThat(ensure(flag("isOn").initialValues(List.of(off))).outcome())
        .isEqualTo(Outcome.UNCHANGED);
    assertThat(writes()).hasSize(1);
  }

  @Test
  void refusesAnotherTypeBeforeAnyWrite() {
    FakeFlag text = v2.setting("isOn", "string");

    assertThatExceptionOfType(ImmutablePropertyException.class)
        .isThrownBy(() -> ensure(flag("isOn").hint("new")))
        .withMessage(
            "Feature Flag or Setting 'isOn' (settingId "
                + text.id()
                + ") has settingType \"string\", but \"boolean\" is wanted, and that cannot be"
                + " changed after it is created. Nothing was written")
        .satisfies(
            e -> {
              assertThat(e.property()).isEqualTo("settingType");
              assertThat(e.requestMayHaveBeenApplied()).isFalse();
            });
    assertThat(writes()).isEmpty();
  }

  @Test
  void refusesAnotherEvaluationVersionBeforeAnyWrite() {
    CreateConfigRequest.Builder wanted =
        CreateConfigRequest.builder().name("New").description("new");

    assertThatExceptionOfType(ImmutablePropertyException.class)
        .isThrownBy(
            () ->
                configcat
                    .configs()
                    .ensure(product.id(), wanted.evaluationVersion(EvaluationVersion.V1).build()))
        .withMessageContaining("evaluationVersion \"v2\", but \"v1\" is wanted");
    assertThat(writes()).isEmpty();
    assertThat(
            configcat
                .configs()
                .ensure(product.id(), wanted.evaluationVersion(EvaluationVersion.V2).build())
                .outcome())
        .isEqualTo(Outcome.UPDATED);
  }

  private static CreatePredefinedVariationModel variation(String value) {
    return CreatePredefinedVariationModel.builder()
        .name(value)
        .value(CreatePredefinedVariationValueModel.builder().stringValue(value).build())
        .build();
  }

  @Test
  void comparesPredefinedVariationsAndSaysHowToChangeThem() {
    CreateSettingInitialValues.Builder wanted =
        flag("size")
            .settingType(SettingType.STRING)
            .predefinedVariations(List.of(variation("s"), variation("l")));
    assertThat(ensure(wanted).outcome()).isEqualTo(Outcome.CREATED);
    assertThat(ensure(wanted).outcome()).isEqualTo(Outcome.UNCHANGED);

    for (List<CreatePredefinedVariationModel> others :
        List.of(
            List.of(variation("s"), variation("xl")),
            List.of(variation("s")),
            List.of(variation("s"), variation("l"), variation("xl")))) {
      assertThatExceptionOfType(ImmutablePropertyException.class)
          .isThrownBy(() -> ensure(wanted.predefinedVariations(others)))
          .withMessageContaining("those are changed with replacePredefinedVariations");
    }
    assertThat(writes()).hasSize(1);
  }

  @Test
  void replacesWithAllThatWasReadAndIsNotToChange() {
    fake.change(
        state -> {
          JsonObject row =
              state
                  .tree()
                  .getAsJsonObject("environments")
                  .getAsJsonObject(production.id().toString());
          row.addProperty("description", "Live");
          row.addProperty("order", 7);
          row.add("newer", JsonParser.parseString("{\"a\":[1.50,null],\"b\":null}"));
        });

    Ensured<?> ensured =
        configcat
            .environments()
            .ensure(
                product.id(),
                CreateEnvironmentModel.builder().name("Production").color("red").build());

    assertThat(ensured.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(JsonParser.parseString(written()))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"name":"Production","color":"red","description":"Live","order":7,
                 "newer":{"a":[1.50,null],"b":null}}
                """));
    assertThat(written()).contains("1.50");
    JsonObject row = row("environments", production.id());
    assertThat(row.get("color").getAsString()).isEqualTo("red");
    assertThat(row.get("reasonRequired").getAsBoolean()).isFalse();
  }

  @Test
  void segmentsAreComparedWithTheirCondition() {
    var id = product.segment("Staff", "@acme");
    CreateSegmentModel.Builder wanted =
        CreateSegmentModel.builder()
            .name("Staff")
            .comparisonAttribute("Email")
            .comparator(RolloutRuleComparator.CONTAINS)
            .comparisonValue("@acme");

    assertThat(configcat.segments().ensure(product.id(), wanted.build()).outcome())
        .isEqualTo(Outcome.UNCHANGED);
    var ensured =
        configcat
            .segments()
            .ensure(
                product.id(), wanted.comparator(RolloutRuleComparator.DOES_NOT_CONTAIN).build());

    assertThat(ensured.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(ensured.value().getSegmentId()).isEqualTo(id);
    assertThat(row("segments", id).get("comparator").getAsString()).isEqualTo("doesNotContain");
  }

  @Test
  void anEmptyTextIsNoneAndANumberIsItsValue() {
    CreateEnvironmentModel wanted =
        CreateEnvironmentModel.builder().name("Test").description("").color("").order(1).build();

    assertThat(configcat.environments().ensure(product.id(), wanted).outcome())
        .isEqualTo(Outcome.UNCHANGED);
    assertThat(
            configcat
                .environments()
                .ensure(product.id(), wanted.toBuilder().order(0).build())
                .value()
                .getOrder())
        .isZero();
  }

  @Test
  void severalOfTheNameAreNotTouched() {
    long one = product.tag("web");
    long two = product.tag("web");

    assertThatExceptionOfType(AmbiguousMatchException.class)
        .isThrownBy(() -> ensureTag("web"))
        .satisfies(e -> assertThat(e.ids()).containsExactly("" + one, "" + two));
    assertThat(writes()).isEmpty();
  }

  private Ensured<TagModel> ensureTag(String name) {
    return configcat
        .tags()
        .ensure(product.id(), CreateTagModel.builder().name(name).color("red").build());
  }

  @Test
  void aSecondOneMadeInTheSameMomentIsTakenBackByTheOneWhoSeesBoth() {
    fake.faults().at(2, Fault.between(state -> product.tag("web")));

    Ensured<TagModel> ensured = ensureTag("web");

    assertThat(ensured.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(configcat.tags().list(product.id())).hasSize(1);
    assertThat(writes()).extracting("method").containsExactly("POST", "DELETE", "PUT");
  }

  @Test
  void whatIsInUseAlreadyIsNotTakenBack() {
    FakeFlag used = v2.flag("isOn");
    fake.faults()
        .at(2, Fault.between(state -> product.tag("web")))
        .at(
            1,
            "GET /v1/tags/{tagId}/settings",
            Fault.between(
                state ->
                    state
                        .tree()
                        .getAsJsonObject("tags")
                        .keySet()
                        .forEach(id -> used.tag(Long.parseLong(id)))));

    assertThatExceptionOfType(AmbiguousMatchException.class)
        .isThrownBy(() -> ensureTag("web"))
        .withMessageContaining("in use already")
        .satisfies(
            e -> {
              assertThat(e.ids()).hasSize(2);
              assertThat(e.requestMayHaveBeenApplied()).isTrue();
            });
    assertThat(configcat.tags().list(product.id())).hasSize(2);
  }

  @Test
  void whatCannotBeTakenBackIsTold() {
    fake.faults()
        .at(2, Fault.between(state -> product.tag("web")))
        .at(1, "DELETE /v1/tags/{tagId}", Fault.statusBefore(403));

    assertThatExceptionOfType(AmbiguousMatchException.class)
        .isThrownBy(() -> ensureTag("web"))
        .withMessageContaining("could not be deleted for certain")
        .withCauseInstanceOf(ForbiddenException.class)
        .satisfies(e -> assertThat(e.ids()).hasSize(2));
  }

  @Test
  void twoOfTheNameAfterALostAnswerMayBeOfThisCall() {
    fake.faults().at(2, Fault.closeAfter()).at(3, Fault.between(state -> product.tag("web")));

    assertThatExceptionOfType(AmbiguousMatchException.class)
        .isThrownBy(() -> ensureTag("web"))
        .withMessageContaining("one may have been created by this call")
        .satisfies(e -> assertThat(e.requestMayHaveBeenApplied()).isTrue());
  }

  @Test
  void aFailureThatHidesWhatHappenedIsToldWithTheOneOfReadingAgain() {
    fake.faults().at(2, Fault.closeAfter()).at(3, Fault.statusBefore(403));

    assertThatExceptionOfType(TransportException.class)
        .isThrownBy(() -> ensureTag("web"))
        .satisfies(
            e -> {
              assertThat(e.requestMayHaveBeenApplied()).isTrue();
              assertThat(e.getSuppressed()).hasOnlyElementsOfType(ForbiddenException.class);
            });
  }

  @Test
  void aRefusalIsToldAsItIs() {
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() -> ensure(flag("isOn").tags(List.of(4711L))))
        .satisfies(e -> assertThat(e.requestMayHaveBeenApplied()).isFalse());
    v2.flag("other");
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() -> ensure(flag("other").tags(List.of(4711L))))
        .satisfies(e -> assertThat(e.requestMayHaveBeenApplied()).isFalse());
    assertThat(writes()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", " web", "web ", "w\teb"})
  void aNameThatWouldNotBeFoundAgainIsRefusedBeforeAnythingIsSent(String name) {
    fake.forgetRequests();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ensureTag(name))
        .withMessageContaining("name of the wanted Tag");
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void repeatedWritesAreNotAskedForEvenIfAllowed() {
    try (var bold = Clients.with(fake, CallOptions.defaults().maxAttempts(3).retryWrites(true))) {
      fake.faults().at(2, Fault.closeAfter());

      bold.tags().ensure(product.id(), CreateTagModel.builder().name("web").build());

      assertThat(writes()).hasSize(1);
      assertThat(bold.tags().list(product.id())).hasSize(1);
    }
  }

  @Test
  void aReplacementWhoseAnswerIsLostIsNotRepeatedOverWhatSomeoneElseWrote() {
    try (var patient = Clients.with(fake, CallOptions.defaults().maxAttempts(3))) {
      fake.faults()
          .at(2, Fault.closeAfter())
          .at(
              3,
              Fault.between(
                  state ->
                      state
                          .tree()
                          .getAsJsonObject("environments")
                          .getAsJsonObject(test.id().toString())
                          .addProperty("description", "someone else's")));

      Ensured<?> ensured =
          patient
              .environments()
              .ensure(
                  product.id(), CreateEnvironmentModel.builder().name("Test").color("red").build());

      assertThat(ensured.outcome()).isEqualTo(Outcome.UPDATED);
      assertThat(writes()).hasSize(1);
      assertThat(row("environments", test.id()).get("description").getAsString())
          .isEqualTo("someone else's");
    }
  }
}
