package com.configcat.management.internal.http;

import com.configcat.management.internal.core.Preconditions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Public API credentials for HTTP Basic (RFC 7617), in UTF-8. */
public final class Credentials {
  private final String user;
  private final String password;

  private Credentials(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /** Throws {@link IllegalArgumentException} if either is blank or cannot be sent. */
  public static Credentials of(String user, String password) {
    check(user, "user name");
    check(password, "password");
    if (user.contains(":")) {
      throw new IllegalArgumentException(
          "The user name holds a ':', which HTTP Basic cannot carry: copy it from the Dashboard");
    }
    return new Credentials(user, password);
  }

  private static void check(String value, String name) {
    Objects.requireNonNull(
        value, "The " + name + " is null: copy it from the Dashboard's public API credentials");
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "The " + name + " is blank: copy it from the Dashboard's public API credentials");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The " + name + " holds control characters: copy it from the Dashboard again");
    }
    String unused = Preconditions.sendable(value, "The " + name);
  }

  String header() {
    return okhttp3.Credentials.basic(user, password, StandardCharsets.UTF_8);
  }

  /** Returns every form in which a message could echo the credentials. */
  public List<String> secrets() {
    return List.of(header().substring("Basic ".length()), password, user);
  }

  @Override
  public String toString() {
    return "Credentials{***}";
  }
}
