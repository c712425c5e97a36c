package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Several things go wrong at requests drawn at random, others write in between, and still nothing
 * is lost, nothing done twice, and what is said is true.
 *
 * <p>{@code -Dwalk.seed=} takes other rounds, {@code -Dwalk.rounds=} more of them. A failure says
 * which seed repeats it.
 */
class RandomWalkTest {
  private static final long SEED = Long.getLong("walk.seed", 1);
  private static final int ROUNDS = Integer.getInteger("walk.rounds", 20);
  private static final int SHOWN = 5;

  /** What is walked. */
  enum Task {
    EDIT {
      @Override
      RandomWalk in(WalkWorld world, Random random) {
        return new EditRandomWalk(world, random, random.nextBoolean(), random.nextBoolean());
      }
    },
    COPY {
      @Override
      RandomWalk in(WalkWorld world, Random random) {
        return new CopyRandomWalk(world, random);
      }
    },
    BULK {
      @Override
      RandomWalk in(WalkWorld world, Random random) {
        return new BulkRandomWalk(world, random, random.nextBoolean());
      }
    },
    EDIT_MANY {
      @Override
      RandomWalk in(WalkWorld world, Random random) {
        return BulkEditRandomWalk.draw(world, random);
      }
    },
    PUT_MANY_BACK {
      @Override
      RandomWalk in(WalkWorld world, Random random) {
        return PutManyBackRandomWalk.draw(world, random);
      }
    },
    PUT_BACK {
      @Override
      RandomWalk in(WalkWorld world, Random random) {
        return new PutBackRandomWalk(world, random, random.nextBoolean(), random.nextBoolean());
      }
    },
    ENSURE {
      @Override
      RandomWalk in(WalkWorld world, Random random) {
        return EnsureRandomWalk.draw(world, random, false);
      }
    },
    ENSURE_AMONG_DUPLICATES {
      @Override
      RandomWalk in(WalkWorld world, Random random) {
        return EnsureRandomWalk.draw(world, random, true);
      }
    },
    ENSURE_ALL {
      @Override
      RandomWalk in(WalkWorld world, Random random) {
        return EnsureAllRandomWalk.draw(world, random);
      }
    };

    abstract RandomWalk in(WalkWorld world, Random random);
  }

  @ParameterizedTest
  @EnumSource
  void keepsItsPromisesWhateverGoesWrong(Task task) {
    List<String> failures = new ArrayList<>();
    try (WalkWorld world = new WalkWorld()) {
      for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
        try {
          round(task, world, seed);
        } catch (AssertionError e) {
          failures.add(task + " with -Dwalk.seed=" + seed + " -Dwalk.rounds=1: " + e.getMessage());
        }
      }
    }
    String first = String.join("\n\n", failures.subList(0, Math.min(SHOWN, failures.size())));
    assertThat(failures.size()).as("failures, of which these are the first:\n%s", first).isZero();
  }

  private static void round(Task task, WalkWorld world, long seed) {
    // Random itself begins alike for seeds that are near.
    Random random = new Random(new SplittableRandom(seed).nextLong());
    world.reset();
    RandomWalk walk = task.in(world, random);
    world.fake.forgetRequests();
    double refusals = random.nextInt(4) == 0 ? 0.2 : 0;
    world.refuse(() -> refusals > 0 && random.nextDouble() < refusals);
    try (ConfigCatManagementClient client = world.client(1 + random.nextInt(3))) {
      RequestTrace unused = walk.walk(client);
    }
  }
}
