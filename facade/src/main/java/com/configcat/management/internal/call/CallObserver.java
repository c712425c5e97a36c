package com.configcat.management.internal.call;

import com.configcat.management.core.Operation;
import java.util.function.Supplier;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Observes the calls of a view of the client. Thread-safe: its calls may be on any threads. */
public interface CallObserver {
  /**
   * Called before a call is queued.
   *
   * @param request builds the request, without the credentials
   * @return the failure with which the call ends instead of being sent; null to send it
   */
  @Nullable RuntimeException starting(Operation operation, Supplier<Request> request);

  /** Called when a call has ended with a response, a success or not. */
  void ended(Operation operation, Response response, int attempts);

  /** Returns an observer that calls both, this one first. */
  default CallObserver and(CallObserver other) {
    CallObserver first = this;
    return new CallObserver() {
      @Override
      public @Nullable RuntimeException starting(Operation operation, Supplier<Request> request) {
        RuntimeException failure = first.starting(operation, request);
        return failure != null ? failure : other.starting(operation, request);
      }

      @Override
      public void ended(Operation operation, Response response, int attempts) {
        first.ended(operation, response, attempts);
        other.ended(operation, response, attempts);
      }
    };
  }
}
