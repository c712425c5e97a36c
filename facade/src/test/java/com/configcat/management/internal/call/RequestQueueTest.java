package com.configcat.management.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.error.TransportException;
import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.retry.RetryBudget;
import com.configcat.management.ratelimit.Acquisition;
import com.configcat.management.ratelimit.Permit;
import com.configcat.management.ratelimit.RateLimit;
import com.configcat.management.ratelimit.RateLimiter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Calls in line, in virtual time: answers take a millisecond, and every random draw is zero. */
class RequestQueueTest {
  private static final Operation OPERATION = new Operation("GET", "/v1/products");
  private final VirtualTime time = new VirtualTime();
  private final Instant start = time.instant();
  private final List<Optional<Throwable>> ends = new ArrayList<>();

  private CallDispatcher dispatcher(RateLimiter limiter) {
    return dispatcher(limiter, Runnable::run);
  }

  private CallDispatcher dispatcher(RateLimiter limiter, Executor turns) {
    return new CallDispatcher(
        time,
        new Threads(turns),
        () -> 0,
        limiter,
        new RetryBudget(100),
        Credentials.of("user", "p4ssw0rd"),
        new CallListeners(List.of()));
  }

  private void call(CallDispatcher dispatcher, Duration deadline, int status, String... header) {
    boolean[] answered = new boolean[1];
    SimulatedCall.start(
        dispatcher,
        OPERATION,
        CallOptions.defaults().deadline(deadline),
        answer ->
            time.schedule(
                Duration.ofMillis(1).toNanos(),
                () -> {
                  answer.accept(
                      Optional.of(answered[0] ? response(200) : response(status, header)));
                  answered[0] = true;
                }),
        ends::add);
  }

  private static Response response(int status, String... header) {
    Response.Builder response =
        new Response.Builder()
            .request(new Request.Builder().url("https://api.example.com/").build())
            .protocol(Protocol.HTTP_1_1)
            .code(status)
            .message("");
    if (header.length > 0) {
      response.header(header[0], header[1]);
    }
    return response.build();
  }

  @Test
  void saysAtTheDeadlineHowMuchLongerTheWaitWouldHaveBeen() {
    CallDispatcher dispatcher = dispatcher(RateLimiter.unlimited());
    call(dispatcher, Duration.ofMinutes(1), 429, "Retry-After", "1");
    time.advance(Duration.ofMillis(1));
    // The pause ends in time for all, but they are let go 50 ms apart.
    for (int i = 0; i < 2; i++) {
      call(dispatcher, Duration.ofMillis(1080), 200);
    }
    time.advance(Duration.ofSeconds(3));

    assertThat(ends).hasSize(3);
    assertThat(ends.stream().flatMap(Optional::stream))
        .singleElement()
        .isInstanceOfSatisfying(
            DeadlineExceededException.class,
            late -> assertThat(late.notBefore()).contains(start.plusMillis(1 + 1000 + 100)));
  }

  @Test
  void doesWithoutAnEstimateThatFails() {
    RateLimiter hopeless =
        new Estimating(
            () -> {
              throw new IllegalStateException("no database");
            });

    call(dispatcher(hopeless), Duration.ofMinutes(1), 200);
    time.advance(Duration.ofSeconds(1));

    assertThat(ends).containsExactly(Optional.empty());
  }

  @Test
  void doesWithoutAnEstimateThatThrowsAnError() {
    RateLimiter broken =
        new Estimating(
            () -> {
              throw new LinkageError("no database");
            });

    call(dispatcher(broken), Duration.ofMinutes(1), 200);
    time.advance(Duration.ofSeconds(1));

    assertThat(ends).containsExactly(Optional.empty());
  }

  @Test
  void goesOnAfterALimiterThatSaysNeverOrNothing() {
    Iterator<Acquisition> answers =
        Arrays.asList(
                Acquisition.retryIn(ChronoUnit.FOREVER.getDuration()),
                null,
                RateLimiter.unlimited().tryAcquire(OPERATION))
            .iterator();
    CallDispatcher dispatcher = dispatcher(operation -> answers.next());

    for (int i = 0; i < 3; i++) {
      call(dispatcher, Duration.ofMinutes(1), 200);
      time.advance(Duration.ofSeconds(1));
    }

    assertThat(ends).hasSize(3);
    assertThat(ends.get(0)).get().isInstanceOf(DeadlineExceededException.class);
    assertThat(ends.get(1))
        .get(InstanceOfAssertFactories.THROWABLE)
        .isInstanceOf(TransportException.class)
        .hasRootCauseMessage("the rate limiter returned null: return an Acquisition");
    assertThat(ends.get(2)).isEmpty();
  }

  @Test
  void ignoresWhatAPermitThrows() {
    InvocationHandler broken =
        (permit, method, arguments) -> {
          throw new IllegalStateException("no database");
        };
    Permit permit =
        (Permit)
            Proxy.newProxyInstance(
                Permit.class.getClassLoader(), new Class<?>[] {Permit.class}, broken);

    call(dispatcher(operation -> Acquisition.granted(permit)), Duration.ofMinutes(1), 200);
    time.advance(Duration.ofSeconds(1));

    assertThat(ends).containsExactly(Optional.empty());
  }

  @Test
  void aCallerDoesNotSeeToTheTurnsOfAllOthers() {
    Deque<Runnable> turns = new ArrayDeque<>();
    AtomicInteger asked = new AtomicInteger();
    AtomicReference<CallDispatcher> dispatcher = new AtomicReference<>();
    RateLimiter slow =
        operation -> {
          // While it is asked another call comes, and never an end of them.
          if (asked.incrementAndGet() <= 10) {
            call(dispatcher.get(), Duration.ofMinutes(1), 200);
          }
          return RateLimiter.unlimited().tryAcquire(operation);
        };
    dispatcher.set(dispatcher(slow, turns::add));

    call(dispatcher.get(), Duration.ofMinutes(1), 200);

    assertThat(asked).hasValue(1);
    while (!turns.isEmpty()) {
      turns.remove().run();
    }
    time.advance(Duration.ofSeconds(1));
    assertThat(ends).hasSize(11).containsOnly(Optional.empty());
  }

  @Test
  void asksForACallThatFindsNobodyWaitingOnceAndAtOnce() {
    AtomicInteger asked = new AtomicInteger();
    RateLimiter limiter =
        new RateLimiter() {
          @Override
          public Acquisition tryAcquire(Operation operation) {
            asked.incrementAndGet();
            return RateLimiter.unlimited().tryAcquire(operation);
          }

          @Override
          public Duration earliest(Operation operation, int ahead) {
            throw new AssertionError("it was asked for an estimate");
          }
        };

    call(
        dispatcher(
            limiter,
            scan -> {
              throw new AssertionError("somebody else was asked to scan the queue");
            }),
        Duration.ofMinutes(1),
        200);
    time.advance(Duration.ofSeconds(1));

    assertThat(ends).containsExactly(Optional.empty());
    assertThat(asked).hasValue(1);
  }

  @Test
  void letsNobodyPassThoseWhoWait() {
    List<Integer> sent = new ArrayList<>();
    RateLimiter limiter =
        RateLimiter.slidingWindow(List.of(RateLimit.perSecond(1)), time::nanoTime);
    CallDispatcher dispatcher = dispatcher(limiter);
    for (int i = 0; i < 4; i++) {
      int number = i;
      SimulatedCall.start(
          dispatcher,
          OPERATION,
          CallOptions.defaults(),
          answer -> {
            sent.add(number);
            return time.schedule(1, () -> answer.accept(Optional.of(response(200))));
          },
          ends::add);
      // One waits by then; the next comes the moment that a permit is free.
      time.advance(i == 1 ? Duration.ofSeconds(1) : Duration.ZERO);
    }
    time.advance(Duration.ofSeconds(10));

    assertThat(sent).containsExactly(0, 1, 2, 3);
  }

  /** Has a permit for everyone, and an estimate of its own. */
  private record Estimating(Supplier<Duration> estimate) implements RateLimiter {
    @Override
    public Acquisition tryAcquire(Operation operation) {
      return RateLimiter.unlimited().tryAcquire(operation);
    }

    @Override
    public Duration earliest(Operation operation, int ahead) {
      return estimate.get();
    }
  }

  private record Threads(Executor schedulerExecutor) implements CallExecutor {
    @Override
    public void execute(Runnable step) {
      step.run();
    }

    @Override
    public void close() {}
  }
}
