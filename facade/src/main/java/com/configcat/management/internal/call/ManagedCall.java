package com.configcat.management.internal.call;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.error.CallExceptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * A call as Retrofit knows it, whose way to an answer is the client's.
 *
 * <p>Answers that are no success are Responses; failures are IOExceptions whose cause is the typed
 * exception.
 */
final class ManagedCall<T> implements Call<T> {
  private final Call<T> delegate;
  private final Operation operation;
  private final boolean mayBeEmpty;
  private final CallOptions options;
  private final CallDispatcher dispatcher;
  private final Timeout timeout = new Timeout();

  // Guarded by this.
  private @Nullable CallExecution<Response<T>> execution;
  private boolean executed;
  private boolean canceled;

  private volatile @Nullable CallResult<Response<T>> result;

  ManagedCall(
      Call<T> delegate,
      Operation operation,
      boolean mayBeEmpty,
      CallOptions options,
      CallDispatcher dispatcher) {
    this.delegate = delegate;
    this.operation = operation;
    this.mayBeEmpty = mayBeEmpty;
    this.options = options;
    this.dispatcher = dispatcher;
  }

  static <T extends @Nullable Object> ManagedCall<T> of(Call<T> call) {
    if (call instanceof ManagedCall<T> managed) {
      return managed;
    }
    throw new IllegalArgumentException("The call is not one of this client: make it with api(...)");
  }

  @Override
  public Response<T> execute() throws IOException {
    ThreadlessExecutor executor = new ThreadlessExecutor(dispatcher.time());
    CallExecution<Response<T>> started = start(executor, executor, end -> result = end);
    executor.runUntil(() -> result != null, () -> started.cancel(CancelReason.INTERRUPTED));
    CallResult<Response<T>> end = Objects.requireNonNull(result);
    if (end.answer() != null) {
      return end.answer();
    }
    Throwable thrown = thrown(end);
    if (thrown instanceof IOException failure) {
      throw failure;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  @Override
  public void enqueue(Callback<T> callback) {
    Objects.requireNonNull(callback, "callback is null: give one that takes the answer");
    start(
        dispatcher.executor(),
        dispatcher.schedulerExecutor(),
        end -> {
          result = end;
          if (end.answer() != null) {
            callback.onResponse(this, end.answer());
          } else {
            callback.onFailure(this, thrown(end));
          }
        });
  }

  private CallExecution<Response<T>> start(
      Executor executor, Executor scanner, Consumer<CallResult<Response<T>>> onEnd) {
    dispatcher.checkOpen();
    CallExecution<Response<T>> started;
    boolean alreadyCanceled;
    synchronized (this) {
      if (executed) {
        throw new IllegalStateException("Already executed: make another with clone()");
      }
      executed = true;
      alreadyCanceled = canceled;
      AttemptSender<Response<T>> sender =
          new RetrofitAttemptSender<>(delegate, dispatcher.errors());
      started =
          new CallExecution<>(dispatcher, operation, effective(), sender, executor, scanner, onEnd);
      execution = started;
    }
    started.start(alreadyCanceled);
    return started;
  }

  /** A timeout that was set on this call in Retrofit's way is its deadline. */
  private CallOptions effective() {
    long nanos = timeout.timeoutNanos();
    if (timeout.hasDeadline()) {
      long left = Math.max(1, timeout.deadlineNanoTime() - System.nanoTime());
      nanos = nanos == 0 ? left : Math.min(nanos, left);
    }
    return nanos == 0
        ? options
        : options.deadline(Duration.ofNanos(Math.min(nanos, Duration.ofDays(1).toNanos())));
  }

  private static Throwable thrown(CallResult<?> end) {
    return end.failure() instanceof ConfigCatException typed
        ? new CallFailedException(typed)
        : Objects.requireNonNull(end.failure());
  }

  /**
   * Returns the body of an answer to this call, or throws what is wrong with it.
   *
   * @throws ConfigCatException if the answer is no success, or has no body where it should
   */
  @Nullable T bodyOf(Response<T> response) {
    FailureContext facts = Objects.requireNonNull(result).facts();
    if (!response.isSuccessful()) {
      throw RetrofitAttemptSender.refused(dispatcher.errors(), response, facts);
    }
    T body = response.body();
    if (body == null && !mayBeEmpty) {
      throw empty(facts);
    }
    return body;
  }

  private DecodingException empty(FailureContext facts) {
    return CallExceptions.nothingToDecode(
        new FailureContext(operation, facts.attempts(), !operation.isSafe()));
  }

  @Override
  public synchronized boolean isExecuted() {
    return executed;
  }

  @Override
  public void cancel() {
    CallExecution<?> running;
    synchronized (this) {
      canceled = true;
      running = execution;
    }
    if (running != null) {
      running.cancel(CancelReason.CANCELLED);
    }
  }

  @Override
  public synchronized boolean isCanceled() {
    return canceled;
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // Retrofit's clone() makes a new call.
  public Call<T> clone() {
    return new ManagedCall<>(delegate.clone(), operation, mayBeEmpty, options, dispatcher);
  }

  @Override
  public Request request() {
    return delegate.request();
  }

  @Override
  public Timeout timeout() {
    return timeout;
  }
}
