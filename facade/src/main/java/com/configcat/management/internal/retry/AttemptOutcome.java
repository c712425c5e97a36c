package com.configcat.management.internal.retry;

import com.configcat.management.internal.error.QuotaHeaders;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended, as far as retrying it is concerned.
 *
 * @param mayHaveBeenApplied whether the service may have done what was asked, without a success
 *     that confirms it
 * @param status null without a response that could be read
 * @param retryAfter how long the service asks to wait; null if it does not
 * @param untilReset how long until an exhausted quota is renewed; null if none is
 * @param quotaRemaining how much of the quota is left; null if the response does not say
 */
public record AttemptOutcome(
    Kind kind,
    boolean mayHaveBeenApplied,
    @Nullable Integer status,
    @Nullable Duration retryAfter,
    @Nullable Duration untilReset,
    @Nullable Integer quotaRemaining) {

  /** Makes the outcome of an attempt that brought no response. */
  public static AttemptOutcome withoutResponse(Kind kind, boolean mayHaveBeenApplied) {
    return new AttemptOutcome(kind, mayHaveBeenApplied, null, null, null, null);
  }

  /** Makes the outcome of a response; the body of a success must have been decoded already. */
  public static AttemptOutcome of(Response response, Instant now) {
    int status = response.code();
    if (!QuotaHeaders.areIn(response.headers())) {
      return new AttemptOutcome(kind(status), mayHaveBeenApplied(status), status, null, null, null);
    }
    QuotaHeaders quota = new QuotaHeaders(response.headers(), now);
    return new AttemptOutcome(
        kind(status),
        mayHaveBeenApplied(status),
        status,
        quota.patience().orElse(null),
        quota.untilReset().orElse(null),
        quota.remaining().orElse(null));
  }

  /** Returns the outcome of a 401 after which the call has other credentials. */
  public AttemptOutcome withCredentialsChanged() {
    return new AttemptOutcome(
        Kind.CREDENTIALS_CHANGED,
        mayHaveBeenApplied,
        status,
        retryAfter,
        untilReset,
        quotaRemaining);
  }

  /** Returns whether the service has answered as it does when it is well. */
  public boolean isHealthy() {
    return switch (kind) {
      case FINAL, NOT_FOUND, UNAUTHORIZED -> status != null;
      case UNDECODABLE -> true;
      default -> false;
    };
  }

  /** Returns whether there was a response that is no success. */
  boolean isRefusal() {
    return status != null && (status < 200 || status >= 300);
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401 -> Kind.UNAUTHORIZED;
      case 404 -> Kind.NOT_FOUND;
      case 408, 500, 502, 504, 520, 521, 522, 523, 524, 525, 526, 527 -> Kind.FAULT;
      case 429 -> Kind.TOO_MANY_REQUESTS;
      case 503 -> Kind.UNAVAILABLE;
      default -> Kind.FINAL;
    };
  }

  /** A refusal was not applied; a redirect or a fault may come after the service has done it. */
  private static boolean mayHaveBeenApplied(int status) {
    boolean success = status >= 200 && status < 300;
    return !success && (status < 400 || status == 408 || status >= 500);
  }

  /** Kinds of outcomes. */
  public enum Kind {
    /** A successful response whose body could not be decoded. */
    UNDECODABLE,
    /** Status 429. */
    TOO_MANY_REQUESTS,
    /** Status 503. */
    UNAVAILABLE,
    /** Status 408, 500, 502 or 504, or 520 to 527, which Cloudflare sends for the service. */
    FAULT,
    /** Status 401. */
    UNAUTHORIZED,
    /** Status 401, where the credentials were replaced meanwhile. */
    CREDENTIALS_CHANGED,
    /** Status 404. */
    NOT_FOUND,
    /**
     * Any other response, a success or not, or a failure that does not pass by itself, such as an
     * untrusted certificate: the same request would get it again.
     */
    FINAL,
    /** Not connected, or refused by the server unprocessed: certainly not applied. */
    NOT_SENT,
    /** Sent, in part at least, without a complete response. */
    LOST,
    /** The thread was interrupted. */
    INTERRUPTED,
    /** The request could not be created from its arguments. */
    UNSENDABLE
  }
}
