package com.configcat.management.it.bench;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Threads;

/** Reads one Product. */
public class SmallCallBenchmark {
  private static final int ENQUEUED = 20_000;

  /** From one thread. */
  @Benchmark
  @Threads(1)
  public Object from1Thread(PeerState state) throws IOException {
    return state.peer().product();
  }

  /** From 4 threads. */
  @Benchmark
  @Threads(4)
  public Object from4Threads(PeerState state) throws IOException {
    return state.peer().product();
  }

  /** From 16 threads. */
  @Benchmark
  @Threads(16)
  public Object from16Threads(PeerState state) throws IOException {
    return state.peer().product();
  }

  /** Enqueues many at once and waits for all. */
  @Benchmark
  @OperationsPerInvocation(ENQUEUED)
  public void enqueued(PeerState state) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(ENQUEUED);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    for (int i = 0; i < ENQUEUED; i++) {
      state
          .peer()
          .enqueueProduct(
              result -> {
                if (result instanceof Throwable failed) {
                  failure.set(failed);
                }
                running.countDown();
              });
    }
    running.await();
    if (failure.get() != null) {
      throw new IllegalStateException("An enqueued call failed", failure.get());
    }
  }
}
