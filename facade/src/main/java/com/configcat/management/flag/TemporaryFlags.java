package com.configcat.management.flag;

import com.configcat.management.error.FlagNotRestoredException;
import java.util.Map;

/**
 * Flags that serve one value to everyone until they are closed, such as for the duration of a test.
 *
 * <pre>{@code
 * try (TemporaryFlags on =
 *     configcat.flags().bulkEdit(configId, environmentId).temporarily(true)) {
 *   …
 * }
 * }</pre>
 *
 * <p>Temporary values of the same flags can be nested: close the last ones first. Thread-safe.
 * Implemented by the client; methods may be added.
 */
public interface TemporaryFlags extends AutoCloseable {
  /**
   * Returns the previous values of the flags that were changed, which {@link #close()} restores.
   *
   * @return the writable members of each value as JSON, by the id of the flag; unmodifiable
   */
  Map<Integer, String> before();

  /**
   * Restores the previous values, including members that this client does not know, even if the
   * thread is interrupted. Does nothing if they are already restored. May be called again after a
   * failure.
   *
   * <p>Reads the values with one request, and writes as {@link BulkPlan} says. A flag is restored
   * only if it still has the temporary value.
   *
   * @throws FlagNotRestoredException if somebody else changed a flag in the meantime, in which case
   *     their value is kept, or if a call fails; its message contains the previous values of the
   *     flags that are not restored
   */
  @Override
  void close();
}
