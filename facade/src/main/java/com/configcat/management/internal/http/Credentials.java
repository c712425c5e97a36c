package com.configcat.management.internal.http;

import com.configcat.management.internal.core.Preconditions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Public API credentials for HTTP Basic (RFC 7617), in UTF-8. */
public final class Credentials {
  private static final Pattern QUOTED =
      Pattern.compile(
          "\".*\"|'.*'|`.*`|[\u201C\u201D\u201E].*[\u201C\u201D]|[\u2018\u2019\u201A].*[\u2018\u2019]|\u00AB.*\u00BB");

  private final String user;
  private final String password;

  private Credentials(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /**
   * Throws {@link IllegalArgumentException} if either is blank, cannot be sent, or has what copying
   * adds: invisible characters, blanks around it, quotes.
   */
  public static Credentials of(String user, String password) {
    check(user, "user name");
    check(password, "password");
    if (user.contains(":")) {
      throw new IllegalArgumentException(
          "The user name contains a ':', which HTTP Basic cannot carry: copy it from the"
              + " Dashboard");
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
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new IllegalArgumentException(
            "The " + name + " contains control characters: copy it from the Dashboard again");
      }
    }
    String unused = Preconditions.sendable(value, "The " + name);
    for (int i = 0; i < value.length(); i = value.offsetByCodePoints(i, 1)) {
      int point = value.codePointAt(i);
      if (isInvisible(point)) {
        throw new IllegalArgumentException(
            "The %s contains the invisible character U+%04X: copy it from the Dashboard again"
                .formatted(name, point));
      }
    }
    if (!value.equals(value.strip())) {
      throw new IllegalArgumentException("The " + name + " begins or ends with a space: remove it");
    }
    if (QUOTED.matcher(value).matches()) {
      throw new IllegalArgumentException("The " + name + " is in quotes: remove them");
    }
  }

  /** Returns whether a character shows nothing, or a blank that is no space. */
  private static boolean isInvisible(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT || (type == Character.SPACE_SEPARATOR && point != ' ');
  }

  String header() {
    return okhttp3.Credentials.basic(user, password, StandardCharsets.UTF_8);
  }

  boolean isSameAs(Credentials other) {
    return user.equals(other.user) && password.equals(other.password);
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
