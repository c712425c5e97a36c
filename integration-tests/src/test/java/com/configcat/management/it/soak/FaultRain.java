package com.configcat.management.it.soak;

import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Makes one request in five fail, of all sorts, for as long as it runs. */
final class FaultRain implements AutoCloseable {
  private static final int BATCH = 200;
  private static final double SHARE = 0.2;
  private static final List<Supplier<Fault>> FAULTS =
      List.of(
          Fault::closeBefore,
          Fault::closeAfter,
          Fault::closeAfter,
          Fault::cutAfter,
          () -> Fault.statusBefore(503),
          () -> Fault.statusAfter(503),
          () -> Fault.statusAfter(500),
          () -> Fault.statusBefore(502),
          FaultRain::rateLimited);

  private final ConfigCatFake fake;
  private final Random random;
  private final Thread thread = new Thread(this::rain, "fault-rain");
  private volatile boolean ended;
  private volatile int planned;

  FaultRain(ConfigCatFake fake, Random random) {
    this.fake = fake;
    this.random = random;
    thread.setDaemon(true);
    thread.start();
  }

  /** The pause ends soon. */
  private static Fault rateLimited() {
    return Fault.statusBefore(
        429,
        Map.of(
            "X-Rate-Limit-Remaining",
            "0",
            "X-Rate-Limit-Reset",
            Instant.now().plusMillis(500).toString()));
  }

  private void rain() {
    try {
      while (!ended) {
        if (fake.faults().waiting() == 0) {
          plan();
          // What was received is of no interest, and would fill the heap.
          fake.forgetRequests();
        }
        Thread.sleep(2);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void plan() {
    for (int request = 1; request <= BATCH; request++) {
      // The last one shows when the batch has passed.
      if (random.nextDouble() < SHARE || request == BATCH) {
        fake.faults().at(request, FAULTS.get(random.nextInt(FAULTS.size())).get());
        planned++;
      }
    }
  }

  int faults() {
    return planned - fake.faults().waiting();
  }

  /** Ends the faults; what comes now succeeds. */
  @Override
  public void close() throws InterruptedException {
    ended = true;
    thread.join();
    fake.faults().clear();
  }
}
