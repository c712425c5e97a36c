package com.configcat.management.ratelimit;

/** The permit of a limiter that counts nothing. */
enum UncountedPermit implements Permit {
  INSTANCE;

  @Override
  public void answered() {}

  @Override
  public void unanswered() {}

  @Override
  public void unused() {}
}
