package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.Ensured;
import com.configcat.management.core.EnsuredItem.Status;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.it.tasks.ResourceCase.Place;
import java.util.List;
import java.util.Random;

/** Ensures one of something, of which there may be none, another one or just the same. */
record EnsureRandomWalk(
    WalkWorld world, Random random, ResourceCase subject, Place place, boolean duplicates)
    implements RandomWalk {
  /**
   * Draws one.
   *
   * @param duplicates whether names may repeat where the service refuses that, so that writers who
   *     come between make one of the name as often as they like
   */
  static EnsureRandomWalk draw(WalkWorld world, Random random, boolean duplicates) {
    List<ResourceCase> subjects = List.of(ResourceCase.values());
    ResourceCase subject = subjects.get(random.nextInt(subjects.size()));
    if (duplicates) {
      world.fake.world().allowDuplicateNames();
    }
    Place place = Place.in(world.fake, "one");
    int there = random.nextInt(3);
    if (there > 0) {
      subject.makeAnother(place);
      subject.plant(place, there > 1);
    }
    return new EnsureRandomWalk(world, random, subject, place, subject.mayRepeat(duplicates));
  }

  @Override
  public RequestTrace walk(ConfigCatManagementClient client) {
    RequestTrace trace =
        RequestTrace.of(
            world.fake,
            FaultPlan.draw(random, new EnsureConcurrentWriters(subject, place, duplicates).all()));
    return trace.told(
        () -> {
          try {
            Ensured<?> result = subject.ensure(client, place);
            assertThat(result.changed()).isEqualTo(result.outcome() != Ensured.Outcome.UNCHANGED);
            check(trace, Status.valueOf(result.outcome().name()), result.value());
          } catch (ConfigCatException e) {
            check(trace, e.requestMayHaveBeenApplied() ? Status.UNKNOWN : Status.FAILED, null);
          }
        });
  }

  private void check(RequestTrace trace, Status status, Object value) {
    new EnsureChecks(subject, place, false, trace.since(0))
        .check(status, value, world.fake.snapshot());
  }
}
