package com.configcat.management.ratelimit;

/**
 * The right to send one request. Exactly one of its methods is called, once, when it is known what
 * became of the request.
 */
public interface Permit {
  /** The service answered: it counted the request before now. */
  void answered();

  /** The request ended without an answer: the service may count it later, or never. */
  void unanswered();

  /** Nothing was sent: the right goes back. */
  void unused();
}
