package com.configcat.management.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The value of the {@code User-Agent} header: client, version, contract, Java, application. */
public final class UserAgent {
  private UserAgent() {}

  public static String of(@Nullable String application) {
    return client() + (application == null ? "" : " " + application);
  }

  private static String client() {
    Properties version = new Properties();
    try (InputStream file = UserAgent.class.getResourceAsStream("version.properties")) {
      version.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String hash = version.getProperty("contract.hash");
    return "configcat-management-client-java/"
        + version.getProperty("version")
        + " (contract "
        + hash.substring(0, Math.min(8, hash.length()))
        + ", "
        + version.getProperty("contract.date")
        + "; Java "
        + System.getProperty("java.version")
        + ")";
  }
}
