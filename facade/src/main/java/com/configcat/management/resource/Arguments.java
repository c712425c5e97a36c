package com.configcat.management.resource;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.operations.CallRunner;
import java.util.Objects;
import java.util.UUID;

/** Checks what resources are asked for, before anything is sent. */
final class Arguments {
  private Arguments() {}

  static ConfigCatManagementClient client(ConfigCatManagementClient configcat) {
    return Objects.requireNonNull(configcat, "configcat is null: give the client that sends calls");
  }

  static CallRunner runner(CallRunner runner) {
    return Objects.requireNonNull(runner, "runner is null: give what runs the calls");
  }

  static UUID id(UUID id, String name) {
    return Objects.requireNonNull(id, () -> name + " is null: give the id of one that is there");
  }

  static String text(String text, String name) {
    Objects.requireNonNull(text, () -> name + " is null: give the one to look for");
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " is blank: give the one to look for");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          name + " has control characters, which no name or key has: leave them out");
    }
    return text;
  }

  static <T> T condition(T condition) {
    return Objects.requireNonNull(
        condition, "The condition is null: give one such as name -> name.startsWith(\"test\")");
  }

  static <T> T wanted(T wanted) {
    return Objects.requireNonNull(wanted, "wanted is null: say how it is to be, with a builder");
  }
}
