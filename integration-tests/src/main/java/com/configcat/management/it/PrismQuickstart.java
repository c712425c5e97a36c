package com.configcat.management.it;

import com.configcat.management.core.SdkKey;
import com.configcat.management.it.prism.Prism;
import com.configcat.management.quickstart.Quickstart;

/** The first example on Prism, which answers with the examples of the contract. */
final class PrismQuickstart {
  private PrismQuickstart() {}

  /**
   * Runs it.
   *
   * @param arguments none
   */
  public static void main(String... arguments) {
    try (Prism mock = Prism.startOnContract()) {
      Quickstart.run(mock.baseUrl(), "user", "password", SdkKey.of("an-sdk-key"));
    }
  }
}
