package com.configcat.management.it.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's content security policy: one style, one script and nothing from anywhere else, so that
 * an answer shown in it can never run, even if its escaping had a hole.
 */
final class ContentPolicy {
  private ContentPolicy() {}

  static String allowing(String style, String script) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src '"
        + hash(style)
        + "'; script-src '"
        + hash(script)
        + "'";
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "This Java runtime lacks SHA-256, which every Java runtime must have", e);
    }
  }
}
