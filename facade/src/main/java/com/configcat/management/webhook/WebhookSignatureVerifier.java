package com.configcat.management.webhook;

import com.configcat.management.model.WebhookSigningKeysModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that a webhook request was sent by the service, and sent recently.
 *
 * <p>The signing keys are on the Dashboard's webhooks page, and {@code
 * webhooks().getSigningKeys(webhookId)} returns them. During key rotation there are two, and the
 * service signs with both: pass both here, in any order. A request is genuine if any of its
 * signatures matches any of the keys.
 *
 * <p>Pass the body as the bytes received. A body that was decoded to text, parsed or reformatted
 * has a different signature.
 *
 * <p>Within the tolerance, someone who saw a genuine request can still replay it. Each request has
 * a unique id: if processing a request twice would do harm, remember ids for the length of the
 * tolerance.
 *
 * <p>Immutable and thread-safe. The time a check takes reveals nothing about the keys.
 */
public final class WebhookSignatureVerifier {
  /** Name of the header with the request's id, unique per request. */
  public static final String ID_HEADER = "X-ConfigCat-Webhook-ID";

  /** Name of the header with the time at which the request was sent, in seconds since 1970. */
  public static final String TIMESTAMP_HEADER = "X-ConfigCat-Webhook-Timestamp";

  /** Name of the header with the signatures, separated by commas. */
  public static final String SIGNATURE_HEADER = "X-ConfigCat-Webhook-Signature-V1";

  private static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

  private final SigningKeys keys;
  private final Duration tolerance;
  private final InstantSource clock;

  WebhookSignatureVerifier(SigningKeys keys, Duration tolerance, InstantSource clock) {
    this.keys = keys;
    this.tolerance = tolerance;
    this.clock = clock;
  }

  /**
   * Creates a verifier with a tolerance of five minutes between the request's timestamp and this
   * machine's clock.
   *
   * @param signingKeys at least one key, including its prefix {@code configcat_whsk_}
   * @return the verifier
   * @throws IllegalArgumentException if there is no key, or one is empty or contains whitespace
   */
  public static WebhookSignatureVerifier of(String... signingKeys) {
    Objects.requireNonNull(signingKeys, "signingKeys is null: give at least one signing key");
    return of(Arrays.asList(signingKeys));
  }

  /**
   * Creates a verifier for all keys of a webhook, with a tolerance of five minutes between the
   * request's timestamp and this machine's clock.
   *
   * @param signingKeys the result of {@code webhooks().getSigningKeys(webhookId)}
   * @return the verifier
   * @throws IllegalArgumentException if there is no key
   */
  public static WebhookSignatureVerifier of(WebhookSigningKeysModel signingKeys) {
    Objects.requireNonNull(signingKeys, "signingKeys is null: give the keys of the webhook");
    return of(
        Stream.of(signingKeys)
            .flatMap(model -> Stream.of(model.getKey1(), model.getKey2()))
            .filter(Objects::nonNull)
            .toList());
  }

  private static WebhookSignatureVerifier of(List<String> signingKeys) {
    return new WebhookSignatureVerifier(
        SigningKeys.of(signingKeys), DEFAULT_TOLERANCE, InstantSource.system());
  }

  /**
   * Returns a verifier with the same keys and another tolerance between the request's timestamp and
   * this machine's clock, in both directions.
   *
   * <p>The service retries a webhook up to five times if the response was not a success. Whether a
   * retry has a new timestamp is not documented: increase the tolerance if genuine requests are
   * rejected as {@link InvalidWebhookSignatureException.Reason#TOO_OLD} after your receiver was
   * down.
   *
   * @param tolerance greater than zero; a difference of exactly this much is still accepted
   * @return a new verifier
   * @throws IllegalArgumentException if it is zero or negative
   */
  public WebhookSignatureVerifier withTolerance(Duration tolerance) {
    Objects.requireNonNull(tolerance, "tolerance is null: give a duration, such as 5 minutes");
    if (tolerance.isNegative() || tolerance.isZero()) {
      throw new IllegalArgumentException(
          "The tolerance "
              + tolerance
              + " would let no request pass: give some seconds or minutes");
    }
    return new WebhookSignatureVerifier(keys, tolerance, clock);
  }

  /**
   * Verifies a request: returns if it is genuine, and throws if not.
   *
   * @param id the value of {@value #ID_HEADER}, or null if it is missing
   * @param timestamp the value of {@value #TIMESTAMP_HEADER}, or null if it is missing
   * @param signatures the value of {@value #SIGNATURE_HEADER}, or null if it is missing
   * @param rawBody the body as received; empty if there is none
   * @throws InvalidWebhookSignatureException if the request must not be trusted
   */
  public void verify(
      @Nullable String id,
      @Nullable String timestamp,
      @Nullable String signatures,
      byte[] rawBody) {
    Objects.requireNonNull(rawBody, "rawBody is null: give the bytes, or an empty array");
    verify(SignedRequest.of(id, timestamp, signatures), rawBody);
  }

  /**
   * Verifies a request, looking up its headers by name.
   *
   * @param headers looks up the value of a header, or null if it is missing; whether names are
   *     case-sensitive is up to this function (those of web frameworks, such as {@code
   *     request::getHeader}, ignore case)
   * @param rawBody the body as received; empty if there is none
   * @throws InvalidWebhookSignatureException if the request must not be trusted
   */
  public void verify(Function<String, @Nullable String> headers, byte[] rawBody) {
    Objects.requireNonNull(
        headers, "headers is null: give a function that returns a header by name");
    verify(
        headers.apply(ID_HEADER),
        headers.apply(TIMESTAMP_HEADER),
        headers.apply(SIGNATURE_HEADER),
        rawBody);
  }

  /**
   * Verifies a request, looking up its headers by case-insensitive name.
   *
   * @param headers all headers of the request, by name
   * @param rawBody the body as received; empty if there is none
   * @throws InvalidWebhookSignatureException if the request must not be trusted
   */
  public void verify(Map<String, List<String>> headers, byte[] rawBody) {
    Objects.requireNonNull(headers, "headers is null: give the headers of the request");
    verify(new HeaderMap(headers)::value, rawBody);
  }

  /**
   * Returns whether a request is genuine.
   *
   * @param id the value of {@value #ID_HEADER}, or null if it is missing
   * @param timestamp the value of {@value #TIMESTAMP_HEADER}, or null if it is missing
   * @param signatures the value of {@value #SIGNATURE_HEADER}, or null if it is missing
   * @param rawBody the body as received; empty if there is none
   * @return whether {@link #verify(String, String, String, byte[])} would return normally
   */
  public boolean isValid(
      @Nullable String id,
      @Nullable String timestamp,
      @Nullable String signatures,
      byte[] rawBody) {
    try {
      verify(id, timestamp, signatures, rawBody);
      return true;
    } catch (InvalidWebhookSignatureException e) {
      return false;
    }
  }

  private void verify(SignedRequest request, byte[] rawBody) {
    // Signature first: the age of a forgery does not matter.
    if (!keys.signed(request, rawBody)) {
      throw new InvalidWebhookSignatureException(
          InvalidWebhookSignatureException.Reason.NO_MATCH,
          "No signature of the webhook request matches its body and a signing key of this verifier:"
              + " check that the body is given unmodified, as received, and that the keys are those"
              + " of the webhook");
    }
    request.checkAge(clock.instant(), tolerance);
  }

  /** Returns a text that does not contain the keys. */
  @Override
  public String toString() {
    return "WebhookSignatureVerifier{keys=***, tolerance=" + tolerance + "}";
  }
}
