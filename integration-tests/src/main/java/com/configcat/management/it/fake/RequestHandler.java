package com.configcat.management.it.fake;

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
