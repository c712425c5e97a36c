package com.configcat.management.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in a simulation, in order. Times are nanoseconds since its start. */
final class Journal {
  private final List<Event> events = new ArrayList<>();
  private final List<Long> latencies = new ArrayList<>();
  private int refusals;
  private int failures;
  private long end;

  /** Something that happened. */
  sealed interface Event {
    /** When. */
    long at();
  }

  /** A call was started; those with smaller numbers before. */
  record Started(int call, long at) implements Event {}

  /** A request was sent. */
  record Sent(int call, int attempt, long at, long latency) implements Event {}

  /** The service refused a request, and this has come to be known. */
  record Refused(int call, long at, long patience) implements Event {}

  /** The operation is to be left alone. */
  record Paused(long at, long until) implements Event {}

  /** A call ended. */
  record Ended(int call, long at, @Nullable Throwable failure) implements Event {}

  void add(Event event) {
    events.add(event);
    if (event instanceof Sent sent) {
      latencies.add(sent.latency());
    } else if (event instanceof Refused) {
      refusals++;
    } else if (event instanceof Ended ended) {
      end = ended.at();
      failures += ended.failure() == null ? 0 : 1;
    }
  }

  List<Event> events() {
    return events;
  }

  /** Returns how many requests the service refused. */
  int refusals() {
    return refusals;
  }

  /** Returns how many calls failed. */
  int failures() {
    return failures;
  }

  /** Returns when the last call ended. */
  long end() {
    return end;
  }

  /** Returns how long the requests took, in the order in which they were sent. */
  List<Long> latencies() {
    return latencies;
  }
}
