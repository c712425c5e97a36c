package com.configcat.management.internal.call;

import com.configcat.management.operations.CallRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Runs a call on the caller's thread, and gives its answer or throws why there is none. */
public final class BlockingCallRunner implements CallRunner {
  /** Makes a runner. */
  public BlockingCallRunner() {}

  @Override
  @SuppressWarnings("NullAway") // Null only where the operation says that its answer may be empty.
  public <T extends @Nullable Object> T run(Call<T> call) {
    ManagedCall<T> managed = ManagedCall.of(call);
    try {
      return managed.bodyOf(managed.execute());
    } catch (CallFailedException e) {
      throw e.exception();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
