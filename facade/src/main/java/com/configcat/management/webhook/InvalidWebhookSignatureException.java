package com.configcat.management.webhook;

/**
 * Thrown when a webhook request must not be trusted.
 *
 * <p>The message gives the reason, and never contains a signing key, a signature or the request
 * body. Respond with 400 or 401, and do not process the request.
 */
public final class InvalidWebhookSignatureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why the request was rejected. */
  private final Reason reason;

  InvalidWebhookSignatureException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /**
   * Returns why the request was rejected.
   *
   * @return the reason, such as for metrics and alerts
   */
  public Reason reason() {
    return reason;
  }

  /** Reasons for rejecting a webhook request. */
  public enum Reason {
    /** A header that every webhook request of the service has is missing or blank. */
    MISSING_HEADER,
    /** A header cannot be from the service: it is too long, duplicated, or not a timestamp. */
    MALFORMED_HEADER,
    /**
     * No signature matches the request with any of the keys: it is forged, or signed with another
     * key.
     */
    NO_MATCH,
    /** The request is genuine but too old: replayed by someone, or delayed in a queue. */
    TOO_OLD,
    /** The request is genuine but dated in the future: this machine's clock is behind. */
    TOO_NEW
  }
}
