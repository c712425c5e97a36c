package com.configcat.management.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.retry.RetryBudget;
import com.configcat.management.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final Operation OPERATION = new Operation("GET", "/v1/products");

  private final VirtualTime time = new VirtualTime();
  private final List<Duration> late = new ArrayList<>();
  private final CallDispatcher dispatcher =
      new CallDispatcher(
          time,
          new InlineExecutor(),
          () -> 0,
          RateLimiter.unlimited(),
          new RetryBudget(100),
          Credentials.of("user", "p4ssw0rd"),
          new CallListeners(List.of()));

  /** Starts a call that is answered after a time. */
  private void call(Duration deadline, Duration latency) {
    SimulatedCall.start(
        dispatcher,
        OPERATION,
        CallOptions.defaults().deadline(deadline),
        answered -> time.schedule(latency.toNanos(), () -> answered.accept(answer())),
        failure ->
            failure.ifPresent(
                thrown -> {
                  assertThat(thrown).isInstanceOf(DeadlineExceededException.class);
                  late.add(time.elapsed());
                }));
  }

  private static Optional<Response> answer() {
    return Optional.of(
        new Response.Builder()
            .request(new Request.Builder().url("https://api.example.com/").build())
            .protocol(Protocol.HTTP_1_1)
            .code(200)
            .message("")
            .build());
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void endsEachCallAtItsOwnDeadline() {
    call(millis(90_000), millis(100_000));
    call(millis(2_500), millis(100_000));
    call(millis(300), millis(100_000));
    time.advance(millis(100));
    call(millis(100), millis(100_000));
    call(millis(1_000), millis(100_000));
    time.advance(Duration.ofMinutes(3));

    assertThat(late)
        .containsExactly(millis(200), millis(300), millis(1_100), millis(2_500), millis(90_000));
  }

  @Test
  void setsNoTimerForACallThatOthersHaveSetOneFor() {
    call(millis(60_000), millis(10));
    int timers = time.scheduled();
    for (int i = 0; i < 50; i++) {
      time.advance(millis(10));
      call(millis(60_000), millis(10));
    }

    assertThat(time.scheduled() - timers).as("timers for the answers alone").isEqualTo(50);
  }

  @Test
  void setsNoTimerWithoutCalls() {
    call(millis(60_000), millis(10));
    time.advance(millis(1_000));

    assertThat(time.pending()).isZero();
  }
}
