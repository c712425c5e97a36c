package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.Credential;
import com.configcat.management.fake.internal.state.Json;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Whoever does something, as records of it name them.
 *
 * @param email null for the service itself
 * @param name the full name
 */
record Actor(@Nullable String email, String name) {
  static final Actor SERVICE = new Actor(null, "ConfigCat");

  static Actor of(Credential credential) {
    return new Actor(credential.email(), credential.user());
  }

  static Actor ownerOf(JsonObject changeRequest) {
    return new Actor(
        Json.text(changeRequest, "creatorUserEmail"),
        Json.text(changeRequest, "creatorUserFullName"));
  }
}
