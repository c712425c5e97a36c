package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.configcat.management.error.ConflictException;
import com.configcat.management.fake.Fault;
import com.configcat.management.fake.ReceivedRequest;
import com.configcat.management.flag.BulkPlan;
import com.configcat.management.flag.BulkProgress;
import com.configcat.management.flag.BulkReplacement;
import com.configcat.management.flag.BulkResult;
import com.configcat.management.flag.BulkStatus;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.targeting.Formula;
import com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkReplacementTest {
  private static final UpdateEvaluationFormulaModel ON = Formula.byDefault(true).toModel();
  private static final String BULK =
      "POST /v2/configs/{configId}/environments/{environmentId}/values";

  private static final String PATCH =
      "PATCH /v2/environments/{environmentId}/settings/{settingId}/value";

  private static final String RULE =
      """
      {"targetingRules": [{"value": {"boolValue": true}, "conditions": [{"userCondition":
        {"comparisonAttribute": "Email", "comparator": "containsAnyOf",
         "comparisonValue": {"listValue": [{"value": "x"}]}}}]}]}
      """;

  private final BulkShop shop = new BulkShop(true, 1);

  @AfterEach
  void stop() {
    shop.close();
  }

  private BulkReplacement<UpdateEvaluationFormulaModel> empty() {
    return shop.client.flags().bulkReplacement(shop.config.id(), shop.environment.id());
  }

  private int id(int index) {
    return shop.flags.get(index).id();
  }

  @Test
  void writesOnlyWhatDiffersAndTellsHowFarItIs() {
    shop.flags.get(1).serve(shop.environment, "{\"defaultValue\":{\"boolValue\":true}}");
    List<BulkProgress> told = new ArrayList<>();

    BulkResult result = fill().plan().chunkSize(2).onProgress(told::add).apply();

    assertThat(result.settingIds(BulkStatus.UNCHANGED)).containsExactly(id(1));
    assertThat(result.settingIds(BulkStatus.DONE)).containsExactly(id(0), id(2), id(3));
    assertThat(told).containsExactly(new BulkProgress(3, 0, 4), new BulkProgress(4, 0, 4));
    assertThat(told.get(0).left()).isEqualTo(1);
    assertThat(shop.writes(shop.flags.get(1))).isZero();
    assertThat(result).hasToString("4 of 4 settled");
  }

  private BulkReplacement<UpdateEvaluationFormulaModel> fill() {
    return empty().replace(id(0), ON).replace(id(1), ON).replace(id(2), ON).replace(id(3), ON);
  }

  @Test
  void asksForNothingButTheValuesWhenAllAreAsWanted() {
    fill().plan().chunkSize(2).apply();
    shop.fake.forgetRequests();
    List<BulkProgress> told = new ArrayList<>();

    BulkResult result = fill().plan().chunkSize(2).onProgress(told::add).apply();

    assertThat(result.settingIds(BulkStatus.UNCHANGED)).hasSize(4);
    assertThat(told).containsExactly(new BulkProgress(4, 0, 4));
    assertThat(shop.fake.requests()).extracting(ReceivedRequest::method).containsExactly("GET");
    assertThat(result.resume()).isSameAs(result);
  }

  @Test
  void replacesARuleThatIsNewerThanThisClientAndLeavesOneInAnotherFlag() {
    for (int flag : new int[] {0, 4}) {
      shop.flags.get(flag).serve(shop.environment, RULE.replace("containsAnyOf", "fromTheFuture"));
    }
    var other = shop.flags.get(4).served(shop.environment);

    assertThat(fill().plan().chunkSize(2).apply().settingIds(BulkStatus.DONE)).hasSize(4);

    assertThat(shop.flags.get(0).served(shop.environment, "targetingRules"))
        .isEqualTo(new JsonArray());
    assertThat(shop.flags.get(4).served(shop.environment)).isEqualTo(other);
  }

  @Test
  void deletesRulesSinceItReplacesTheWholeValue() {
    shop.flags.get(0).serve(shop.environment, RULE);

    assertThat(empty().replace(id(0), ON).plan().apply().isComplete()).isTrue();

    assertThat(shop.flags.get(0).served(shop.environment, "targetingRules"))
        .isEqualTo(new JsonArray());
  }

  @Test
  void sendsOneByOneUnderItsOwnVersionWhenTheBulkOperationDoesNotTakeTheNewest() {
    shop.fake.faults().always(BULK, Fault.statusBefore(409));

    BulkResult result = fill().plan().chunkSize(2).apply();

    assertThat(result.settingIds(BulkStatus.DONE)).hasSize(4);
    assertThat(shop.fake.requests().stream().filter(r -> r.method().equals("PATCH")))
        .hasSize(4)
        .allMatch(request -> request.path().contains("latestVersionId="));
    assertThat(shop.flags.subList(0, 4))
        .allSatisfy(flag -> assertThat(shop.writes(flag)).isEqualTo(1));
  }

  @Test
  void leavesAnotherWriterAloneWhenItSendsOneByOne() {
    shop.fake
        .faults()
        .always(BULK, Fault.statusBefore(409))
        .at(2, PATCH, Fault.between(shop.concurrentWrite(shop.flags.get(1))));

    BulkResult result = fill().plan().chunkSize(2).apply();

    assertThat(result.settingIds(BulkStatus.CONFLICT)).containsExactly(id(1));
    assertThat(result.settingIds(BulkStatus.DONE)).containsExactly(id(0), id(2), id(3));
    assertThat(shop.hasMark(shop.flags.get(1))).isTrue();
    assertThat(shop.isOn(shop.flags.get(1))).isFalse();
  }

  @Test
  void findsOutWhatAPatchDidWhoseAnswerWasLost() {
    shop.fake
        .faults()
        .always(BULK, Fault.statusBefore(409))
        .at(1, PATCH, Fault.closeAfter())
        .at(3, PATCH, Fault.closeBefore());

    BulkResult result = fill().plan().chunkSize(2).apply();

    assertThat(result.isComplete()).as("%s", result).isTrue();
    assertThat(shop.flags.subList(0, 4))
        .allSatisfy(flag -> assertThat(shop.writes(flag)).isEqualTo(1));
  }

  @Test
  void triesAgainWhenSomebodyWroteAnotherFlag() {
    for (int step = 2; step <= 4; step += 2) {
      shop.fake.faults().at(step, Fault.between(shop.concurrentWrite(shop.flags.get(4))));
    }

    BulkResult result = fill().plan().chunkSize(2).apply();

    assertThat(result.settingIds(BulkStatus.DONE)).hasSize(4);
    assertThat(shop.hasMark(shop.flags.get(4))).isTrue();
  }

  @Test
  void givesUpWhenOthersWriteAgainAndAgain() {
    shop.fake.faults().always(BULK, Fault.between(shop.concurrentWrite(shop.flags.get(4))));

    BulkResult result = empty().replace(id(0), ON).plan().apply();

    assertThat(result.settingIds(BulkStatus.FAILED)).containsExactly(id(0));
    assertThat(Objects.requireNonNull(result.outcomes().get(id(0))).cause())
        .isInstanceOf(ConflictException.class);
    assertThat(shop.isOn(shop.flags.get(0))).isFalse();
  }

  @Test
  void saysWhichFlagTheConfigDoesNotHaveAndDoesTheOthers() {
    BulkResult result = empty().replace(4711, ON).replace(id(0), ON).plan().apply();

    assertThat(result.settingIds(BulkStatus.FAILED)).containsExactly(4711);
    assertThat(result.settingIds(BulkStatus.DONE)).containsExactly(id(0));
    assertThat(result.toString()).startsWith("1 of 2 settled\n  (4711) FAILED: ");
  }

  @Test
  void goesOnWithTheNextChunkWhenOneIsRefused() {
    BulkResult result =
        empty()
            .replace(id(0), Formula.byDefault("text").toModel())
            .replace(id(1), ON)
            .plan()
            .chunkSize(1)
            .apply();

    assertThat(result.settingIds(BulkStatus.FAILED)).containsExactly(id(0));
    assertThat(result.settingIds(BulkStatus.DONE)).containsExactly(id(1));
    assertThat(result.stoppedBy()).isEmpty();
  }

  @Test
  void aListenerThatThrowsEndsTheRunWhichCanBeResumed() {
    List<BulkProgress> told = new ArrayList<>();
    BulkResult result =
        fill()
            .plan()
            .chunkSize(2)
            .onProgress(
                progress -> {
                  told.add(progress);
                  if (told.size() == 1) {
                    throw new IllegalStateException("enough");
                  }
                })
            .apply();

    assertThat(result.stoppedBy()).hasValueSatisfying(e -> assertThat(e).hasMessage("enough"));
    assertThat(result.settingIds(BulkStatus.NOT_TRIED)).containsExactly(id(2), id(3));
    assertThat(result.resume().isComplete()).isTrue();
    assertThat(shop.flags.subList(0, 4))
        .allSatisfy(flag -> assertThat(shop.writes(flag)).isEqualTo(1));
  }

  @Test
  void leavesAloneWhatSomebodyChangedBetweenRunAndResumption() {
    shop.fake.faults().at(2, Fault.statusBefore(403));
    BulkResult result = fill().plan().chunkSize(2).apply();
    assertThat(result.settingIds(BulkStatus.NOT_TRIED)).containsExactly(id(2), id(3));
    shop.fake.change(shop.concurrentWrite(shop.flags.get(2)));

    BulkResult resumed = result.resume();

    assertThat(resumed.settingIds(BulkStatus.CONFLICT)).containsExactly(id(2));
    assertThat(resumed.settingIds(BulkStatus.DONE)).containsExactly(id(0), id(1), id(3));
    assertThat(shop.isOn(shop.flags.get(2))).isFalse();
  }

  @Test
  void sendsTheReasonWithEveryChunk() {
    assertThat(
            fill().plan().chunkSize(2).apply(WriteOptions.because("Autumn release")).isComplete())
        .isTrue();

    assertThat(shop.fake.requests().stream().filter(r -> r.method().equals("POST")))
        .hasSize(2)
        .allMatch(request -> request.path().contains("reason=Autumn%20release"));
  }

  @Test
  void replacesManyByTheSameValue() {
    BulkResult result =
        empty()
            .replace(id(0), ON)
            .replaceAll(List.of(id(1), id(2)), ON)
            .replaceAll(List.of(), ON)
            .plan()
            .apply();

    assertThat(result.isComplete()).isTrue();
    assertThat(result.outcomes()).containsOnlyKeys(id(0), id(1), id(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> empty().replaceAll(List.of(id(1), id(1)), ON))
        .withMessageContaining("already");
  }

  @Test
  void refusesBadInputBeforeAnythingIsSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> empty().replace(1, ON).replace(1, ON))
        .withMessageContaining("added already");
    assertThatIllegalArgumentException().isThrownBy(() -> empty().replace(0, ON));
    assertThat(shop.fake.requests()).isEmpty();

    BulkPlan plan = fill().plan();

    assertThatIllegalArgumentException().isThrownBy(() -> plan.chunkSize(0));
    assertThat(empty().plan().apply().isComplete()).isTrue();
    assertThat(shop.fake.requests()).extracting(ReceivedRequest::method).containsOnly("GET");
  }

  @Test
  void refusesToBypassTheApprovalFlowThatV1ConfigsDoNotHave() {
    try (BulkShop old = new BulkShop(false, 1)) {
      BulkPlan plan = old.plan();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> plan.apply(WriteOptions.none().bypassingApproval()))
          .withMessageContaining("V1 Configs have no approval flow");
      assertThat(old.fake.requests()).noneMatch(ReceivedRequest::applied);
    }
  }

  @Test
  void asksForAReasonBeforeItWrites() {
    shop.environment.reasonRequired();
    BulkPlan plan = fill().plan();

    assertThatIllegalArgumentException()
        .isThrownBy(plan::apply)
        .withMessageContaining("WriteOptions.because");
    assertThat(shop.fake.requests()).noneMatch(ReceivedRequest::applied);
    assertThat(plan.apply(WriteOptions.because("release")).isComplete()).isTrue();
  }

  @Test
  void aPlanThatIsAppliedAgainWritesNothing() {
    BulkPlan plan = fill().plan();
    assertThat(plan.apply().settingIds(BulkStatus.DONE)).hasSize(4);

    assertThat(plan.apply().settingIds(BulkStatus.UNCHANGED)).hasSize(4);

    assertThat(shop.flags.subList(0, 4))
        .allSatisfy(flag -> assertThat(shop.writes(flag)).isEqualTo(1));
  }
}
