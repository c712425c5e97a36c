package com.configcat.management.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.retry.RetryBudget;
import com.configcat.management.ratelimit.RateLimit;
import com.configcat.management.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Timeout;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

class CallFutureTest {
  private final VirtualTime time = new VirtualTime();

  private CallDispatcher dispatcher(RateLimiter limiter) {
    return new CallDispatcher(
        time,
        new Inline(),
        () -> 0,
        limiter,
        new RetryBudget(100),
        Credentials.of("user", "p4ssw0rd"),
        new CallListeners(List.of()));
  }

  @Test
  void failsWithWhateverIsThrownWhileAnAnswerIsRead() {
    ManagedCall<String> call =
        new ManagedCall<>(
            new Answered(Response.error(400, new Unreadable()), false),
            new Operation("GET", "/v1/me"),
            false,
            CallOptions.defaults(),
            dispatcher(RateLimiter.unlimited()),
            null);

    assertThat(CallFuture.enqueue(call))
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withRootCauseInstanceOf(StackOverflowError.class);
  }

  @Test
  void endsWhateverGoesWrongOnTheWayAndGivesItsPermitBack() {
    RateLimiter one =
        RateLimiter.slidingWindow(List.of(new RateLimit(1, Duration.ofSeconds(1))), time::nanoTime);
    CallDispatcher dispatcher = dispatcher(one);

    CompletableFuture<String> first = CallFuture.enqueue(call(dispatcher));
    time.advance(Duration.ofSeconds(5));
    CompletableFuture<String> second = CallFuture.enqueue(call(dispatcher));

    for (CompletableFuture<String> future : List.of(first, second)) {
      assertThat(future)
          .failsWithin(Duration.ZERO)
          .withThrowableThat()
          .withRootCauseInstanceOf(StackOverflowError.class);
    }
    assertThat(catchThrowable(() -> call(dispatcher).execute()))
        .isInstanceOf(StackOverflowError.class);
  }

  private ManagedCall<String> call(CallDispatcher dispatcher) {
    return new ManagedCall<>(
        new Answered(Response.success(""), true),
        new Operation("GET", "/v1/me"),
        false,
        CallOptions.defaults(),
        dispatcher,
        null);
  }

  private static final class Unreadable extends ResponseBody {
    @Override
    public MediaType contentType() {
      return null;
    }

    @Override
    public long contentLength() {
      return -1;
    }

    @Override
    public BufferedSource source() {
      throw new StackOverflowError("deep");
    }
  }

  /**
   * A call with a response.
   *
   * @param overflows while it is sent, like all that can where little of the stack is left
   */
  private record Answered(Response<String> response, boolean overflows) implements Call<String> {
    @Override
    public Response<String> execute() {
      return response;
    }

    @Override
    public void enqueue(Callback<String> callback) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isExecuted() {
      return false;
    }

    @Override
    public void cancel() {}

    @Override
    public boolean isCanceled() {
      return false;
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // It has nothing that could be used up.
    public Call<String> clone() {
      if (overflows) {
        throw new StackOverflowError("deep");
      }
      return this;
    }

    @Override
    public Request request() {
      return response.raw().request();
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }
  }

  private record Inline() implements CallExecutor {
    @Override
    public void execute(Runnable step) {
      step.run();
    }

    @Override
    public void close() {}
  }
}
