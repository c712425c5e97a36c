package com.configcat.management.internal.flag;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.core.Operation;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.TransportException;
import com.configcat.management.flag.BulkOutcome;
import com.configcat.management.flag.BulkProgress;
import com.configcat.management.flag.BulkStatus;
import com.configcat.management.internal.core.FailureContext;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BulkLedgerTest {
  private static final List<Integer> FLAGS = List.of(3, 1, 2);

  private final ConfigCatException cause = failure(true);

  private static ConfigCatException failure(boolean maybeApplied) {
    Operation operation = new Operation("POST", "/v2/configs/{configId}/environments/{id}/values");
    return new TransportException(
        "no answer", new IOException("reset"), new FailureContext(operation, 1, maybeApplied));
  }

  private static BulkStatus status(BulkLedger ledger, int settingId) {
    return outcome(ledger, settingId).status();
  }

  private static BulkOutcome outcome(BulkLedger ledger, int settingId) {
    return Objects.requireNonNull(ledger.outcomes().get(settingId));
  }

  private static Map<Integer, BulkOutcome> planned() {
    Map<Integer, BulkOutcome> planned = new LinkedHashMap<>();
    FLAGS.forEach(id -> planned.put(id, BulkLedger.planned(id, "flag" + id)));
    return planned;
  }

  @Test
  void beginsWithNothingTriedInTheOrderGiven() {
    BulkLedger ledger = new BulkLedger(planned());

    assertThat(ledger.unsettled()).containsExactly(3, 1, 2);
    assertThat(ledger.progress()).isEqualTo(new BulkProgress(0, 0, 3));
    assertThat(status(ledger, 1)).isEqualTo(BulkStatus.NOT_TRIED);
  }

  @Test
  void countsWhatIsSettledAndWhatWasTriedInVain() {
    BulkLedger ledger = new BulkLedger(planned());

    ledger.done(List.of(3));
    ledger.failed(List.of(1), "The service refused it", cause);

    assertThat(ledger.progress()).isEqualTo(new BulkProgress(1, 1, 3));
    assertThat(ledger.unsettled(List.of(1, 3))).containsExactly(1);
  }

  @Test
  void takesWhatIsFoundAsWantedForItsOwnOnlyIfItWasSentBefore() {
    BulkLedger first = new BulkLedger(planned());
    first.unknown(List.of(3), cause);
    first.failed(List.of(1), "The service refused it", failure(false));

    BulkLedger second = new BulkLedger(first.outcomes());
    FLAGS.forEach(second::foundAsWanted);

    assertThat(status(second, 3)).isEqualTo(BulkStatus.DONE);
    assertThat(status(second, 1)).isEqualTo(BulkStatus.UNCHANGED);
    assertThat(status(second, 2)).isEqualTo(BulkStatus.UNCHANGED);
  }

  @Test
  void keepsWhatIsKnownOfThoseThatItDoesNotComeTo() {
    BulkLedger first = new BulkLedger(planned());
    first.done(List.of(3));
    first.failed(List.of(1), "The service refused it", cause);

    BulkLedger second = new BulkLedger(first.outcomes());

    assertThat(status(second, 3)).isEqualTo(BulkStatus.DONE);
    assertThat(second.untried(1)).isEqualTo(outcome(first, 1));
    assertThat(second.untried(3)).isNull();
  }

  @Test
  void knowsNothingOfWhatIsGoneAfterItMayHaveBeenReplaced() {
    BulkLedger ledger = new BulkLedger(planned());
    ledger.unknown(List.of(3), cause);

    ledger.gone(3);
    ledger.gone(1);

    assertThat(status(ledger, 3)).isEqualTo(BulkStatus.UNKNOWN);
    assertThat(status(ledger, 1)).isEqualTo(BulkStatus.FAILED);
  }

  @Test
  void callsItNoConflictWhereItMayHaveWrittenItself() {
    BulkLedger ledger = new BulkLedger(planned());
    ledger.unknown(List.of(3), cause);

    ledger.changedByOthers(3);
    ledger.changedByOthers(1);

    assertThat(status(ledger, 3)).isEqualTo(BulkStatus.UNKNOWN);
    assertThat(outcome(ledger, 3).cause()).isSameAs(cause);
    assertThat(status(ledger, 1)).isEqualTo(BulkStatus.CONFLICT);
  }

  @Test
  void remembersWhatMayBeWrittenThoughCodeOfTheUserThrew() {
    BulkLedger ledger = new BulkLedger(planned());
    ledger.unknown(List.of(1), new IllegalStateException("an interceptor's"));

    BulkLedger resumed = new BulkLedger(ledger.outcomes());

    assertThat(resumed.mayBeWritten(1)).isTrue();
    assertThat(resumed.mayBeWritten(2)).isFalse();
  }
}
