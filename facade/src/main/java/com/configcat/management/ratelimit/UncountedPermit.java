package com.configcat.management.ratelimit;

/** A permit that ignores how its request ends. */
enum UncountedPermit implements Permit {
  INSTANCE;

  @Override
  public void answered() {}

  @Override
  public void unanswered() {}

  @Override
  public void unused() {}
}
