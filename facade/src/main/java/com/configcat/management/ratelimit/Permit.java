package com.configcat.management.ratelimit;

/**
 * Permission to send one request. Exactly one of its methods is called, once, when the request
 * ends.
 */
public interface Permit {
  /** Called when a response arrived: the service has counted the request by now. */
  void answered();

  /** Called when the request ended without a response: the service may count it later, or never. */
  void unanswered();

  /** Called when nothing was sent: returns the permit. */
  void unused();
}
