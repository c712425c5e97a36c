package com.configcat.management.it.tasks;

import com.configcat.management.it.fake.Fault;
import com.configcat.management.it.fake.Faults;
import java.time.Instant;
import java.util.Map;

/** What can go wrong at a step. */
enum Trouble {
  CLOSED_BEFORE {
    @Override
    void at(int step, Scene scene) {
      scene.fake.faults().at(step, Fault.closeBefore());
    }
  },
  UNAVAILABLE_BEFORE {
    @Override
    void at(int step, Scene scene) {
      scene.fake.faults().at(step, Fault.statusBefore(503));
    }
  },
  RATE_LIMITED_BEFORE {
    @Override
    void at(int step, Scene scene) {
      // The pause is what is left until then, so that it is short.
      String reset = Instant.now().plusMillis(150).toString();
      scene
          .fake
          .faults()
          .at(
              step,
              Fault.statusBefore(
                  429, Map.of("X-Rate-Limit-Remaining", "0", "X-Rate-Limit-Reset", reset)));
    }
  },
  CLOSED_AFTER {
    @Override
    void at(int step, Scene scene) {
      scene.fake.faults().at(step, Fault.closeAfter());
    }
  },
  UNAVAILABLE_AFTER {
    @Override
    void at(int step, Scene scene) {
      scene.fake.faults().at(step, Fault.statusAfter(503));
    }
  },
  RIVAL {
    @Override
    void at(int step, Scene scene) {
      scene.fake.faults().at(step, Fault.between(scene.rival()));
    }
  },
  /** The answer is lost, and another writer comes before anyone can look. */
  CLOSED_AFTER_THEN_RIVAL {
    @Override
    void at(int step, Scene scene) {
      scene.fake.faults().at(step, Fault.closeAfter()).at(step + 1, Fault.between(scene.rival()));
    }
  },
  /** The request is lost, and another writer comes before anyone can look. */
  CLOSED_BEFORE_THEN_RIVAL {
    @Override
    void at(int step, Scene scene) {
      scene.fake.faults().at(step, Fault.closeBefore()).at(step + 1, Fault.between(scene.rival()));
    }
  },
  /** The answer is lost, and nobody can look. */
  CLOSED_AFTER_TWICE {
    @Override
    void at(int step, Scene scene) {
      Faults unused =
          scene.fake.faults().at(step, Fault.closeAfter()).at(step + 1, Fault.closeAfter());
    }
  };

  /** Lets it go wrong at a step that is still to come, counted from 1. */
  abstract void at(int step, Scene scene);

  /** Whether another writer comes, if the task gets that far. */
  boolean hasRival() {
    return name().endsWith("RIVAL");
  }
}
