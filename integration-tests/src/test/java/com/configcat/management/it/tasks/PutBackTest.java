package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.FlagNotRestoredException;
import com.configcat.management.error.TransportException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.Fault;
import com.configcat.management.flag.TemporaryFlag;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.model.SettingValue;
import com.google.gson.JsonObject;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PutBackTest {
  /** Reading, setting, putting back. */
  private static final int STEPS = 3;

  /** The ways to set a flag. */
  enum Way {
    V1((scene, on) -> scene.client.flag(scene.test.id(), scene.oldFlag.id()).temporarily(on)),
    V1_BY_SDK_KEY((scene, on) -> scene.client.flag(scene.oldKey(), "oldFlag").temporarily(on)),
    V2((scene, on) -> scene.client.flag(scene.test.id(), scene.flag.id()).temporarily(on)),
    V2_BY_SDK_KEY((scene, on) -> scene.client.flag(scene.key(), "flag").temporarily(on));

    private final BiFunction<Scene, SettingValue, TemporaryFlag> set;

    Way(BiFunction<Scene, SettingValue, TemporaryFlag> set) {
      this.set = set;
    }

    TemporaryFlag on(Scene scene) {
      return set.apply(scene, SettingValue.of(true));
    }

    TemporaryFlag off(Scene scene) {
      return set.apply(scene, SettingValue.of(false));
    }

    /** How many reads the first use has before the one that every use has. */
    int reads() {
      return this == V2_BY_SDK_KEY ? 1 : 2;
    }

    FakeFlag flag(Scene scene) {
      return name().startsWith("V1") ? scene.oldFlag : scene.flag;
    }

    boolean isOn(JsonObject served) {
      return served.has("value")
          ? served.get("value").getAsBoolean() && served.getAsJsonArray("rolloutRules").isEmpty()
          : served.getAsJsonObject("defaultValue").get("boolValue").getAsBoolean()
              && served.getAsJsonArray("targetingRules").isEmpty();
    }
  }

  private Scene scene = Scene.withAttempts(1);

  @AfterEach
  void stop() {
    scene.close();
  }

  private JsonObject served(Way way) {
    return way.flag(scene).served(scene.test);
  }

  static Stream<Arguments> troubles() {
    // The other ways are the same but for the paths.
    return Stream.of(Way.V1_BY_SDK_KEY, Way.V2_BY_SDK_KEY)
        .flatMap(
            way ->
                IntStream.rangeClosed(1, STEPS)
                    .boxed()
                    .flatMap(
                        step ->
                            Stream.of(FaultKind.values())
                                .map(kind -> Arguments.of(way, step, kind))));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void keepsItsPromisesWhateverGoesWrong(Way way, int step, FaultKind kind) {
    scene.fake.plantUnknownMembers();
    JsonObject content = scene.fake.content();
    JsonObject before = served(way);
    kind.at(step, scene);

    ConfigCatException failure = null;
    try (TemporaryFlag flag = way.on(scene)) {
      assertThat(flag.before()).startsWith("{");
      assertThat(way.isOn(served(way))).as("set").isTrue();
    } catch (ConfigCatException e) {
      failure = e;
    }

    JsonObject after = served(way);
    boolean writer = kind.hasConcurrentWriter() && scene.fake.faults().waiting() == 0;
    assertThat(scene.applied()).as("applied").isLessThanOrEqualTo(2);
    assertThat(somebodyWrote(after)).as("what the writer wrote is there").isEqualTo(writer);
    if (failure == null) {
      assertThat(scene.fake.lostUnknownMembers()).isEmpty();
      assertThat(scene.applied()).isEqualTo(2);
      if (!writer) {
        assertThat(scene.fake.content()).isEqualTo(content);
      }
    } else if (!(failure instanceof FlagNotRestoredException)) {
      assertThat(scene.applied()).as("%s says that nothing was set", failure).isZero();
      assertThat(failure.requestMayHaveBeenApplied()).isFalse();
    } else {
      assertThat(failure).hasMessageContaining("Its previous value was {");
      String said = ((FlagNotRestoredException) failure).before();
      JsonObject isBefore = Scene.json(said);
      before.asMap().keySet().retainAll(isBefore.keySet());
      if (!somebodyWrote(isBefore)) {
        assertThat(isBefore).isEqualTo(before);
      }
      assertThat(failure.requestMayHaveBeenApplied() || !after.equals(before)).isTrue();
    }
    if (!kind.name().contains("THEN") && kind != FaultKind.CLOSED_AFTER_TWICE && step > 1) {
      boolean refused = kind == FaultKind.CONCURRENT_WRITE && step == STEPS;
      assertThat(failure != null).as("%s", failure).isEqualTo(refused);
    }
  }

  static Stream<Arguments> troublesAtFirst() {
    return Stream.of(Way.values())
        .flatMap(
            way ->
                IntStream.rangeClosed(1, way.reads())
                    .boxed()
                    .flatMap(
                        step ->
                            Stream.of(FaultKind.values())
                                .map(kind -> Arguments.of(way, step, kind))));
  }

  @ParameterizedTest
  @MethodSource("troublesAtFirst")
  void writesNothingWhereItCannotFindOutTheVersion(Way way, int step, FaultKind kind) {
    scene.close();
    scene = Scene.unknown();
    JsonObject content = scene.fake.content();
    kind.at(step, scene);

    try (TemporaryFlag flag = way.on(scene)) {
      assertThat(way.isOn(served(way))).as("%s", flag).isTrue();
      if (!kind.hasConcurrentWriter()) {
        assertThat(scene.fake.requests())
            .filteredOn(request -> request.status() != 429)
            .hasSize(way.reads() + 2);
      }
    } catch (ConfigCatException e) {
      assertThat(e.requestMayHaveBeenApplied()).isFalse();
      assertThat(scene.applied()).isZero();
    }

    if (!kind.hasConcurrentWriter()) {
      assertThat(scene.fake.content()).isEqualTo(content);
    }
  }

  private static boolean somebodyWrote(JsonObject served) {
    return served.toString().contains("Somebody");
  }

  @ParameterizedTest
  @EnumSource
  void putsBackExactlyWhatWasThere(Way way) {
    scene.fake.plantUnknownMembers();
    JsonObject content = scene.fake.content();

    try (TemporaryFlag flag = way.on(scene)) {
      assertThat(way.isOn(served(way))).isTrue();
      flag.close();
      assertThat(scene.fake.content()).isEqualTo(content);
      assertThat(scene.applied()).isEqualTo(2);
    }

    assertThat(scene.applied()).isEqualTo(2);
    assertThat(scene.fake.lostUnknownMembers()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void findsOutThatAnswersWithMoreMembersAreItsOwn(Way way) {
    scene.fake.plantUnknownMembers();
    scene.fake.serveUnknownMembers();
    scene.fake.faults().at(2, Fault.closeAfter()).at(4, Fault.closeAfter());

    try (TemporaryFlag flag = way.on(scene)) {
      assertThat(way.isOn(served(way))).as("%s", flag).isTrue();
    }

    assertThat(scene.applied()).isEqualTo(2);
    assertThat(scene.fake.lostUnknownMembers()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void putsBackAFlagThatWasSetTwice(Way way) {
    scene.fake.plantUnknownMembers();
    JsonObject content = scene.fake.content();

    try (TemporaryFlag outer = way.on(scene);
        TemporaryFlag inner = way.off(scene)) {
      assertThat(way.isOn(served(way))).as("%s in %s", inner, outer).isFalse();
    }

    assertThat(scene.fake.content()).isEqualTo(content);
  }

  @ParameterizedTest
  @EnumSource
  void leavesAloneWhatSomebodyElseChanged(Way way) {
    assertThatThrownBy(
            () -> {
              try (TemporaryFlag flag = way.on(scene)) {
                assertThat(flag).isNotNull();
                scene.fake.change(scene.concurrentWrite());
              }
            })
        .isInstanceOf(FlagNotRestoredException.class)
        .hasCauseInstanceOf(ConflictException.class)
        .hasMessageContaining("somebody else changed it in the meantime")
        .hasMessageContaining(way.name().startsWith("V1") ? "rolloutRules" : "targetingRules");
    assertThat(somebodyWrote(served(way))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void sendsNothingWhereTheFlagServesThatAlready(Way way) {
    way.flag(scene)
        .serve(
            scene.test,
            Scene.quoted(
                way.name().startsWith("V1")
                    ? "{'value':true,'rolloutRules':[],'rolloutPercentageItems':[]}"
                    : "{'defaultValue':{'boolValue':true},'targetingRules':[]}"));

    try (TemporaryFlag flag = way.on(scene)) {
      assertThat(flag).isNotNull();
    }

    assertThat(scene.fake.requests()).hasSize(1);
  }

  @Test
  void canBeClosedAgainAfterAFailure() {
    JsonObject content = scene.fake.content();
    TemporaryFlag flag = Way.V2.on(scene);
    scene.fake.faults().at(1, Fault.closeAfter()).at(2, Fault.closeBefore());
    assertThatThrownBy(flag::close)
        .isInstanceOf(FlagNotRestoredException.class)
        .hasCauseInstanceOf(TransportException.class);

    flag.close();
    flag.close();

    assertThat(scene.fake.content()).isEqualTo(content);
    assertThat(scene.applied()).isEqualTo(2);
  }

  @Test
  void putsBackEvenWhenInterrupted() {
    JsonObject content = scene.fake.content();
    TemporaryFlag flag = Way.V2.on(scene);

    Thread.currentThread().interrupt();
    flag.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(scene.fake.content()).isEqualTo(content);
  }

  @Test
  void saysWhatIsLeftToDoWhenTheClientIsClosed() {
    TemporaryFlag flag = Way.V2.on(scene);
    scene.client.close();

    assertThatThrownBy(flag::close)
        .isInstanceOf(FlagNotRestoredException.class)
        .hasMessageContaining("a@example.com")
        .hasMessageContaining("closed");
  }

  @Test
  void refusesAValueOfAnotherType() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scene.client.flag(scene.oldKey(), "oldFlag").temporarily(1))
        .withMessageContaining("boolean");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scene.client.flag(scene.key(), "flag").temporarily("on"))
        .withMessageContaining("boolean");
    assertThat(scene.applied()).isZero();
  }

  @Test
  void saysWhyBothTimes() {
    scene.test.reasonRequired();
    try (TemporaryFlag flag =
        scene
            .client
            .flag(scene.oldKey(), "oldFlag")
            .temporarily(true, WriteOptions.because("test"))) {
      assertThat(flag).isNotNull();
    }

    assertThat(scene.fake.requests().stream().filter(r -> r.path().contains("reason=test")))
        .hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Way.V1.on(scene))
        .withMessageContaining("WriteOptions.because");
  }
}
