package com.configcat.management.it.fake;

import java.util.Locale;

/**
 * Somebody who may call.
 *
 * @param user the user name of the public API credential
 * @param password its password
 * @param readOnly whether every write is refused
 */
record Credential(String user, String password, boolean readOnly) {
  String email() {
    return user.contains("@")
        ? user
        : user.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
  }

  @Override
  public String toString() {
    return user;
  }
}
