package com.configcat.management.it.fake;

/** Does what one operation does. */
@FunctionalInterface
interface Handler {
  /**
   * Reads or changes the state.
   *
   * @throws Refusal if the service would refuse; the state is put back then
   */
  Answer handle(Exchange exchange);
}
