package com.configcat.management.internal.call;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * The promised answer of an enqueued call. To cancel it cancels the call.
 *
 * @param <T> what the call answers
 */
public final class CallFuture<T extends @Nullable Object> extends CompletableFuture<T> {
  private final ManagedCall<T> call;

  private CallFuture(ManagedCall<T> call) {
    this.call = call;
  }

  /**
   * Enqueues a call.
   *
   * @param <T> what it answers
   * @param call one of this client, not executed yet
   * @return the answer decoded, or the exception that a blocking call would throw
   */
  public static <T extends @Nullable Object> CompletableFuture<T> enqueue(Call<T> call) {
    ManagedCall<T> managed = ManagedCall.of(call);
    CallFuture<T> future = new CallFuture<>(managed);
    managed.enqueue(future.new Completion());
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

  private final class Completion implements Callback<T> {
    @Override
    @SuppressWarnings("NullAway") // Null only where the operation says that it may be empty.
    public void onResponse(Call<T> answered, Response<T> response) {
      T body;
      try {
        body = call.bodyOf(response);
      } catch (RuntimeException | Error e) {
        completeExceptionally(e); // Whatever it is: a promise that never ends helps nobody.
        return;
      }
      complete(body);
    }

    @Override
    public void onFailure(Call<T> failed, Throwable failure) {
      completeExceptionally(failure instanceof CallFailedException e ? e.exception() : failure);
    }
  }
}
