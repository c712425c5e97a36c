package com.configcat.management.internal.call;

import com.configcat.management.Operation;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.Failure;
import com.configcat.management.internal.codec.UndecodableBodyException;
import com.configcat.management.internal.error.ErrorDecoder;
import com.configcat.management.internal.http.Attempt;
import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Request;
import okio.Timeout;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * A call as Retrofit knows it, whose way to an answer is the client's.
 *
 * <p>Answers that are no success are Responses; failures are IOExceptions whose cause is the typed
 * exception.
 */
final class GovernedCall<T> implements Call<T> {
  private final Call<T> delegate;
  private final Operation operation;
  private final boolean mayBeEmpty;
  private final ErrorDecoder errors;

  GovernedCall(Call<T> delegate, Operation operation, boolean mayBeEmpty, ErrorDecoder errors) {
    this.delegate = delegate;
    this.operation = operation;
    this.mayBeEmpty = mayBeEmpty;
    this.errors = errors;
  }

  @Override
  public Response<T> execute() throws IOException {
    try {
      return delegate.execute();
    } catch (IOException e) {
      throw failure(e);
    } catch (Exception e) {
      throw unexpected(e);
    }
  }

  @Override
  public void enqueue(Callback<T> callback) {
    delegate.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> call, Response<T> response) {
            callback.onResponse(GovernedCall.this, response);
          }

          @Override
          public void onFailure(Call<T> call, Throwable t) {
            callback.onFailure(GovernedCall.this, t instanceof IOException e ? failure(e) : t);
          }
        });
  }

  /** OkHttp lets an InterruptedException out without declaring it, and clears the interrupt. */
  private RuntimeException unexpected(Exception e) throws CallFailure {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw failure(interrupted);
    }
    return (RuntimeException) e;
  }

  private CallFailure failure(IOException cause) {
    Request request = delegate.request();
    // An answer that cannot be read came after the service had done what was asked.
    boolean applied =
        !operation.isSafe()
            && (cause instanceof UndecodableBodyException || Attempt.of(request).wasSent());
    return new CallFailure(errors.decode(request, cause, new Failure(operation, 1, applied)));
  }

  /** Returns what to throw for an answer that is no success. */
  ConfigCatException refused(Response<T> response) {
    return errors.decode(operation, response.raw(), response.errorBody(), 1);
  }

  /** Returns what to throw for a success without content. */
  DecodingException empty() {
    return errors.nothingToDecode(new Failure(operation, 1, !operation.isSafe()));
  }

  boolean mayBeEmpty() {
    return mayBeEmpty;
  }

  @Override
  public boolean isExecuted() {
    return delegate.isExecuted();
  }

  @Override
  public void cancel() {
    delegate.cancel();
  }

  @Override
  public boolean isCanceled() {
    return delegate.isCanceled();
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // Retrofit's clone() makes a new call.
  public Call<T> clone() {
    return new GovernedCall<>(delegate.clone(), operation, mayBeEmpty, errors);
  }

  @Override
  public Request request() {
    return delegate.request();
  }

  @Override
  public Timeout timeout() {
    return delegate.timeout();
  }
}
