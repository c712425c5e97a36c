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
 * A Retrofit call under the client's limits, retries and deadline.
 *
 * <p>For Retrofit's users, {@link #execute} and {@link #enqueue} give responses that are no success
 * as such, and wrap the typed exception of a failure into an IOException. {@link #run} and {@link
 * CallFuture} give the body, or the typed exception as it is.
 */
public final class ManagedCall<T> implements Call<T> {
  private final Call<T> delegate;
  private final Operation operation;
  private final boolean mayBeEmpty;
  private final CallOptions options;
  private final CallDispatcher dispatcher;
  private final @Nullable CallObserver observer;
  private final Timeout timeout = new Timeout();

  // Guarded by this.
  private @Nullable CallExecution<Response<T>> execution;
  private boolean executed;
  private @Nullable CancelReason cancelReason;

  private volatile @Nullable CallResult<Response<T>> result;

  ManagedCall(
      Call<T> delegate,
      Operation operation,
      boolean mayBeEmpty,
      CallOptions options,
      CallDispatcher dispatcher,
      @Nullable CallObserver observer) {
    this.delegate = delegate;
    this.operation = operation;
    this.mayBeEmpty = mayBeEmpty;
    this.options = options;
    this.dispatcher = dispatcher;
    this.observer = observer;
  }

  static <T extends @Nullable Object> ManagedCall<T> of(Call<T> call) {
    if (call instanceof ManagedCall<T> managed) {
      return managed;
    }
    throw new IllegalArgumentException(
        "The call was not made by this client: make it with api(...)");
  }

  /** Runs a call of this client on the caller's thread, and returns its body. */
  @SuppressWarnings("NullAway") // Null only where the operation's response may be empty.
  public static <T extends @Nullable Object> T run(Call<T> call) {
    ManagedCall<T> managed = of(call);
    CallResult<Response<T>> end = managed.await();
    if (end.answer() != null) {
      return managed.bodyOf(end.answer());
    }
    throw unchecked(end.failure());
  }

  @Override
  public Response<T> execute() throws IOException {
    CallResult<Response<T>> end = await();
    if (end.answer() != null) {
      return end.answer();
    }
    if (end.failure() instanceof ConfigCatException typed) {
      throw new CallFailedException(typed);
    }
    throw unchecked(end.failure());
  }

  @Override
  public void enqueue(Callback<T> callback) {
    Objects.requireNonNull(callback, "callback is null: give one for the response");
    enqueue(
        end -> {
          if (end.answer() != null) {
            callback.onResponse(this, end.answer());
          } else {
            Throwable failure = Objects.requireNonNull(end.failure());
            callback.onFailure(
                this,
                failure instanceof ConfigCatException typed
                    ? new CallFailedException(typed)
                    : failure);
          }
        });
  }

  void enqueue(Consumer<CallResult<Response<T>>> onEnd) {
    enqueue(dispatcher.executor(), onEnd);
  }

  void enqueue(Executor executor, Consumer<CallResult<Response<T>>> onEnd) {
    start(
        executor,
        end -> {
          result = end;
          onEnd.accept(end);
        });
  }

  Operation operation() {
    return operation;
  }

  CallDispatcher dispatcher() {
    return dispatcher;
  }

  private CallResult<Response<T>> await() {
    CallerThreads.ThreadlessExecutor executor = dispatcher.callerThreads().newExecutor();
    CallExecution<Response<T>> started = start(executor, end -> result = end);
    if (started != null) {
      executor.runUntilEnd(started);
    }
    return Objects.requireNonNull(result);
  }

  /** Failures are typed exceptions, or whatever unchecked the user's code threw on the way. */
  static RuntimeException unchecked(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) Objects.requireNonNull(failure);
  }

  /** Returns null if the observer has ended the call, unsent. */
  private @Nullable CallExecution<Response<T>> start(
      Executor executor, Consumer<CallResult<Response<T>>> end) {
    dispatcher.checkOpen();
    Consumer<CallResult<Response<T>>> onEnd = observer == null ? end : observed(observer, end);
    CancelReason cancelled;
    synchronized (this) {
      if (executed) {
        throw new IllegalStateException("Already executed: make another with clone()");
      }
      executed = true;
      cancelled = cancelReason;
    }
    RuntimeException refusal =
        observer == null ? null : observer.starting(operation, delegate::request);
    if (refusal != null) {
      onEnd.accept(new CallResult<>(null, refusal, new FailureContext(operation, 0, false)));
      return null;
    }
    dispatcher.checkDryRun(operation);
    AttemptSender<Response<T>> sender = new RetrofitAttemptSender<>(delegate, dispatcher);
    CallExecution<Response<T>> started =
        new CallExecution<>(dispatcher, operation, effective(), sender, executor, onEnd);
    started.start(cancelled);
    // Only now: what is cancelled by another thread ends, and must have started before.
    synchronized (this) {
      execution = started;
      cancelled = cancelReason;
    }
    if (cancelled != null) {
      started.cancel(cancelled);
    }
    return started;
  }

  private Consumer<CallResult<Response<T>>> observed(
      CallObserver observer, Consumer<CallResult<Response<T>>> end) {
    return result -> {
      if (result.answer() != null) {
        observer.ended(operation, result.answer().raw(), result.facts().attempts());
      }
      end.accept(result);
    };
  }

  /** A timeout set on this call by {@link #timeout} is its deadline. */
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

  /** Returns the body, or throws if the response is no success, or lacks the body it must have. */
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
    cancel(CancelReason.CANCELLED);
  }

  void cancel(CancelReason reason) {
    CallExecution<?> running;
    synchronized (this) {
      if (cancelReason == null) {
        cancelReason = reason;
      }
      running = execution;
    }
    if (running != null) {
      running.cancel(reason);
    }
  }

  @Override
  public synchronized boolean isCanceled() {
    return cancelReason != null;
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // Retrofit's clone() makes a new call.
  public Call<T> clone() {
    return new ManagedCall<>(
        delegate.clone(), operation, mayBeEmpty, options, dispatcher, observer);
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
