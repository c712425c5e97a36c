package com.configcat.management.internal.call;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** The future of an enqueued call. Cancelling it cancels the call. */
public final class CallFuture<T extends @Nullable Object> extends CompletableFuture<T> {
  private final ManagedCall<T> call;

  private CallFuture(ManagedCall<T> call) {
    this.call = call;
  }

  /** Enqueues a call of this client; completes with its body or with the typed exception. */
  public static <T extends @Nullable Object> CompletableFuture<T> enqueue(Call<T> call) {
    ManagedCall<T> managed = ManagedCall.of(call);
    CallFuture<T> future = new CallFuture<>(managed);
    managed.enqueue(future::ended);
    return future;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      call.cancel();
    }
    return cancelled;
  }

  @SuppressWarnings("NullAway") // Null only where the operation's response may be empty.
  private void ended(CallResult<Response<T>> end) {
    if (end.answer() == null) {
      completeExceptionally(end.failure());
      return;
    }
    T body;
    try {
      body = call.bodyOf(end.answer());
    } catch (RuntimeException | Error e) {
      completeExceptionally(e); // Whatever it is: a future must complete.
      return;
    }
    complete(body);
  }
}
