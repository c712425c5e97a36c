package com.configcat.management.internal.call;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.internal.error.ErrorDecoder;
import com.configcat.management.internal.retry.AttemptOutcome;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A call like any other, but for the network: its requests go over a wire that a test makes. */
public final class SimulatedCall {
  private final CallExecution<Response> execution;

  private SimulatedCall(CallExecution<Response> execution) {
    this.execution = execution;
  }

  /** Carries requests. */
  public interface Wire {
    /**
     * Sends a request.
     *
     * @param answered is later given the answer, or nothing if it was lost
     * @return cuts the wire, so that nothing comes back
     */
    TimeSource.Timer send(Consumer<Optional<Response>> answered);
  }

  /**
   * Starts a call that runs on whoever passes the time.
   *
   * @param onEnd is given what the call failed with; nothing if it succeeded
   */
  public static SimulatedCall start(
      CallDispatcher dispatcher,
      Operation operation,
      CallOptions options,
      Wire wire,
      Consumer<Optional<Throwable>> onEnd) {
    SimulatedCall call =
        new SimulatedCall(
            new CallExecution<>(
                dispatcher,
                operation,
                options,
                new WireSender(wire, dispatcher.errors(), dispatcher.time()),
                Runnable::run,
                result -> onEnd.accept(Optional.ofNullable(result.failure()))));
    call.execution.start(null);
    return call;
  }

  /** Cancels it, as {@code Call.cancel()} does. */
  public void cancel() {
    execution.cancel(CancelReason.CANCELLED);
  }

  private static final class WireSender implements AttemptSender<Response> {
    private static final Request REQUEST =
        new Request.Builder().url("https://api.example.com/").build();
    private final Wire wire;
    private final ErrorDecoder errors;
    private final InstantSource clock;
    private @Nullable Runnable cut;

    WireSender(Wire wire, ErrorDecoder errors, InstantSource clock) {
      this.wire = wire;
      this.errors = errors;
      this.clock = clock;
    }

    @Override
    public void attempt(Consumer<AttemptResult<Response>> ended) {
      TimeSource.Timer sent =
          wire.send(
              answer -> {
                cut = null;
                ended.accept(answer.map(this::answered).orElseGet(this::lost));
              });
      cut =
          () -> {
            sent.cancel();
            ended.accept(lost());
          };
    }

    private AttemptResult<Response> answered(Response response) {
      return new AttemptResult<>(
          AttemptOutcome.of(response, clock.instant()),
          response,
          failure -> errors.decode(response, null, failure));
    }

    private AttemptResult<Response> lost() {
      IOException reset = new IOException("reset");
      return new AttemptResult<>(
          AttemptOutcome.withoutResponse(AttemptOutcome.Kind.LOST, true),
          null,
          failure -> errors.decode(REQUEST, reset, failure));
    }

    @Override
    public void cancel() {
      if (cut != null) {
        Runnable cutting = cut;
        cut = null;
        cutting.run();
      }
    }

    @Override
    public Response withoutContent(Response answer) {
      return answer;
    }
  }
}
