package com.configcat.management.flag;

import com.configcat.management.error.FlagNotRestoredException;

/**
 * A flag that serves one value to everyone until it is closed, such as for the duration of a test.
 *
 * <pre>{@code
 * try (TemporaryFlag on = configcat.flag(sdkKey, "newCheckout").temporarily(true)) {
 *   …
 * }
 * }</pre>
 *
 * <p>Temporary values of the same flag can be nested: close the last one first. Thread-safe.
 */
public interface TemporaryFlag extends AutoCloseable {
  /**
   * Returns the flag's previous value, which {@link #close()} restores.
   *
   * @return the writable members of the value, as JSON
   */
  String before();

  /**
   * Restores the flag's previous value, including members that this client does not know, even if
   * the thread is interrupted. Does nothing if it is already restored. May be called again after a
   * failure.
   *
   * <p>In a V2 Config, the write is conditional on the version of the value. If somebody else wrote
   * in the meantime, the flag is restored only if it still has the temporary value. V1 values have
   * no version: there, only the value itself is compared.
   *
   * @throws FlagNotRestoredException if somebody else changed the flag in the meantime, in which
   *     case their value is kept, or if a call fails; its message contains the previous value
   */
  @Override
  void close();
}
