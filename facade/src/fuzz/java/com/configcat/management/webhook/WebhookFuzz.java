package com.configcat.management.webhook;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.driver.FuzzedDataProviderImpl;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.provider.MethodSource;

/** A request passes exactly if it is signed, and nothing but a refusal is thrown. */
class WebhookFuzz {
  private static final String KEY = "configcat_whsk_0123456789";
  private static final Instant NOW = Instant.ofEpochSecond(1_785_585_600);

  private final WebhookSignatureVerifier verifier =
      new WebhookSignatureVerifier(
          SigningKeys.of(List.of(KEY)), Duration.ofMinutes(5), InstantSource.fixed(NOW));

  private static String sign(String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((id + timestamp).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @MethodSource("com.configcat.management.fuzz.Seeds#random")
  @FuzzTest
  void passesWhatIsSigned(byte[] bytes) {
    try (FuzzedDataProviderImpl data = FuzzedDataProviderImpl.withJavaData(bytes)) {
      check(data);
    }
  }

  private void check(FuzzedDataProvider data) {
    String id = data.consumeBoolean() ? "a" + data.consumeAsciiString(20) : data.consumeString(300);
    String timestamp =
        data.consumeBoolean()
            ? String.valueOf(NOW.getEpochSecond() + data.consumeInt(-400, 400))
            : data.consumeString(20);
    boolean signed = data.consumeBoolean();
    String others = data.consumeString(200);
    byte[] body = data.consumeRemainingAsBytes();
    String signature = sign(id, timestamp, body);
    if (!signed && others.contains(signature)) {
      return;
    }
    String signatures = signed ? others + ", " + signature : others;
    boolean valid = verifier.isValid(id, timestamp, signatures, body);
    if (valid != (signed && isWellFormed(id, timestamp, signatures))) {
      throw new AssertionError(
          "valid: " + valid + " for " + id + " " + timestamp + " " + signatures);
    }
    try {
      WebhookChange.readAll(body).forEach(change -> change.event().name());
    } catch (IllegalArgumentException e) {
      return; // No changes.
    }
  }

  private static boolean isWellFormed(String id, String timestamp, String signatures) {
    return !id.isBlank()
        && id.length() <= 256
        && signatures.length() <= 1024
        && timestamp.matches("[0-9]{1,12}")
        && Math.abs(Long.parseLong(timestamp) - NOW.getEpochSecond()) <= 300;
  }
}
