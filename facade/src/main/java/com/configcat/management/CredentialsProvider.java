package com.configcat.management;

/**
 * Provides the credentials of each attempt, such as from a vault that rotates them.
 *
 * <p>The client asks before each attempt, on the thread that sends it: the caller's, or one of the
 * client's for enqueued calls. Once in a call, it asks again after a 401, and makes one more
 * attempt if the credentials are others by then; that attempt uses them without asking a third
 * time.
 *
 * <p>Implementations must be thread-safe, should answer from memory, and may block. The deadline of
 * the call ends the call only once they return, so one that asks another machine needs a timeout.
 */
@FunctionalInterface
public interface CredentialsProvider {
  /**
   * Returns the current credentials.
   *
   * @return the credentials; never null
   * @throws Exception if there are none: the call then fails with a {@link
   *     com.configcat.management.error.TransportException} that names the provider, and sends
   *     nothing; after a 401, the 401 stands
   */
  ApiCredentials get() throws Exception;
}
