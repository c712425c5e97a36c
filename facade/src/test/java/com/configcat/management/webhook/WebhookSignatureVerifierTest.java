package com.configcat.management.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.configcat.management.model.WebhookSigningKeysModel;
import com.configcat.management.webhook.InvalidWebhookSignatureException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The signatures were made with {@code openssl dgst -sha256 -hmac KEY -binary | base64} over id,
 * timestamp and body.
 */
class WebhookSignatureVerifierTest {
  private static final String KEY = "configcat_whsk_Zm9yIHRlc3RzIG9ubHksIG5vdCBhIHJlYWwga2V5ISE=";
  private static final String SECOND_KEY =
      "configcat_whsk_c2Vjb25kIHRlc3Qga2V5LCBub3QgcmVhbCBlaXRoZXIhISE=";
  private static final String ID = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
  private static final String TIMESTAMP = "1786000000";
  private static final byte[] BODY =
      "[{\"settingKey\":\"größe\",\"event\":\"changed\"}]".getBytes(UTF_8);

  private static final String SIGNATURE = "7YqBTIJhmyhqu8aYscqvO9yzCx0sm5y8Qo0w9K1SEXU=";
  private static final String SECOND_SIGNATURE = "772Zya6leTrET1cgJ9MYhidbJpDdRfaqFNBXWXM+qa8=";
  private static final String FOREIGN_SIGNATURE = "nS8DEpK/fbtJoqfMJIoylQvT09+F1ZMU7NUlcM3WMKM=";
  private static final String SIGNATURE_BY_KEY_WITHOUT_PREFIX =
      "dmcLe7L+2Twexbg7MbVL9HYlaALFbnsk2e4ACMB39AU=";
  private static final String SIGNATURE_OF_NO_BODY = "WEFkADxNd3TszI6aWNb10bBEIBI0Zriv1KMj0NzcKAs=";
  private static final String SIGNATURE_OF_NO_TEXT = "wTF7a0sapskNetoT1gNVq/g7V6xGUGtUHBE2cuUgKJs=";

  private final WebhookSignatureVerifier verifier = at(Instant.ofEpochSecond(1786000000), KEY);

  private static WebhookSignatureVerifier at(Instant now, String... keys) {
    return new WebhookSignatureVerifier(
        SigningKeys.of(List.of(keys)), Duration.ofMinutes(5), () -> now);
  }

  @Test
  void acceptsWhatTheKeySigned() {
    assertThatCode(() -> verifier.verify(ID, TIMESTAMP, SIGNATURE, BODY))
        .doesNotThrowAnyException();
    assertThat(verifier.isValid(ID, TIMESTAMP, SIGNATURE, BODY)).isTrue();
  }

  @Test
  void acceptsARequestWithoutBody() {
    assertThat(verifier.isValid(ID, TIMESTAMP, SIGNATURE_OF_NO_BODY, new byte[0])).isTrue();
  }

  @Test
  void signsTheBytesOfABodyThatIsNoText() {
    byte[] body = {(byte) 0xff, 0, (byte) 0xfe};

    assertThat(verifier.isValid(ID, TIMESTAMP, SIGNATURE_OF_NO_TEXT, body)).isTrue();
    body[2] = (byte) 0xfd;
    assertThat(verifier.isValid(ID, TIMESTAMP, SIGNATURE_OF_NO_TEXT, body)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1f1e2d3c4b5a69788796a5b4c3d2e1f0, 1786000000, false",
    "0f1e2d3c4b5a69788796a5b4c3d2e1f0, 1786000001, false",
    "0f1e2d3c4b5a69788796a5b4c3d2e1f0, 1786000000, true",
  })
  void refusesARequestOfWhichAnyPartWasChanged(String id, String timestamp, boolean otherBody) {
    byte[] body = BODY.clone();
    body[body.length - 1] ^= (byte) (otherBody ? 1 : 0);

    refused(Reason.NO_MATCH, () -> verifier.verify(id, timestamp, SIGNATURE, body));
  }

  @Test
  void takesThePrefixForPartOfTheKey() {
    refused(
        Reason.NO_MATCH,
        () -> verifier.verify(ID, TIMESTAMP, SIGNATURE_BY_KEY_WITHOUT_PREFIX, BODY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        FOREIGN_SIGNATURE,
        "7YqBTIJhmyhqu8aYscqvO9yzCx0sm5y8Qo0w9K1SEXV=", // the same bytes, not as Base64 writes them
        "7YqBTIJhmyhqu8aYscqvO9yzCx0sm5y8Qo0w9K1SEXU",
        "7YqBTIJhmyhqu8aYscqvO9yzCx0sm5y8Qo0w9K1SEX",
        "%%% no Base64 ä",
        ",",
        ",,,",
      })
  void refusesWhatIsNoSignatureOfTheKey(String signatures) {
    refused(Reason.NO_MATCH, () -> verifier.verify(ID, TIMESTAMP, signatures, BODY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SIGNATURE + "," + FOREIGN_SIGNATURE,
        FOREIGN_SIGNATURE + "," + SIGNATURE,
        FOREIGN_SIGNATURE + ", " + SIGNATURE + " ",
        "no Base64," + SIGNATURE,
        SIGNATURE + ",",
      })
  void acceptsIfAnyOfSeveralSignaturesMatches(String signatures) {
    assertThat(verifier.isValid(ID, TIMESTAMP, signatures, BODY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SIGNATURE,
        SECOND_SIGNATURE,
        SIGNATURE + "," + SECOND_SIGNATURE,
        SECOND_SIGNATURE + "," + FOREIGN_SIGNATURE
      })
  void acceptsAnyOfTheKeysWhileTheyAreRotated(String signatures) {
    Instant now = Instant.ofEpochSecond(1786000000);

    assertThat(at(now, KEY, SECOND_KEY).isValid(ID, TIMESTAMP, signatures, BODY)).isTrue();
    assertThat(at(now, SECOND_KEY, KEY).isValid(ID, TIMESTAMP, signatures, BODY)).isTrue();
  }

  @Test
  void acceptsUpToTheToleranceInBothDirections() {
    assertThat(at(Instant.ofEpochSecond(1786000300), KEY).isValid(ID, TIMESTAMP, SIGNATURE, BODY))
        .isTrue();
    assertThat(at(Instant.ofEpochSecond(1785999700), KEY).isValid(ID, TIMESTAMP, SIGNATURE, BODY))
        .isTrue();
  }

  @Test
  void refusesBeyondTheToleranceInBothDirections() {
    WebhookSignatureVerifier late = at(Instant.ofEpochSecond(1786000300).plusMillis(1), KEY);
    WebhookSignatureVerifier early = at(Instant.ofEpochSecond(1785999700).minusMillis(1), KEY);

    refused(Reason.TOO_OLD, () -> late.verify(ID, TIMESTAMP, SIGNATURE, BODY));
    refused(Reason.TOO_NEW, () -> early.verify(ID, TIMESTAMP, SIGNATURE, BODY));
  }

  @Test
  void toleratesWhatItIsToldTo() {
    WebhookSignatureVerifier late = at(Instant.ofEpochSecond(1786000310), KEY);

    assertThat(late.isValid(ID, TIMESTAMP, SIGNATURE, BODY)).isFalse();
    assertThat(late.withTolerance(Duration.ofSeconds(310)).isValid(ID, TIMESTAMP, SIGNATURE, BODY))
        .isTrue();
    assertThat(late.withTolerance(Duration.ofSeconds(309)).isValid(ID, TIMESTAMP, SIGNATURE, BODY))
        .isFalse();
  }

  @Test
  void readsTheClockOfTheMachineByDefault() {
    WebhookSignatureVerifier byDefault = WebhookSignatureVerifier.of(KEY);

    refused(
        Reason.TOO_OLD,
        () ->
            byDefault.verify(
                ID, "1000000000", "S4k1b3hNkzhtxUk82J1BYRvJR1vm++dGBPTeU00krx4=", BODY));
    assertThat(
            byDefault
                .withTolerance(Duration.ofDays(365_000))
                .isValid(ID, TIMESTAMP, SIGNATURE, BODY))
        .isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void saysWhichHeaderIsMissing(String missing) {
    assertThatExceptionOfType(InvalidWebhookSignatureException.class)
        .isThrownBy(() -> verifier.verify(missing, TIMESTAMP, SIGNATURE, BODY))
        .withMessageContaining("X-ConfigCat-Webhook-ID")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.MISSING_HEADER));
    assertThatExceptionOfType(InvalidWebhookSignatureException.class)
        .isThrownBy(() -> verifier.verify(ID, missing, SIGNATURE, BODY))
        .withMessageContaining("X-ConfigCat-Webhook-Timestamp")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.MISSING_HEADER));
    assertThatExceptionOfType(InvalidWebhookSignatureException.class)
        .isThrownBy(() -> verifier.verify(ID, TIMESTAMP, missing, BODY))
        .withMessageContaining("X-ConfigCat-Webhook-Signature-V1")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.MISSING_HEADER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1786000000",
        "+1786000000",
        "1.786e9",
        " 1786000000",
        "١٧٨٦٠٠٠٠٠٠",
        "0x6a7",
        "1786000000000",
        "99999999999999999999999"
      })
  void refusesATimestampThatIsNoNumberOfSeconds(String timestamp) {
    refused(Reason.MALFORMED_HEADER, () -> verifier.verify(ID, timestamp, SIGNATURE, BODY));
  }

  @Test
  void refusesHeadersFarLongerThanTheService() {
    refused(
        Reason.MALFORMED_HEADER,
        () -> verifier.verify("a".repeat(257), TIMESTAMP, SIGNATURE, BODY));
    String signatures = (SIGNATURE + ",").repeat(22) + SIGNATURE;
    assertThat(signatures.length()).isGreaterThan(1024);
    refused(Reason.MALFORMED_HEADER, () -> verifier.verify(ID, TIMESTAMP, signatures, BODY));
  }

  @Test
  void looksHeadersUpByTheNamesTheServiceUses() {
    Map<String, String> headers =
        Map.of(
            "X-ConfigCat-Webhook-ID", ID,
            "X-ConfigCat-Webhook-Timestamp", TIMESTAMP,
            "X-ConfigCat-Webhook-Signature-V1", SIGNATURE);

    assertThatCode(() -> verifier.verify(headers::get, BODY)).doesNotThrowAnyException();
    refused(Reason.MISSING_HEADER, () -> verifier.verify(name -> null, BODY));
  }

  @Test
  void findsHeadersInAMapWhateverTheirCase() {
    Map<String, List<String>> headers = headers();

    assertThatCode(() -> verifier.verify(headers, BODY)).doesNotThrowAnyException();
    headers.remove("X-CONFIGCAT-WEBHOOK-ID");
    refused(Reason.MISSING_HEADER, () -> verifier.verify(headers, BODY));
  }

  @Test
  void joinsSignaturesOfSeveralHeadersButRefusesADoubledTimestamp() {
    Map<String, List<String>> headers = headers();
    headers.put("x-configcat-webhook-signature-v1", List.of(FOREIGN_SIGNATURE, SIGNATURE));
    headers.remove("X-CONFIGCAT-WEBHOOK-SIGNATURE-V1");

    assertThatCode(() -> verifier.verify(headers, BODY)).doesNotThrowAnyException();
    headers.put("x-configcat-webhook-timestamp", List.of(TIMESTAMP));
    refused(Reason.MALFORMED_HEADER, () -> verifier.verify(headers, BODY));
  }

  /** As {@code HttpURLConnection} and others make them: a null name for the status line. */
  private static Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put(null, List.of("HTTP/1.1 200 OK"));
    headers.put(WebhookSignatureVerifier.ID_HEADER, List.of(ID));
    headers.put(WebhookSignatureVerifier.TIMESTAMP_HEADER, List.of(TIMESTAMP));
    headers.put(WebhookSignatureVerifier.SIGNATURE_HEADER, List.of(SIGNATURE));
    Map<String, List<String>> upper = new HashMap<>();
    headers.forEach(
        (name, values) -> upper.put(name == null ? null : name.toUpperCase(Locale.ROOT), values));
    return upper;
  }

  @Test
  void takesAllKeysOfTheModel() {
    WebhookSigningKeysModel both =
        WebhookSigningKeysModel.builder().key1(SECOND_KEY).key2(KEY).build();
    WebhookSigningKeysModel one = WebhookSigningKeysModel.builder().key2(KEY).build();
    WebhookSigningKeysModel none = WebhookSigningKeysModel.builder().build();
    Duration always = Duration.ofDays(365_000);

    for (WebhookSigningKeysModel model : List.of(both, one)) {
      assertThat(
              WebhookSignatureVerifier.of(model)
                  .withTolerance(always)
                  .isValid(ID, TIMESTAMP, SIGNATURE, BODY))
          .isTrue();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebhookSignatureVerifier.of(none))
        .withMessageContaining("Dashboard");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", KEY + "\n", " " + KEY, "configcat whsk"})
  void refusesABlankKeyWithoutNamingIt(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebhookSignatureVerifier.of(SECOND_KEY, key))
        .withMessageContaining("Dashboard")
        .withMessageNotContaining("whsk");
  }

  @Test
  void refusesNoKeyAndNullsAndAToleranceOfNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> WebhookSignatureVerifier.of());
    assertThatNullPointerException()
        .isThrownBy(() -> WebhookSignatureVerifier.of(KEY, null))
        .withMessageContaining("leave it out");
    assertThatNullPointerException()
        .isThrownBy(() -> verifier.verify(ID, TIMESTAMP, SIGNATURE, null))
        .withMessageContaining("empty array");
    assertThatNullPointerException()
        .isThrownBy(() -> verifier.isValid(ID, TIMESTAMP, SIGNATURE, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> verifier.withTolerance(Duration.ZERO))
        .withMessageContaining("would let no request pass");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> verifier.withTolerance(Duration.ofSeconds(-1)));
  }

  @Test
  void showsNoKeyAndNoSignature() {
    assertThat(verifier).asString().doesNotContain("whsk").contains("PT5M");
    assertThat(SignedRequest.of(ID, TIMESTAMP, SIGNATURE)).asString().doesNotContain(SIGNATURE);
  }

  private static void refused(Reason reason, Runnable verification) {
    assertThatExceptionOfType(InvalidWebhookSignatureException.class)
        .isThrownBy(verification::run)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
        .satisfies(
            e -> assertThat(e).hasMessageNotContainingAny("whsk", SIGNATURE, FOREIGN_SIGNATURE));
  }
}
