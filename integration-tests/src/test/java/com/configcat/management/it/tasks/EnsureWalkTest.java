package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Ensured;
import com.configcat.management.core.Ensured.Outcome;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeState;
import com.configcat.management.fake.Fault;
import com.configcat.management.fake.ReceivedRequest;
import com.configcat.management.it.tasks.ResourceCase.Place;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Ensure with something going wrong at each of its requests in turn. */
class EnsureWalkTest {
  private static ConfigCatFake fake;
  private static ConfigCatManagementClient client;
  private static int places;

  @BeforeEach
  void start() {
    fake = ConfigCatFake.start();
    client = Clients.of(fake);
  }

  @AfterEach
  void stop() {
    client.close();
    fake.close();
  }

  /** What there is before, and so what ensure has to do. */
  enum Situation {
    NONE(Outcome.CREATED),
    ANOTHER(Outcome.UPDATED),
    SAME(Outcome.UNCHANGED);

    private final Outcome expected;

    Situation(Outcome expected) {
      this.expected = expected;
    }
  }

  static Stream<Arguments> cases() {
    return Stream.of(ResourceCase.values())
        .flatMap(s -> Stream.of(Situation.values()).map(each -> Arguments.of(s, each)));
  }

  /** One call of ensure, and all that can be seen of it. */
  private static final class Run {
    final ResourceCase subject;
    final Place place;
    final JsonObject before;
    final List<String> lostBefore;
    @Nullable Ensured<?> result;
    @Nullable ConfigCatException failure;
    List<ReceivedRequest> requests = List.of();

    Run(ResourceCase subject, Situation situation) {
      this.subject = subject;
      this.place = Place.in(fake, "walk" + ++places);
      if (situation == Situation.ANOTHER) {
        subject.makeAnother(place);
      } else if (situation == Situation.SAME) {
        subject.ensure(client, place);
      }
      fake.plantUnknownMembers();
      this.before = fake.content();
      this.lostBefore = fake.lostUnknownMembers();
    }

    Run go(ConfigCatManagementClient by) {
      fake.forgetRequests();
      result = null;
      failure = null;
      try {
        result = subject.ensure(by, place);
      } catch (ConfigCatException e) {
        failure = e;
      }
      requests = fake.requests();
      fake.faults().clear();
      return this;
    }

    Run go() {
      return go(client);
    }

    List<JsonObject> kept() {
      return subject.kept(place);
    }

    boolean isAsWanted() {
      return kept().size() == 1 && subject.note(kept().get(0)).equals(ResourceCase.NOTE);
    }

    long applied() {
      return requests.stream().filter(ReceivedRequest::applied).count();
    }

    /** What holds whatever happens. */
    void check() {
      assertThat(fake.lostUnknownMembers()).as("lost").isEqualTo(lostBefore);
      assertThat(applied()).as("writes applied").isLessThanOrEqualTo(1);
      assertThat(kept().size()).as("how many").isLessThanOrEqualTo(1);
      if (failure == null) {
        assertThat(isAsWanted()).as("as wanted").isTrue();
        assertThat(result.changed()).isEqualTo(applied() == 1);
      } else if (!failure.requestMayHaveBeenApplied()) {
        assertThat(fake.content()).as("what is kept").isEqualTo(before);
      }
      assertThat(othersOf(fake.content())).as("what others have").isEqualTo(othersOf(before));
      go();
      assertThat(failure).as("the second time").isNull();
      assertThat(isAsWanted()).as("as wanted the second time").isTrue();
    }

    private JsonObject othersOf(JsonObject content) {
      JsonObject others = content.deepCopy();
      subject.rows(others, place).forEach(row -> row.asMap().clear());
      // Made with a Product, an Environment or a flag, and gone with it.
      List.of("permissions", "memberships", "values", "sdkKeys").forEach(others::remove);
      others
          .asMap()
          .values()
          .forEach(table -> table.getAsJsonObject().asMap().values().removeIf(this::isEmpty));
      return others;
    }

    private boolean isEmpty(JsonElement row) {
      return row.getAsJsonObject().isEmpty();
    }
  }

  private static List<String> methods(Run run) {
    return run.requests.stream().map(ReceivedRequest::method).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void undisturbedItDoesWhatHasToBeDone(ResourceCase subject, Situation situation) {
    Run run = new Run(subject, situation).go();

    assertThat(run.failure).isNull();
    assertThat(run.result.outcome()).isEqualTo(situation.expected);
    assertThat(run.applied()).isEqualTo(situation == Situation.SAME ? 0 : 1);
    List<String> methods = new ArrayList<>(List.of("GET"));
    if (subject == ResourceCase.SEGMENT && situation != Situation.NONE) {
      methods.add("GET");
    }
    switch (situation) {
      case NONE -> methods.addAll(subject.isUnique() ? List.of("POST") : List.of("POST", "GET"));
      case ANOTHER -> methods.add(subject == ResourceCase.FLAG ? "PATCH" : "PUT");
      case SAME -> {}
    }
    assertThat(methods(run)).isEqualTo(methods);
    run.check();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFailureAtAnyStepLosesNothingAndIsToldAsItIs(ResourceCase subject, Situation situation) {
    int steps = new Run(subject, situation).go().requests.size();
    Map<String, Fault> faults =
        Map.of(
            "connection closed before", Fault.closeBefore(),
            "connection closed after", Fault.closeAfter(),
            "503 before", Fault.statusBefore(503),
            "503 after", Fault.statusAfter(503));
    faults.forEach(
        (name, fault) -> {
          for (int step = 1; step <= steps; step++) {
            Run run = new Run(subject, situation);
            fake.faults().at(step, fault);
            run.go();
            try {
              expect(run, step, situation);
              run.check();
            } catch (AssertionError e) {
              throw new AssertionError(name + " at request " + step + ": " + run.requests, e);
            }
          }
        });
  }

  private static void expect(Run run, int step, Situation situation) {
    boolean write = !run.requests.get(step - 1).method().equals("GET");
    boolean after = run.requests.stream().limit(step - 1).anyMatch(ReceivedRequest::applied);
    if (write || after) {
      assertThat(run.failure).as("it is known what happened").isNull();
      assertThat(run.result.outcome()).isEqualTo(situation.expected);
    } else {
      assertThat(run.failure).as("what failed").isNotNull();
      assertThat(run.failure.requestMayHaveBeenApplied()).isFalse();
      assertThat(run.requests).hasSize(step);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRateLimitThatIsTooLongForTheDeadlineEndsItWithoutAWrite(
      ResourceCase subject, Situation situation) {
    int steps = new Run(subject, situation).go().requests.size();
    for (int step = 1; step <= steps; step++) {
      Run run = new Run(subject, situation);
      fake.faults().at(step, Fault.statusBefore(429, Map.of("Retry-After", "60")));
      // One for each step, since all calls of the operation are paused.
      try (ConfigCatManagementClient impatient = Clients.with(fake, Clients.impatient())) {
        run.go(impatient);
      }
      if (run.failure == null) {
        assertThat(run.applied()).as("applied before request " + step).isEqualTo(1);
      } else {
        assertThat(run.failure.requestMayHaveBeenApplied()).isFalse();
        assertThat(run.applied()).isZero();
      }
      run.check();
    }
  }

  @ParameterizedTest
  @EnumSource(ResourceCase.class)
  void someoneQuickerIsNotDoubled(ResourceCase subject) {
    // Before it is listed, and before it is made.
    for (int step = 1; step <= 2; step++) {
      Run run = new Run(subject, Situation.NONE);
      fake.faults().at(step, Fault.between(state -> subject.makeAnother(run.place)));
      run.go();

      assertThat(run.failure).isNull();
      assertThat(run.isAsWanted()).as("one as wanted, quicker before " + step).isTrue();
      assertThat(run.result.outcome()).isEqualTo(Outcome.UPDATED);
      assertThat(fake.lostUnknownMembers()).isEqualTo(run.lostBefore);
      run.go();
      assertThat(run.result.outcome()).isEqualTo(Outcome.UNCHANGED);
    }
  }

  @ParameterizedTest
  @EnumSource(value = ResourceCase.class, mode = EnumSource.Mode.EXCLUDE, names = "FLAG")
  void whatWasMadeFirstStaysThoughSomeoneElseMakesOneOfTheName(ResourceCase subject) {
    fake.world().allowDuplicateNames();
    Run run = new Run(subject, Situation.NONE);
    fake.faults().at(3, Fault.between(state -> subject.makeAnother(run.place)));
    run.go();

    assertThat(run.result.outcome()).isEqualTo(Outcome.CREATED);
    assertThat(run.kept()).hasSize(2);
    assertThat(run.applied()).isEqualTo(1);
    assertThat(subject.note(run.kept().get(0))).isEqualTo(ResourceCase.NOTE);
  }

  @ParameterizedTest
  @EnumSource(ResourceCase.class)
  void aChangeOfSomeoneElseStays(ResourceCase subject) {
    int steps = new Run(subject, Situation.ANOTHER).go().requests.size();
    // A PUT has no version: what is changed right before it is undone, as the Javadoc says.
    int last = subject == ResourceCase.FLAG ? steps : steps - 1;
    for (int step = 1; step <= last; step++) {
      Run run = new Run(subject, Situation.ANOTHER);
      Consumer<FakeState> writer =
          state ->
              subject
                  .rows(state.tree(), run.place)
                  .get(0)
                  .addProperty("fromTheFutureBySomebody", "new");
      fake.faults().at(step, Fault.between(writer));
      run.go();

      assertThat(run.result.outcome()).isEqualTo(Outcome.UPDATED);
      assertThat(run.isAsWanted()).isTrue();
      assertThat(run.kept().get(0).has("fromTheFutureBySomebody"))
          .as("kept, changed before " + step)
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(ResourceCase.class)
  void whileEveryWriteIsLostItStillTellsWhatIsThere(ResourceCase subject) {
    for (Situation situation : List.of(Situation.NONE, Situation.ANOTHER)) {
      Run run = new Run(subject, situation);
      for (String method : List.of("POST", "PUT", "PATCH")) {
        for (String operation : fake.served()) {
          if (operation.startsWith(method + " ")) {
            fake.faults().always(operation, Fault.statusAfter(500));
          }
        }
      }
      run.go();

      assertThat(run.failure).isNull();
      assertThat(run.result.outcome()).isEqualTo(situation.expected);
      run.check();
    }
  }

  @ParameterizedTest
  @EnumSource(ResourceCase.class)
  void whileEveryWriteFailsItGivesUpAndSaysThatItMayHaveBeenApplied(ResourceCase subject) {
    for (Situation situation : List.of(Situation.NONE, Situation.ANOTHER)) {
      Run run = new Run(subject, situation);
      for (String operation : fake.served()) {
        if (!operation.startsWith("GET ")) {
          fake.faults().always(operation, Fault.closeBefore());
        }
      }
      run.go();

      assertThat(run.failure).isNotNull();
      assertThat(run.failure.requestMayHaveBeenApplied()).isTrue();
      assertThat(fake.content()).isEqualTo(run.before);
      assertThat(run.requests.stream().filter(r -> !r.method().equals("GET"))).hasSize(2);
      run.check();
    }
  }

  @Test
  void anAttemptMoreGetsReadsThrough() {
    try (ConfigCatManagementClient patient =
        Clients.with(fake, CallOptions.defaults().maxAttempts(2))) {
      for (int step = 1; step <= 3; step++) {
        Run run = new Run(ResourceCase.TAG, Situation.NONE);
        fake.faults().at(step, Fault.closeAfter());
        run.go(patient);

        assertThat(run.failure).isNull();
        assertThat(run.result.outcome()).isEqualTo(Outcome.CREATED);
        run.check();
      }
    }
  }
}
