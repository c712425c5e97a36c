package com.configcat.management.internal.call;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.error.CallExceptions;
import com.configcat.management.internal.error.ErrorDecoder;
import com.configcat.management.internal.http.Attempt;
import com.configcat.management.internal.http.ConnectionFailures;
import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.http.CredentialsUnavailableException;
import com.configcat.management.internal.http.UncheckedExceptions;
import com.configcat.management.internal.http.UndecodableBodyException;
import com.configcat.management.internal.retry.AttemptOutcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.Consumer;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** Sends a Retrofit call; each attempt executes a clone. */
final class RetrofitAttemptSender<T> implements AttemptSender<Response<T>> {
  private final Call<T> prototype;
  private final CallDispatcher dispatcher;

  // Guarded by this.
  private @Nullable Call<T> running;
  private boolean cancelled;

  // Only touched by attempts, which follow one another.
  private @Nullable Credentials replacement;
  private boolean replaced;

  RetrofitAttemptSender(Call<T> prototype, CallDispatcher dispatcher) {
    this.prototype = prototype;
    this.dispatcher = dispatcher;
  }

  @Override
  public void attempt(Consumer<AttemptResult<Response<T>>> ended) {
    ended.accept(attempt());
  }

  private AttemptResult<Response<T>> attempt() {
    Call<T> attempt = prototype.clone();
    synchronized (this) {
      running = attempt;
      if (cancelled) {
        attempt.cancel();
      }
    }
    Request request;
    try {
      request = attempt.request();
    } catch (RuntimeException | Error e) {
      return thrown(AttemptOutcome.Kind.UNSENDABLE, false, e);
    }
    try {
      authorize(Attempt.of(request));
    } catch (CredentialsUnavailableException e) {
      return unauthorized(request, e);
    } catch (Error e) {
      return thrown(AttemptOutcome.Kind.UNSENDABLE, false, e);
    }
    try {
      return answered(request, attempt.execute());
    } catch (IOException e) {
      return failed(request, e);
    } catch (RuntimeException e) {
      return unchecked(request, e);
    } catch (Error e) {
      return thrown(AttemptOutcome.Kind.FINAL, Attempt.of(request).wasSent(), e);
    } catch (Exception e) {
      return e instanceof InterruptedException
          ? failed(request, interrupted(e))
          : undeclared(request, e);
    }
  }

  /** A checked exception that was not declared, as from an interceptor in Kotlin. */
  private AttemptResult<Response<T>> undeclared(Request request, Exception e) {
    IOException cause = new IOException(e.toString(), e);
    return new AttemptResult<>(
        AttemptOutcome.withoutResponse(AttemptOutcome.Kind.FINAL, Attempt.of(request).wasSent()),
        null,
        failure -> dispatcher.errors().decode(request, cause, failure));
  }

  private AttemptResult<Response<T>> unchecked(Request request, RuntimeException e) {
    try {
      return failed(request, UncheckedExceptions.checked(e, RetrofitAttemptSender.class));
    } catch (RuntimeException users) {
      // From a user's interceptor, say: a retry would get the same.
      return thrown(AttemptOutcome.Kind.FINAL, Attempt.of(request).wasSent(), users);
    }
  }

  private static <R> AttemptResult<R> thrown(
      AttemptOutcome.Kind kind, boolean mayHaveBeenApplied, Throwable e) {
    return new AttemptResult<>(
        AttemptOutcome.withoutResponse(kind, mayHaveBeenApplied), null, failure -> e);
  }

  /** OkHttp throws an undeclared InterruptedException, and clears the interrupt. */
  private static IOException interrupted(Throwable e) {
    Thread.currentThread().interrupt();
    InterruptedIOException interrupted = new InterruptedIOException("interrupted");
    interrupted.initCause(e);
    return interrupted;
  }

  private void authorize(Attempt attempt) throws CredentialsUnavailableException {
    Credentials given = replacement;
    if (given == null) {
      attempt.authorize();
    } else {
      attempt.authorize(given);
      replacement = null;
    }
  }

  private AttemptResult<Response<T>> unauthorized(
      Request request, CredentialsUnavailableException e) {
    return new AttemptResult<>(
        AttemptOutcome.withoutResponse(AttemptOutcome.Kind.UNSENDABLE, false),
        null,
        failure -> dispatcher.errors().withoutCredentials(request, e, failure));
  }

  /** Asks, once for a call, whether the credentials that were refused have been replaced. */
  private boolean areReplaced(Request request) {
    if (replaced) {
      return false;
    }
    try {
      replacement = Attempt.of(request).otherCredentials();
    } catch (CredentialsUnavailableException e) {
      return false; // The refusal stands.
    }
    replaced = replacement != null;
    return replaced;
  }

  private AttemptResult<Response<T>> answered(Request request, Response<T> response) {
    AttemptOutcome outcome = AttemptOutcome.of(response.raw(), dispatcher.time().instant());
    if (outcome.kind() == AttemptOutcome.Kind.UNAUTHORIZED && areReplaced(request)) {
      outcome = outcome.withCredentialsChanged();
    }
    return new AttemptResult<>(
        outcome, response, failure -> refused(dispatcher.errors(), response, failure));
  }

  private AttemptResult<Response<T>> failed(Request request, IOException cause) {
    boolean sent = Attempt.of(request).wasSent();
    AttemptOutcome.Kind kind;
    if (cause instanceof UndecodableBodyException) {
      // A response that cannot be decoded was sent after the request was applied.
      kind = AttemptOutcome.Kind.UNDECODABLE;
    } else if (Thread.currentThread().isInterrupted()) {
      kind = AttemptOutcome.Kind.INTERRUPTED;
    } else if (!sent && ConnectionFailures.isPermanent(cause)) {
      kind = AttemptOutcome.Kind.FINAL;
    } else {
      kind = sent ? AttemptOutcome.Kind.LOST : AttemptOutcome.Kind.NOT_SENT;
    }
    boolean applied = sent || kind == AttemptOutcome.Kind.UNDECODABLE;
    // An interrupt closes the sockets of a virtual thread: the cause would not say why.
    boolean interrupted = kind == AttemptOutcome.Kind.INTERRUPTED;
    return new AttemptResult<>(
        AttemptOutcome.withoutResponse(kind, applied),
        null,
        failure ->
            interrupted
                ? CallExceptions.cancelled(CancelReason.INTERRUPTED.description(), failure)
                : dispatcher.errors().decode(request, cause, failure));
  }

  static <T> ConfigCatException refused(
      ErrorDecoder errors, Response<T> response, FailureContext failure) {
    return errors.decode(response.raw(), response.errorBody(), failure);
  }

  @Override
  public void cancel() {
    Call<T> cancelling;
    synchronized (this) {
      cancelled = true;
      cancelling = running;
    }
    if (cancelling != null) {
      try {
        cancelling.cancel();
      } catch (RuntimeException | Error ignored) {
        // From a user's event listener, which OkHttp calls after cancelling.
      }
    }
  }

  @Override
  public Response<T> withoutContent(Response<T> answer) {
    return Response.success(
        (T) null, answer.raw().newBuilder().code(204).message("No Content").build());
  }
}
