package com.configcat.management.simulation;

import java.util.List;
import java.util.PriorityQueue;

/**
 * When the last of many calls can end at best: a bound below which nobody gets who keeps the limits
 * with so many callers, even if they know every latency beforehand and choose when, between sending
 * and answer, the service counts.
 *
 * <p>Let D(n) be the earliest instant at which a service that is asked as soon as it allows can
 * count its n-th request. If the n-th request is sent at s(n) and no answer takes longer than L,
 * then n requests have been counted by s(n) + L at the latest, so s(n) is no earlier than D(n) - L.
 * Nor is it sent before one of the callers is free. Both are lower bounds of each start, and calls
 * that start as soon as both allow end, in this order, none later than in any other schedule.
 */
final class BestSchedule {
  private BestSchedule() {}

  /**
   * Returns the end of the last call.
   *
   * @param service fresh; what its limits are and how it counts
   * @param latencies of the requests in the order in which they are sent
   * @param callers how many may be under way
   */
  static long end(Service service, List<Long> latencies, int callers) {
    long longest = latencies.stream().mapToLong(Long::longValue).max().orElseThrow();
    PriorityQueue<Long> free = new PriorityQueue<>();
    long counted = 0;
    long last = 0;
    for (long latency : latencies) {
      counted = service.takeNext(counted);
      long caller = free.size() < callers ? 0 : free.remove();
      long end = Math.max(caller, counted - longest) + latency;
      free.add(end);
      last = Math.max(last, end);
    }
    return last;
  }
}
