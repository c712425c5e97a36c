package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.Fault;
import com.configcat.management.fake.ReceivedRequest;
import com.configcat.management.flag.BulkOutcome;
import com.configcat.management.flag.BulkResult;
import com.configcat.management.flag.BulkStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every request of a bulk replacement: what is said is what is there. */
class BulkWalkTest {
  static final Map<String, Fault> FAULTS = faults();

  private static Map<String, Fault> faults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("closed before", Fault.closeBefore());
    faults.put("503 before", Fault.statusBefore(503));
    faults.put("429 before", Fault.statusBefore(429, Map.of("Retry-After", "50")));
    faults.put("400 before", Fault.statusBefore(400));
    faults.put("403 before", Fault.statusBefore(403));
    faults.put("closed after", Fault.closeAfter());
    faults.put("cut after", Fault.cutAfter());
    faults.put("503 after", Fault.statusAfter(503));
    faults.put("200 without values after", Fault.statusAfter(200));
    return faults;
  }

  static List<Arguments> steps() {
    List<Arguments> steps = new ArrayList<>();
    for (boolean v2 : new boolean[] {true, false}) {
      int requests;
      try (BulkShop shop = new BulkShop(v2, 1)) {
        assertThat(shop.run().isComplete()).isTrue();
        requests = shop.fake.requests().size();
        assertThat(requests).isEqualTo(shop.reads() + 2);
      }
      for (int step = 1; step <= requests; step++) {
        for (String fault : FAULTS.keySet()) {
          steps.add(Arguments.of(v2, step, fault, 1));
        }
        steps.add(Arguments.of(v2, step, "closed after", 2));
      }
    }
    return steps;
  }

  @ParameterizedTest(name = "v2={0} request {1} {2}, {3} attempts")
  @MethodSource("steps")
  void saysWhatIsTheCaseAndResumesWhatIsLeft(boolean v2, int step, String fault, int attempts) {
    try (BulkShop shop = new BulkShop(v2, attempts)) {
      shop.fake.faults().at(step, FAULTS.get(fault));
      BulkResult result;
      if (step <= shop.reads() && attempts == 1) {
        assertThatThrownBy(shop::run).isInstanceOf(ConfigCatException.class);
        assertThat(shop.fake.requests()).noneMatch(ReceivedRequest::applied);
        shop.fake.faults().clear();
        return;
      }
      result = shop.run();

      checkTruth(shop, result, Set.of());
      assertThat(result.settingIds(BulkStatus.UNKNOWN)).isEmpty();
      if (fault.contains("after")) {
        assertThat(result.isComplete()).as("%s", result).isTrue();
      }

      BulkResult resumed = result.resume();
      checkTruth(shop, resumed, Set.of());
      checkOthersAreUntouched(shop);
      if (!fault.startsWith("429")) { // Its pause holds for the resumption as well.
        assertThat(resumed.isComplete()).as("%s", resumed).isTrue();
        assertThat(shop.flags.subList(0, BulkShop.WANTED))
            .allSatisfy(flag -> assertThat(shop.writes(flag)).isEqualTo(1));
      }
    }
  }

  static List<Arguments> writers() {
    List<Arguments> writers = new ArrayList<>();
    for (boolean v2 : new boolean[] {true, false}) {
      for (int step = 1; step <= (v2 ? 3 : 4); step++) {
        for (int flag = 0; flag <= BulkShop.WANTED; flag++) {
          writers.add(Arguments.of(v2, step, flag));
        }
      }
    }
    return writers;
  }

  @ParameterizedTest(name = "v2={0} before request {1}, flag {2}")
  @MethodSource("writers")
  void leavesWhatSomebodyElseWroteInBetween(boolean v2, int step, int index) {
    try (BulkShop shop = new BulkShop(v2, 1)) {
      FakeFlag writers = shop.flags.get(index);
      shop.fake.faults().at(step, Fault.between(shop.concurrentWrite(writers)));

      BulkResult result = shop.run();

      int firstWrite = shop.reads() + 1;
      boolean writtenBefore = index / 2 < step - firstWrite;
      boolean read = step == 1;
      boolean ours = index < BulkShop.WANTED;
      // A V1 Config has no versions: what changes at the very moment of the write is overwritten.
      boolean unseen = !v2 && index / 2 == step - firstWrite;
      if (ours && !writtenBefore && !read && !unseen) {
        assertThat(result.settingIds(BulkStatus.CONFLICT)).containsExactly(writers.id());
        assertThat(shop.hasMark(writers)).isTrue();
        assertThat(result.resume().settingIds(BulkStatus.CONFLICT)).containsExactly(writers.id());
        checkTruth(shop, result.resume(), Set.of(writers));
      } else {
        assertThat(result.isComplete()).as("%s", result).isTrue();
        checkTruth(shop, result, Set.of());
      }
      if (!ours) {
        assertThat(shop.hasMark(writers)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("writes")
  void neverOverwritesAnotherWriterWhoCameAfterAnAnswerWasLost(int step) {
    try (BulkShop shop = new BulkShop(true, 1)) {
      FakeFlag writers = shop.flags.get(2 * (step - 2));
      shop.fake.faults().at(step, Fault.closeAfter());
      shop.fake.faults().at(step + 1, Fault.between(shop.concurrentWrite(writers)));

      BulkResult result = shop.run();

      // The mark is no part of a value that the client knows, so the value is found to be as
      // wanted.
      assertThat(result.isComplete()).as("%s", result).isTrue();
      assertThat(shop.hasMark(writers)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("writes")
  void saysUnknownWhenAnotherWriterReplacedWhatItMayHaveWritten(int step) {
    try (BulkShop shop = new BulkShop(true, 1)) {
      FakeFlag writers = shop.flags.get(2 * (step - 2));
      shop.fake.faults().at(step, Fault.closeAfter());
      shop.fake.faults().at(step + 1, Fault.between(shop.concurrentSwitchOff(writers)));

      BulkResult result = shop.run();

      assertThat(result.settingIds(BulkStatus.UNKNOWN)).containsExactly(writers.id());
      assertThat(result.settingIds(BulkStatus.DONE)).hasSize(BulkShop.WANTED - 1);
      assertThat(result.resume().settingIds(BulkStatus.CONFLICT)).containsExactly(writers.id());
      assertThat(shop.isOn(writers)).isFalse();
      assertThat(shop.hasMark(writers)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("writes")
  void saysUnknownWhenNothingCanBeReadAfterALostAnswer(int step) {
    try (BulkShop shop = new BulkShop(true, 1)) {
      shop.fake.faults().at(step, Fault.closeAfter());
      shop.fake.faults().at(step + 1, Fault.statusBefore(500));

      BulkResult result = shop.run();

      assertThat(result.settingIds(BulkStatus.UNKNOWN)).hasSize(2);
      assertThat(result.stoppedBy()).isPresent();
      BulkResult resumed = result.resume();
      assertThat(resumed.isComplete()).as("%s", resumed).isTrue();
      assertThat(shop.flags.subList(0, BulkShop.WANTED))
          .allSatisfy(flag -> assertThat(shop.writes(flag)).isEqualTo(1));
    }
  }

  static List<Integer> writes() {
    return List.of(2, 3);
  }

  private static void checkTruth(BulkShop shop, BulkResult result, Set<FakeFlag> writers) {
    for (FakeFlag flag : shop.flags.subList(0, BulkShop.WANTED)) {
      BulkOutcome outcome = result.outcomes().get(flag.id());
      assertThat(outcome).isNotNull();
      if (outcome.status() != BulkStatus.UNKNOWN) {
        assertThat(shop.isOn(flag)).as("%s", outcome).isEqualTo(outcome.status().isSettled());
      }
      if (writers.contains(flag)) {
        assertThat(shop.hasMark(flag)).isTrue();
      }
    }
  }

  private static void checkOthersAreUntouched(BulkShop shop) {
    FakeFlag other = shop.flags.get(BulkShop.WANTED);
    assertThat(shop.isOn(other)).isFalse();
    assertThat(shop.writes(other)).isZero();
    String place = shop.environment.id() + "/" + other.id();
    assertThat(shop.fake.lostUnknownMembers()).noneMatch(lost -> lost.contains(place));
  }
}
