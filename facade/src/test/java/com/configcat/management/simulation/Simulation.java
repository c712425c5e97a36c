package com.configcat.management.simulation;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.internal.call.CallDispatcher;
import com.configcat.management.internal.call.CallListeners;
import com.configcat.management.internal.call.InlineExecutor;
import com.configcat.management.internal.call.SimulatedCall;
import com.configcat.management.internal.call.TimeSource;
import com.configcat.management.internal.call.VirtualTime;
import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.retry.RetryBudget;
import com.configcat.management.listener.CallListener;
import com.configcat.management.listener.OperationPaused;
import com.configcat.management.ratelimit.RateLimit;
import com.configcat.management.ratelimit.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.Response;

/**
 * Makes calls of one operation through all of the client but its HTTP, in virtual time and against
 * a service that counts each request at some instant between sending and answer.
 */
final class Simulation implements CallListener {
  private static final Operation OPERATION = new Operation("GET", "/v1/products");
  private static final long LONGEST_PATIENCE = Duration.ofSeconds(3).toNanos();

  private final Scenario scenario;
  private final VirtualTime time = new VirtualTime();
  private final Instant start = time.instant();
  private final Journal journal = new Journal();
  private final Service service;
  private final Random fates;
  private final Random cancels;
  private final CallDispatcher dispatcher;
  private final CallOptions options;
  private int started;
  private int ended;

  private Simulation(Scenario scenario, Function<TimeSource, RateLimiter> limiter) {
    this.scenario = scenario;
    // One for each concern, so that a change of one does not make all the others differ.
    this.service = service(scenario);
    this.fates = new Random(scenario.seed() + 1);
    this.cancels = new Random(scenario.seed() + 2);
    this.dispatcher =
        new CallDispatcher(
            time,
            new InlineExecutor(),
            new Random(scenario.seed() + 3)::nextDouble,
            limiter.apply(time),
            new RetryBudget(100),
            Credentials.of("user", "secret"),
            new CallListeners(List.of(this)));
    this.options = CallOptions.defaults().deadline(scenario.deadline());
  }

  /** Returns the service of a scenario, fresh. */
  static Service service(Scenario scenario) {
    return new Service(scenario.algorithm(), new Random(scenario.seed()));
  }

  /** Simulates the client as it is. */
  static Journal of(Scenario scenario) {
    return of(
        scenario, time -> RateLimiter.slidingWindow(RateLimit.ofTheService(), time::nanoTime));
  }

  /** Simulates it with another limiter. */
  static Journal of(Scenario scenario, Function<TimeSource, RateLimiter> limiter) {
    return new Simulation(scenario, limiter).run();
  }

  private Journal run() {
    if (scenario.concurrentCaller() != ConcurrentCaller.NONE) {
      time.schedule(
          (long) (cancels.nextDouble() * Duration.ofMinutes(1).toNanos()),
          () -> concurrentCaller(0));
    }
    for (int i = 0; i < scenario.callers(); i++) {
      startNext();
    }
    while (ended < scenario.calls()) {
      if (!time.advanceToNext()) {
        throw new AssertionError(
            (scenario.calls() - ended)
                + " calls hang, and nothing is going to happen: "
                + scenario);
      }
    }
    dispatcher.close();
    return journal;
  }

  private void concurrentCaller(long turn) {
    long next = scenario.concurrentCaller().send(service, time.nanoTime(), turn);
    time.schedule(next, () -> concurrentCaller(turn + 1));
  }

  private void startNext() {
    if (started == scenario.calls()) {
      return;
    }
    int number = started++;
    journal.add(new Journal.Started(number, time.nanoTime()));
    SimulatedCall[] call = new SimulatedCall[1];
    int[] attempts = new int[1];
    call[0] =
        SimulatedCall.start(
            dispatcher,
            OPERATION,
            options,
            answered -> send(number, ++attempts[0], answered, () -> call[0].cancel()),
            failure -> ended(number, failure));
    if (cancels.nextDouble() < scenario.faults()) {
      time.schedule((long) (cancels.nextDouble() * LONGEST_PATIENCE), call[0]::cancel);
    }
  }

  private void ended(int call, Optional<Throwable> failure) {
    ended++;
    journal.add(new Journal.Ended(call, time.nanoTime(), failure.orElse(null)));
    time.schedule(0, this::startNext);
  }

  private TimeSource.Timer send(
      int call, int attempt, Consumer<Optional<Response>> answered, Runnable cancel) {
    Fate fate = Fate.draw(scenario, fates);
    journal.add(new Journal.Sent(call, attempt, time.nanoTime(), fate.latency()));
    Service.Verdict[] verdict = new Service.Verdict[1];
    Runnable count = () -> verdict[0] = service.receive(time.nanoTime());
    long counted = time.nanoTime() + fate.counted();
    TimeSource.Timer counting = time.schedule(fate.counted(), count);
    if (fate.cancelled() >= 0) {
      time.schedule(fate.cancelled(), cancel);
    }
    TimeSource.Timer answering =
        time.schedule(
            fate.latency(),
            () -> {
              if (fate.answered()) {
                answered.accept(Optional.of(answer(call, verdict[0])));
              } else {
                answered.accept(Optional.empty());
              }
            });
    return () -> {
      answering.cancel();
      if (counted > time.nanoTime() + Fate.LATER) {
        counting.cancel();
        time.schedule(Fate.LATER, count);
      }
    };
  }

  private Response answer(int call, Service.Verdict verdict) {
    if (!verdict.admitted()) {
      journal.add(new Journal.Refused(call, time.nanoTime(), verdict.patience()));
    }
    return verdict.answer(start, scenario.speaks());
  }

  @Override
  public void operationPaused(OperationPaused event) {
    long now = time.nanoTime();
    journal.add(new Journal.Paused(now, now + event.duration().toNanos()));
  }
}
