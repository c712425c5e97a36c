package com.configcat.management.webhook;

import com.configcat.management.webhook.InvalidWebhookSignatureException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers of a webhook request, checked for presence, length and format. */
record SignedRequest(String id, String timestamp, List<String> signatures) {
  private static final int MAX_ID_LENGTH = 256;
  private static final int MAX_SIGNATURES_LENGTH = 1024;

  /** Digits of a time in seconds, up to the year 33658, that cannot overflow as milliseconds. */
  private static final int MAX_TIMESTAMP_DIGITS = 12;

  static SignedRequest of(
      @Nullable String id, @Nullable String timestamp, @Nullable String signatures) {
    String givenId = present(id, WebhookSignatureVerifier.ID_HEADER);
    String givenTimestamp = present(timestamp, WebhookSignatureVerifier.TIMESTAMP_HEADER);
    String givenSignatures = present(signatures, WebhookSignatureVerifier.SIGNATURE_HEADER);
    limit(givenId, MAX_ID_LENGTH, WebhookSignatureVerifier.ID_HEADER);
    limit(givenSignatures, MAX_SIGNATURES_LENGTH, WebhookSignatureVerifier.SIGNATURE_HEADER);
    if (givenTimestamp.length() > MAX_TIMESTAMP_DIGITS
        || !givenTimestamp.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new InvalidWebhookSignatureException(
          Reason.MALFORMED_HEADER,
          WebhookSignatureVerifier.TIMESTAMP_HEADER + " is not a number of seconds since 1970");
    }
    return new SignedRequest(
        givenId,
        givenTimestamp,
        Arrays.stream(givenSignatures.split(",", -1)).map(String::strip).toList());
  }

  private static String present(@Nullable String value, String header) {
    if (value == null || value.isBlank()) {
      throw new InvalidWebhookSignatureException(
          Reason.MISSING_HEADER,
          "The request has no "
              + header
              + ": it was not sent by the service, or a proxy has removed the header");
    }
    return value;
  }

  private static void limit(String value, int maxLength, String header) {
    if (value.length() > maxLength) {
      throw new InvalidWebhookSignatureException(
          Reason.MALFORMED_HEADER,
          header + " is longer than any that the service sends: " + value.length() + " characters");
    }
  }

  void checkAge(Instant now, Duration tolerance) {
    Duration age = Duration.ofMillis(now.toEpochMilli() - Long.parseLong(timestamp) * 1000);
    if (age.compareTo(tolerance) > 0) {
      throw new InvalidWebhookSignatureException(
          Reason.TOO_OLD,
          "The webhook request was sent "
              + age
              + " ago, more than the tolerance of "
              + tolerance
              + ": it may be a replay");
    }
    if (age.negated().compareTo(tolerance) > 0) {
      throw new InvalidWebhookSignatureException(
          Reason.TOO_NEW,
          "The webhook request is dated "
              + age.negated()
              + " in the future, more than the tolerance of "
              + tolerance
              + ": check this machine's clock");
    }
  }

  /** Returns a text that does not contain the signatures. */
  @Override
  public String toString() {
    return "SignedRequest{id=" + id + ", timestamp=" + timestamp + "}";
  }
}
