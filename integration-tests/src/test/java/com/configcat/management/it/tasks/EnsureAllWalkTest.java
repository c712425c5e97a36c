package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.core.EnsuredItem;
import com.configcat.management.core.EnsuredItem.Status;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.Fault;
import com.configcat.management.fake.ReceivedRequest;
import com.configcat.management.it.tasks.ResourceCase.Place;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every request of ensuring many: what is said is what is there. */
class EnsureAllWalkTest {
  private static final Map<String, Fault> FAULTS = faults();

  private static Map<String, Fault> faults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("closed before", Fault.closeBefore());
    faults.put("closed after", Fault.closeAfter());
    faults.put("cut after", Fault.cutAfter());
    faults.put("503 before", Fault.statusBefore(503));
    faults.put("503 after", Fault.statusAfter(503));
    faults.put("200 without a body after", Fault.statusAfter(200));
    IntStream.of(400, 401, 403, 404, 409)
        .forEach(status -> faults.put(status + " before", Fault.statusBefore(status)));
    return faults;
  }

  private static ConfigCatFake fake;
  private static ConfigCatManagementClient client;
  private static int runs;

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

  /** Two that are new, two that differ and one that is as wanted, mixed. */
  private static final class Run {
    final ResourceCase subject;
    final List<Place> places;
    final Map<String, List<JsonObject>> before = new HashMap<>();
    final List<String> lostBefore;
    @Nullable EnsuredAll<?, ?> result;
    @Nullable ConfigCatException failure;
    List<ReceivedRequest> requests = List.of();

    Run(ResourceCase subject) {
      this.subject = subject;
      String prefix = "walk" + ++runs;
      Place first = Place.in(fake, prefix + "new");
      this.places =
          Stream.of("new", "other", "same", "newer", "another")
              .map(name -> first.named(prefix + name))
              .toList();
      subject.makeAnother(places.get(1));
      subject.ensure(client, places.get(2));
      subject.makeAnother(places.get(4));
      fake.plantUnknownMembers();
      places.forEach(place -> before.put(place.name(), subject.kept(place)));
      this.lostBefore = fake.lostUnknownMembers();
    }

    Run go(List<Place> wanted) {
      fake.forgetRequests();
      result = null;
      failure = null;
      try {
        result =
            subject.ensureAll(client, places.get(0), wanted.stream().map(Place::name).toList());
      } catch (ConfigCatException e) {
        failure = e;
      }
      requests = fake.requests();
      fake.faults().clear();
      return this;
    }

    Run go() {
      return go(places);
    }

    boolean isAsWanted(Place place) {
      List<JsonObject> kept = subject.kept(place);
      return kept.size() == 1 && subject.note(kept.get(0)).equals(ResourceCase.NOTE);
    }

    List<Place> left() {
      List<Place> left = new ArrayList<>();
      for (int i = 0; i < places.size(); i++) {
        if (!result.items().get(i).status().isSettled()) {
          left.add(places.get(i));
        }
      }
      return left;
    }

    /** What holds whatever happens. */
    void check() {
      assertThat(fake.lostUnknownMembers()).as("lost").isEqualTo(lostBefore);
      if (failure != null) {
        assertThat(failure.requestMayHaveBeenApplied()).isFalse();
        assertThat(requests).as("writes").noneMatch(ReceivedRequest::applied);
        return;
      }
      for (int i = 0; i < places.size(); i++) {
        check(places.get(i), result.items().get(i));
      }
      assertThat(result.isComplete()).isEqualTo(left().isEmpty());
      go(left());
      assertThat(failure).as("the second time").isNull();
      assertThat(result.isComplete()).as("the second time: %s", result).isTrue();
      assertThat(places).allMatch(this::isAsWanted);
      assertThat(fake.lostUnknownMembers()).as("lost").isEqualTo(lostBefore);
    }

    private void check(Place place, EnsuredItem<?, ?> item) {
      List<JsonObject> kept = subject.kept(place);
      boolean isSame = kept.equals(before.get(place.name()));
      assertThat(item.identity()).isEqualTo(place.name());
      switch (item.status()) {
        case CREATED -> assertThat(before.get(place.name())).isEmpty();
        case UPDATED -> assertThat(isSame).as("same: %s", item).isFalse();
        case UNCHANGED, FAILED, NOT_TRIED -> assertThat(isSame).as("same: %s", item).isTrue();
        case UNKNOWN -> assertThat(kept.size()).isLessThanOrEqualTo(1);
      }
      if (item.status().isSettled()) {
        assertThat(isAsWanted(place)).as("as wanted: %s", item).isTrue();
      }
    }
  }

  static Stream<Arguments> faultsOfEach() {
    return Stream.of(ResourceCase.values())
        .flatMap(subject -> FAULTS.keySet().stream().map(name -> Arguments.of(subject, name)));
  }

  @ParameterizedTest
  @MethodSource("faultsOfEach")
  void aFaultAtAnyStepLosesNothingAndIsToldAsItIs(ResourceCase subject, String fault) {
    Run undisturbed = new Run(subject).go();
    int steps = undisturbed.requests.size();
    undisturbed.check();
    for (int step = 1; step <= steps; step++) {
      Run run = new Run(subject);
      fake.faults().at(step, FAULTS.get(fault));
      run.go();
      try {
        boolean write = !run.requests.get(step - 1).method().equals("GET");
        if (step == 1) {
          assertThat(run.failure).as("what cannot be listed").isNotNull();
        } else if (write && !fault.matches("4.. before")) {
          assertThat(run.result.isComplete()).as("known: %s", run.result).isTrue();
        }
        run.check();
      } catch (AssertionError e) {
        throw new AssertionError(fault + " at request " + step + ": " + run.requests, e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatFailsAloneLeavesTheOthersDone(ResourceCase subject) {
    int steps = new Run(subject).go().requests.size();
    for (int step = 2; step <= steps; step++) {
      for (int status : new int[] {400, 404}) {
        Run run = new Run(subject);
        fake.faults().at(step, Fault.statusBefore(status));
        run.go();

        int failed = run.result.items(Status.FAILED).size();
        boolean last = step == steps && !subject.isUnique(); // Only shows duplicates.
        assertThat(failed).as("%s at %s: %s", status, step, run.result).isEqualTo(last ? 0 : 1);
        assertThat(run.result.items(Status.NOT_TRIED)).isEmpty();
        run.check();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWouldFailForAllLeavesTheRestAsItWas(ResourceCase subject) {
    int steps = new Run(subject).go().requests.size();
    for (int step = 2; step <= steps; step++) {
      Run run = new Run(subject);
      fake.faults().at(step, Fault.statusBefore(403));
      run.go();

      List<Status> statuses = run.result.items().stream().<Status>map(EnsuredItem::status).toList();
      int failed = statuses.indexOf(Status.FAILED);
      if (step == steps && !subject.isUnique()) {
        assertThat(run.result.isComplete()).isTrue();
      } else {
        assertThat(statuses.subList(0, failed)).allMatch(Status::isSettled);
        assertThat(statuses.subList(failed + 1, statuses.size()))
            .allMatch(status -> status == Status.NOT_TRIED);
        assertThat(run.result.stoppedBy()).isPresent();
      }
      run.check();
    }
  }

  @ParameterizedTest
  @EnumSource
  void someoneQuickerIsNotDoubled(ResourceCase subject) {
    fake.world().allowDuplicateNames();
    int steps = new Run(subject).go().requests.size();
    for (int step = 1; step <= steps; step++) {
      Run run = new Run(subject);
      Place newer = run.places.get(3);
      fake.faults()
          .at(
              step,
              Fault.between(
                  state -> {
                    if (subject.rows(state.tree(), newer).isEmpty()) {
                      subject.makeAnother(newer);
                    }
                  }));
      run.go();

      assertThat(run.result.isComplete()).as("quicker before %s: %s", step, run.result).isTrue();
      assertThat(run.places).allMatch(run::isAsWanted);
      assertThat(run.result.items().get(3).status()).isIn(Status.CREATED, Status.UPDATED);
      assertThat(fake.lostUnknownMembers()).isEqualTo(run.lostBefore);
      assertThat(run.go().result.items(Status.UNCHANGED)).hasSize(5);
    }
  }
}
