package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeState;
import com.configcat.management.fake.Fault;
import com.configcat.management.flag.BulkOutcome;
import com.configcat.management.flag.BulkResult;
import com.configcat.management.flag.BulkStatus;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who did what, where several things went wrong. Request 1 reads, 2 and 3 write two flags each. */
class BulkTruthTest {
  private final BulkShop shop = new BulkShop(true, 1);
  private final FakeFlag first = shop.flags.get(0);
  private final FakeFlag third = shop.flags.get(2);
  private final FakeFlag fourth = shop.flags.get(3);

  @AfterEach
  void stop() {
    shop.close();
  }

  private Consumer<FakeState> switchedOn(FakeFlag flag) {
    return state ->
        state.write(
            shop.environment.id(),
            flag.id(),
            value -> value.getAsJsonObject("defaultValue").addProperty("boolValue", true));
  }

  private void deleteFirst(FakeState state) {
    state.tree().getAsJsonObject("settings").remove(Integer.toString(first.id()));
  }

  private static BulkOutcome of(BulkResult result, FakeFlag flag) {
    return result.outcomes().get(flag.id());
  }

  @Test
  void doesNotClaimWhatSomebodyElseDidMeanwhile() {
    shop.fake.faults().at(2, Fault.between(switchedOn(first)));

    BulkResult result = shop.run();

    assertThat(result.settingIds(BulkStatus.UNCHANGED)).containsExactly(first.id());
    assertThat(result.settingIds(BulkStatus.DONE)).hasSize(3);
    assertThat(shop.writes(first)).isZero();
  }

  @Test
  void doesNotClaimWhatSomebodyElseDidAfterARefusal() {
    shop.fake.faults().at(2, Fault.statusBefore(403));
    BulkResult refused = shop.run();
    shop.fake.change(switchedOn(first));

    BulkResult result = refused.resume();

    assertThat(refused.settingIds(BulkStatus.FAILED)).contains(first.id());
    assertThat(result.settingIds(BulkStatus.UNCHANGED)).containsExactly(first.id());
    assertThat(result.isComplete()).isTrue();
  }

  @Test
  void aResumptionKeepsWhatIsKnownOfFlagsItDidNotComeTo() {
    // The first two are refused; the others are written, but nobody hears of it.
    shop.fake
        .faults()
        .at(2, Fault.statusBefore(400))
        .at(3, Fault.closeAfter())
        .at(4, Fault.closeBefore());
    BulkResult result = shop.run();
    assertThat(result.settingIds(BulkStatus.UNKNOWN)).containsExactly(third.id(), fourth.id());
    shop.fake.change(shop.concurrentSwitchOff(third));

    shop.fake.faults().at(2, Fault.statusBefore(403));
    BulkResult resumed = result.resume();

    assertThat(of(resumed, first).status()).isEqualTo(BulkStatus.FAILED);
    assertThat(of(resumed, third).status()).isEqualTo(BulkStatus.CONFLICT);
    assertThat(of(resumed, third).explanation()).contains("perhaps after it was written");
    assertThat(of(resumed, fourth).status()).isEqualTo(BulkStatus.DONE);
    assertThat(resumed.settingIds(BulkStatus.NOT_TRIED)).isEmpty();
  }

  @Test
  void aResumptionKeepsWhyFlagsItDidNotComeToWereRefused() {
    shop.fake.faults().at(2, Fault.statusBefore(400)).at(3, Fault.statusBefore(400));
    BulkResult result = shop.run();

    shop.fake.faults().at(2, Fault.statusBefore(403));
    BulkOutcome third = of(result.resume(), this.third);

    assertThat(third.status()).isEqualTo(BulkStatus.FAILED);
    assertThat(third.cause()).isInstanceOf(BadRequestException.class);
  }

  @Test
  void aWriteThatWasLostWithItsAnswerAndNotDoneHasFailed() {
    shop.fake
        .faults()
        .at(2, Fault.statusBefore(400))
        .at(3, Fault.closeBefore())
        .at(4, Fault.closeBefore());
    BulkResult result = shop.run();
    assertThat(of(result, third).status()).isEqualTo(BulkStatus.UNKNOWN);

    shop.fake.faults().at(2, Fault.statusBefore(403));

    assertThat(of(result.resume(), third).status()).isEqualTo(BulkStatus.FAILED);
    assertThat(shop.isOn(third)).isFalse();
  }

  @Test
  void doesNotSayThatAFlagWasNeverThereWhichItMayHaveReplaced() {
    shop.fake.faults().at(2, Fault.closeAfter()).at(3, Fault.between(this::deleteFirst));

    BulkResult result = shop.run();

    assertThat(of(result, first).status()).isEqualTo(BulkStatus.UNKNOWN);
    assertThat(of(result, first).explanation()).contains("no longer has this flag");
    assertThat(of(result, first).cause())
        .isInstanceOfSatisfying(
            ConfigCatException.class, e -> assertThat(e.requestMayHaveBeenApplied()).isTrue());
    assertThat(result.settingIds(BulkStatus.DONE)).hasSize(3);
  }
}
