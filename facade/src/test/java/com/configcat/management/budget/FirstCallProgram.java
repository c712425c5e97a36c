package com.configcat.management.budget;

import com.configcat.management.ConfigCatManagementClient;
import java.util.UUID;

/** Reads a Product, and ends. Loads nothing but what that takes. */
final class FirstCallProgram {
  static final UUID PRODUCT = new UUID(0, 1);

  private FirstCallProgram() {}

  public static void main(String[] args) {
    try (ConfigCatManagementClient client =
        ConfigCatManagementClient.builder()
            .credentials("user", "password")
            .baseUrl(args[0])
            .build()) {
      System.out.println(client.products().get(PRODUCT).getName());
    }
  }
}
