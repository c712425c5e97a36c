package com.configcat.management.listener;

/** Why an attempt is repeated. */
public enum RetryReason {
  /** 429: the service asked to wait. */
  RATE_LIMITED,
  /** 408, 500, 502, 503 or 504. */
  SERVER_ERROR,
  /** No connection stood, or it refused the request unseen: the service did nothing. */
  NOT_SENT,
  /** The request was sent, and no whole answer came. */
  NO_ANSWER
}
