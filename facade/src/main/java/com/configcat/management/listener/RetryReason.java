package com.configcat.management.listener;

/** Reasons for a retry. */
public enum RetryReason {
  /** Status 429: the service asked to wait. */
  RATE_LIMITED,
  /** Status 408, 500, 502, 503 or 504. */
  SERVER_ERROR,
  /**
   * No connection was established, or it rejected the request unprocessed: the service did nothing.
   */
  NOT_SENT,
  /** The request was sent, but no complete response arrived. */
  NO_ANSWER,
  /** Status 401, and the credentials provider has given other credentials since. */
  CREDENTIALS_CHANGED,
  /** Another status, which only the retry strategy of the call options retries. */
  STRATEGY
}
