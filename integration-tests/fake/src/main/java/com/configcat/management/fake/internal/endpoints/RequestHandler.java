package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Refusal;

/** Serves one operation. */
@FunctionalInterface
interface RequestHandler {
  /**
   * Reads or changes the state.
   *
   * @throws Refusal if the service would refuse; the state is rolled back then
   */
  FakeResponse handle(ValidatedRequest request);
}
