package com.configcat.management.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.retry.AttemptOutcome;
import com.configcat.management.internal.retry.RetryBudget;
import com.configcat.management.ratelimit.RateLimiter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CallerThreadsTest {
  private final CallDispatcher dispatcher =
      new CallDispatcher(
          new VirtualTime(),
          new InlineExecutor(),
          () -> 0,
          RateLimiter.unlimited(),
          new RetryBudget(100),
          Credentials.of("user", "p4ssw0rd"),
          new CallListeners(List.of()));
  private final CallerThreads.ThreadlessExecutor executor =
      dispatcher.callerThreads().newExecutor();
  private final List<String> done = new ArrayList<>();

  @Test
  void runsWhatIsLeftWhenItsCallHasEnded() {
    CallExecution<String> execution =
        new CallExecution<>(
            dispatcher,
            new Operation("GET", "/v1/products"),
            CallOptions.defaults(),
            new Sender(executor, () -> done.add("a step that came before the end")),
            executor,
            end -> done.add("end"));

    execution.start(null);
    executor.runUntilEnd(execution);

    assertThat(done).containsExactly("end", "a step that came before the end");
  }

  /** Succeeds at once. */
  private record Sender(Executor executor, Runnable step) implements AttemptSender<String> {
    @Override
    public void attempt(Consumer<AttemptResult<String>> ended) {
      executor.execute(step);
      AttemptOutcome success =
          new AttemptOutcome(AttemptOutcome.Kind.FINAL, false, 200, null, null, null);
      ended.accept(new AttemptResult<>(success, "answer", failure -> new AssertionError(failure)));
    }

    @Override
    public void cancel() {}

    @Override
    public String withoutContent(String answer) {
      return answer;
    }
  }
}
