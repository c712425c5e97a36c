package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.core.EnsuredItem;
import com.configcat.management.core.EnsuredItem.Status;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.it.tasks.FaultPlan.ConcurrentWrite;
import com.configcat.management.it.tasks.RequestTrace.Step;
import com.configcat.management.it.tasks.ResourceCase.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Ensures several of something, of each of which there may be none, another one, just the same, or
 * what cannot be made as wanted; and tries again what is left.
 */
record EnsureAllRandomWalk(
    WalkWorld world, Random random, ResourceCase subject, List<Place> places, boolean duplicates)
    implements RandomWalk {
  private static final List<String> NAMES = List.of("one", "two", "three", "four");

  static EnsureAllRandomWalk draw(WalkWorld world, Random random) {
    List<ResourceCase> subjects = List.of(ResourceCase.values());
    ResourceCase subject = subjects.get(random.nextInt(subjects.size()));
    boolean duplicates = random.nextBoolean();
    if (duplicates) {
      world.fake.world().allowDuplicateNames();
    }
    Place first = Place.in(world.fake, NAMES.get(0));
    List<Place> places = NAMES.stream().map(first::named).toList();
    for (Place place : places) {
      switch (random.nextInt(7)) {
        case 0, 1 -> {}
        case 2 -> {
          if (subject == ResourceCase.FLAG || subject.mayRepeat(duplicates)) {
            subject.makeUnfit(place);
          }
        }
        case 3, 4 -> {
          subject.makeAnother(place);
          subject.plant(place, true);
        }
        default -> {
          subject.makeAnother(place);
          subject.plant(place, false);
        }
      }
    }
    return new EnsureAllRandomWalk(world, random, subject, places, subject.mayRepeat(duplicates));
  }

  @Override
  public RequestTrace walk(ConfigCatManagementClient client) {
    List<ConcurrentWrite> writers = new ArrayList<>();
    places.forEach(
        place -> writers.addAll(new EnsureConcurrentWriters(subject, place, duplicates).all()));
    RequestTrace trace = RequestTrace.of(world.fake, FaultPlan.draw(random, writers));
    return trace.told(
        () -> {
          List<Place> left = places;
          for (int i = 0; i < 4 && !left.isEmpty(); i++) {
            left = run(client, left, trace);
          }
        });
  }

  /** Returns what is left. */
  private List<Place> run(
      ConfigCatManagementClient client, List<Place> wanted, RequestTrace trace) {
    int start = trace.length();
    List<String> names = wanted.stream().map(Place::name).toList();
    EnsuredAll<?, ?> result;
    try {
      result = subject.ensureAll(client, wanted.get(0), names);
    } catch (ConfigCatException e) {
      assertThat(e.requestMayHaveBeenApplied()).isFalse();
      assertThat(trace.since(start)).allMatch(Step::isRead);
      return wanted;
    }
    List<Step> steps = trace.since(start);
    List<Place> left = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      EnsuredItem<?, ?> item = result.items().get(i);
      assertThat(item.identity()).isEqualTo(names.get(i));
      new EnsureChecks(subject, wanted.get(i), true, steps)
          .check(item.status(), item.value(), world.fake.snapshot());
      assertThat(item.cause() != null)
          .as("%s", item)
          .isEqualTo(item.status() == Status.FAILED || item.status() == Status.UNKNOWN);
      if (!item.status().isSettled()) {
        left.add(wanted.get(i));
      }
    }
    assertThat(result.items()).hasSameSizeAs(wanted);
    assertThat(result.isComplete()).isEqualTo(left.isEmpty());
    assertThat(result.left()).hasSameSizeAs(left);
    assertThat(result.items(Status.NOT_TRIED).isEmpty() || result.stoppedBy().isPresent()).isTrue();
    return left;
  }
}
