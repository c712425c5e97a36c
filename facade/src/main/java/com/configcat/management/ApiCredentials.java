package com.configcat.management;

import com.configcat.management.internal.http.Credentials;

/** Public API credentials: a user name and a password, created on the Dashboard. Immutable. */
public final class ApiCredentials {
  private final Credentials credentials;

  private ApiCredentials(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * Creates credentials.
   *
   * @param user the user name; must not contain {@code :}
   * @param password the password
   * @return the credentials
   * @throws IllegalArgumentException if either is blank, contains a control character or an
   *     invisible one, or has blanks or quotes around it; or if the user name contains {@code :}
   */
  public static ApiCredentials of(String user, String password) {
    return new ApiCredentials(Credentials.of(user, password));
  }

  Credentials credentials() {
    return credentials;
  }

  /** Returns a text without either. */
  @Override
  public String toString() {
    return "ApiCredentials[***]";
  }
}
