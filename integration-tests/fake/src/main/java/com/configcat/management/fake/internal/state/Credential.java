package com.configcat.management.fake.internal.state;

import java.util.Locale;

/**
 * Somebody who may call.
 *
 * @param user the user name of the public API credential
 * @param password its password
 * @param readOnly whether every write is refused
 */
public record Credential(String user, String password, boolean readOnly) {
  /** Creates what is added without a request. */
  public static final Credential MAKER = new Credential("Ada Lovelace", "", false);

  public String email() {
    return user.contains("@")
        ? user
        : user.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
  }

  @Override
  public String toString() {
    return user;
  }
}
