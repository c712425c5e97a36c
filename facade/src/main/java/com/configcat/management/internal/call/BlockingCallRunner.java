package com.configcat.management.internal.call;

import com.configcat.management.operations.CallRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** Runs a call on the caller's thread, and gives its answer or throws why there is none. */
public final class BlockingCallRunner implements CallRunner {
  /** Makes a runner. */
  public BlockingCallRunner() {}

  @Override
  @SuppressWarnings("NullAway") // Null only where the operation says that its answer may be empty.
  public <T extends @Nullable Object> T run(Call<T> call) {
    if (!(call instanceof GovernedCall<T> governed)) {
      throw new IllegalArgumentException(
          "The call is not one of this client: make it with api(...)");
    }
    Response<T> response = execute(governed);
    if (!response.isSuccessful()) {
      throw governed.refused(response);
    }
    T body = response.body();
    if (body == null && !governed.mayBeEmpty()) {
      throw governed.empty();
    }
    return body;
  }

  private static <T extends @Nullable Object> Response<T> execute(GovernedCall<T> call) {
    try {
      return call.execute();
    } catch (CallFailure e) {
      throw e.exception();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
