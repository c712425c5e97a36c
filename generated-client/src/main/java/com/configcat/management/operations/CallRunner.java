package com.configcat.management.operations;

import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Executes the calls of the blocking operations and returns their responses. */
public interface CallRunner {
  /**
   * Sends a call, waits for its response and decodes it.
   *
   * @param <T> the type of the response
   * @param call a call that has not been sent
   * @return the decoded response; null only if it is empty and the operation allows that
   * @throws RuntimeException if there is no response, or it is not successful
   */
  <T extends @Nullable Object> T run(Call<T> call);
}
