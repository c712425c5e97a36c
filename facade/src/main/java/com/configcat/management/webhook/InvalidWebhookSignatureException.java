package com.configcat.management.webhook;

/**
 * A webhook request that must not be trusted.
 *
 * <p>Its message says why, and never holds a signing key, a signature or the request's body. Answer
 * such a request with 400 or 401 and do nothing that it asks for.
 */
public final class InvalidWebhookSignatureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why the request is refused. */
  private final Reason reason;

  InvalidWebhookSignatureException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /**
   * Returns why the request is refused.
   *
   * @return the reason, to count or to alarm by
   */
  public Reason reason() {
    return reason;
  }

  /** Why a webhook request is refused. */
  public enum Reason {
    /** A header that every webhook of the service carries is missing or empty. */
    MISSING_HEADER,
    /** A header cannot come from the service: it is far too long, doubled, or no timestamp. */
    MALFORMED_HEADER,
    /** No signature belongs to this request and one of the keys: a forgery, or another key. */
    NO_MATCH,
    /** The request is genuine, but too old: sent again by someone, or by a queue on the way. */
    TOO_OLD,
    /** The request is genuine, but from the future: this machine's clock is behind. */
    TOO_NEW
  }
}
