package com.configcat.management.flag;

import com.configcat.management.error.FlagNotRestoredException;

/**
 * A flag that serves one value to everyone until it is closed, for the length of a test.
 *
 * <pre>{@code
 * try (TemporaryFlag on = configcat.flag(sdkKey, "newCheckout").temporarily(true)) {
 *   …
 * }
 * }</pre>
 *
 * <p>A flag may be set again while it is set, if the last one set is closed first. Safe for use by
 * several threads.
 */
public interface TemporaryFlag extends AutoCloseable {
  /**
   * Returns what the flag served before it was set, and will serve again.
   *
   * @return the members of the value that can be written, as JSON
   */
  String before();

  /**
   * Puts the flag back exactly as it was, what the client does not know included; even when the
   * thread is interrupted. Does nothing if it is back already. After a failure it may be called
   * again.
   *
   * <p>In a V2 Config the service refuses a write under another version than the one that was read,
   * so a flag that somebody else changed is put back only if it serves exactly what it was set to
   * all the same; in a V1 Config, whose values have no version, that is all that is looked at.
   *
   * @throws FlagNotRestoredException if somebody else changed the flag meanwhile, which is then
   *     left alone, or the service could not be reached; its message says what would have been put
   *     back
   */
  @Override
  void close();
}
