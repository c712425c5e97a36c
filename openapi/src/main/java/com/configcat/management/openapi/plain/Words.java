package com.configcat.management.openapi.plain;

import java.util.Locale;

/** Writes what an author called something as Java would. */
public final class Words {
  private Words() {}

  /** Turns {@code get-products} into {@code GetProducts}; what is no letter or digit goes. */
  public static String upperCamel(String text) {
    StringBuilder name = new StringBuilder();
    for (String word : text.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString();
  }
}
