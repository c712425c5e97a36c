package com.configcat.management.operations;

import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Runs a call and gives its answer.
 *
 * <p>The one thing that the blocking operations ask of whoever uses them.
 */
public interface CallRunner {
  /**
   * Sends a call, waits for its answer and decodes it.
   *
   * @param <T> the answer's type
   * @param call not yet sent
   * @return the decoded answer; null only if the answer has no content and may have none
   * @throws RuntimeException if there is no answer, or one that is not a success
   */
  <T extends @Nullable Object> T run(Call<T> call);
}
