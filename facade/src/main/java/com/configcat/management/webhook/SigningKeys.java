package com.configcat.management.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signing keys of a webhook. */
final class SigningKeys {
  private static final String ALGORITHM = "HmacSHA256";

  private final List<Key> keys;

  private SigningKeys(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  static SigningKeys of(List<String> texts) {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no signing key: copy one from the webhook's page on the Dashboard");
    }
    List<Key> keys = new ArrayList<>();
    for (String text : texts) {
      Objects.requireNonNull(text, "A signing key is null: leave it out");
      if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || Character.isWhitespace(c))) {
        throw new IllegalArgumentException(
            "A signing key is blank or contains whitespace: copy it from the Dashboard as shown");
      }
      keys.add(new SecretKeySpec(text.getBytes(UTF_8), ALGORITHM));
    }
    return new SigningKeys(keys);
  }

  /** Compares each signature with each key, even after a match, so that timing reveals nothing. */
  boolean signed(SignedRequest request, byte[] body) {
    boolean matched = false;
    for (Key key : keys) {
      byte[] expected = Base64.getEncoder().encode(sign(key, request, body));
      for (String signature : request.signatures()) {
        matched |= MessageDigest.isEqual(expected, signature.getBytes(US_ASCII));
      }
    }
    return matched;
  }

  private static byte[] sign(Key key, SignedRequest request, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(request.id().getBytes(UTF_8));
      mac.update(request.timestamp().getBytes(UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "This Java runtime lacks " + ALGORITHM + ", which every Java runtime must have", e);
    }
  }
}
