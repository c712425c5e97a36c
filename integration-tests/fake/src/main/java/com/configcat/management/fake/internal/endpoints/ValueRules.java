package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.Refusal;
import com.google.gson.JsonObject;

/** What the service refuses in a value, beyond what the contract says. */
interface ValueRules {
  /**
   * Checks a whole new value.
   *
   * @throws Refusal with 400 if something is wrong
   */
  void check(JsonObject config, JsonObject setting, JsonObject content);
}
