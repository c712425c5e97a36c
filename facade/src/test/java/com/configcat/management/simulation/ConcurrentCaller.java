package com.configcat.management.simulation;

import java.time.Duration;

/** Someone else who uses the same quota, of which half is enough for them. */
enum ConcurrentCaller {
  /** Nobody. */
  NONE(0, 0, Duration.ofDays(1)),
  /** 250 a minute, one after the other. */
  EVEN(1, 1, Duration.ofMillis(240)),
  /** 250 a minute, 10 at once every second of the first 25. */
  BURSTS(25, 10, Duration.ofMinutes(1));

  private final int bursts;
  private final int burst;
  private final long period;

  ConcurrentCaller(int bursts, int burst, Duration period) {
    this.bursts = bursts;
    this.burst = burst;
    this.period = period.toNanos();
  }

  /** Sends what is to be sent from an instant on, and returns when to come back. */
  long send(Service service, long now, long turn) {
    for (int i = 0; i < burst; i++) {
      service.receive(now);
    }
    if (bursts <= 1) {
      return period;
    }
    long second = Duration.ofSeconds(1).toNanos();
    return turn % bursts < bursts - 1 ? second : period - (bursts - 1) * second;
  }
}
