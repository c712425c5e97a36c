package com.configcat.management.simulation;

/** What a service allows in one period. Times are nanoseconds since the start, never going back. */
interface Quota {
  /** Returns how long until another request is allowed; zero for now. */
  long untilFree(long now);

  /** Counts a request. */
  void take(long now);

  /** Returns how many requests would be allowed now. */
  int remaining(long now);

  /** Returns how long until there is more than now. */
  long untilReset(long now);
}
