package com.configcat.management.internal.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes secrets that need to be distinguished but not kept. */
public final class Sha256 {
  private Sha256() {}

  /** Returns the first bytes of the hash of a text in UTF-8, in hexadecimal. */
  public static String hex(String text, int bytes) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "This Java runtime lacks SHA-256, which every Java runtime must have", e);
    }
  }
}
