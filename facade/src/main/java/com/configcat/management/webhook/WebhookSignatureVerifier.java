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
 * Tells whether a webhook request was really sent by the service, and lately.
 *
 * <p>The signing keys are on the Dashboard's page of webhooks, or come from {@code
 * webhooks().getSigningKeys(webhookId)}. While a key is being replaced there are two, and the
 * service signs with both: give both here, in any order. A request is genuine if any of its
 * signatures was made with any of the keys.
 *
 * <p>Give the body as the bytes that arrived. A body that was decoded to text, parsed or formatted
 * anew on the way has another signature.
 *
 * <p>Within the tolerance a genuine request can still be replayed by someone who saw it. Its id
 * tells: the service gives every request another one, so remember ids for as long as the tolerance
 * if doing the same thing twice would hurt.
 *
 * <p>Immutable, and safe for use by several threads. How long a check takes does not tell anything
 * of the keys.
 */
public final class WebhookSignatureVerifier {
  /** Names the header with the request's id, another one for every request. */
  public static final String ID_HEADER = "X-ConfigCat-Webhook-ID";

  /** Names the header that says when the request was sent, in seconds since 1970. */
  public static final String TIMESTAMP_HEADER = "X-ConfigCat-Webhook-Timestamp";

  /** Names the header with the signatures, separated by commas. */
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
   * Makes a verifier that allows five minutes between the request's timestamp and this machine's
   * clock.
   *
   * @param signingKeys at least one key, each whole: the prefix {@code configcat_whsk_} belongs to
   *     the key
   * @return the verifier
   * @throws IllegalArgumentException if there is no key, or one is blank or holds blanks
   */
  public static WebhookSignatureVerifier of(String... signingKeys) {
    Objects.requireNonNull(signingKeys, "signingKeys is null: give at least one signing key");
    return of(Arrays.asList(signingKeys));
  }

  /**
   * Makes a verifier for all keys of a webhook, allowing five minutes between the request's
   * timestamp and this machine's clock.
   *
   * @param signingKeys what {@code webhooks().getSigningKeys(webhookId)} returned
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
   * Returns a verifier with the same keys that allows another distance between the request's
   * timestamp and this machine's clock, in both directions.
   *
   * <p>The service sends a webhook again, up to five times, when it was not answered with success.
   * It is not documented whether that renews the timestamp: allow more if genuine ones are refused
   * as {@link InvalidWebhookSignatureException.Reason#TOO_OLD} after your receiver was down.
   *
   * @param tolerance more than zero; a request that is exactly as far away is still accepted
   * @return another verifier
   * @throws IllegalArgumentException if it is zero or negative
   */
  public WebhookSignatureVerifier withTolerance(Duration tolerance) {
    Objects.requireNonNull(tolerance, "tolerance is null: give a duration, such as 5 minutes");
    if (tolerance.isNegative() || tolerance.isZero()) {
      throw new IllegalArgumentException(
          tolerance + " lets no request pass: give a tolerance of some seconds or minutes");
    }
    return new WebhookSignatureVerifier(keys, tolerance, clock);
  }

  /**
   * Returns if the request is genuine, and throws if not.
   *
   * @param id the value of {@value #ID_HEADER}, or null if it is missing
   * @param timestamp the value of {@value #TIMESTAMP_HEADER}, or null if it is missing
   * @param signatures the value of {@value #SIGNATURE_HEADER}, or null if it is missing
   * @param rawBody the body as it arrived; empty if there is none
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
   * Returns if the request is genuine, and throws if not; looks its headers up.
   *
   * @param headers finds the value of a header, or null; whether the case of names matters is up to
   *     it, and web frameworks' own, such as {@code request::getHeader}, do not care
   * @param rawBody the body as it arrived; empty if there is none
   * @throws InvalidWebhookSignatureException if the request must not be trusted
   */
  public void verify(Function<String, @Nullable String> headers, byte[] rawBody) {
    Objects.requireNonNull(headers, "headers is null: give what finds a header by its name");
    verify(
        headers.apply(ID_HEADER),
        headers.apply(TIMESTAMP_HEADER),
        headers.apply(SIGNATURE_HEADER),
        rawBody);
  }

  /**
   * Returns if the request is genuine, and throws if not; finds its headers in any case.
   *
   * @param headers all headers of the request by name
   * @param rawBody the body as it arrived; empty if there is none
   * @throws InvalidWebhookSignatureException if the request must not be trusted
   */
  public void verify(Map<String, List<String>> headers, byte[] rawBody) {
    Objects.requireNonNull(headers, "headers is null: give the headers of the request");
    verify(new HeaderMap(headers)::value, rawBody);
  }

  /**
   * Says whether the request is genuine.
   *
   * @param id the value of {@value #ID_HEADER}, or null if it is missing
   * @param timestamp the value of {@value #TIMESTAMP_HEADER}, or null if it is missing
   * @param signatures the value of {@value #SIGNATURE_HEADER}, or null if it is missing
   * @param rawBody the body as it arrived; empty if there is none
   * @return whether {@link #verify(String, String, String, byte[])} would return
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
    // The signature first: whether a forgery is fresh does not matter.
    if (!keys.signed(request, rawBody)) {
      throw new InvalidWebhookSignatureException(
          InvalidWebhookSignatureException.Reason.NO_MATCH,
          "No signature of the webhook request belongs to it and a signing key of this verifier:"
              + " check that the body is given as it arrived, and that the keys are those of the"
              + " webhook");
    }
    request.checkAge(clock.instant(), tolerance);
  }

  /** Returns a text without the keys. */
  @Override
  public String toString() {
    return "WebhookSignatureVerifier{keys=***, tolerance=" + tolerance + "}";
  }
}
