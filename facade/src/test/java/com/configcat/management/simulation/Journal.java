package com.configcat.management.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened in a simulation, in order. Times are nanoseconds since its start. */
final class Journal {
  private final List<Event> events = new ArrayList<>();

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
  }

  List<Event> events() {
    return events;
  }

  <E extends Event> Stream<E> all(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast);
  }

  long refusals() {
    return all(Refused.class).count();
  }

  long failures() {
    return all(Ended.class).filter(ended -> ended.failure() != null).count();
  }

  /** Returns when the last call ended. */
  long end() {
    return all(Ended.class).mapToLong(Ended::at).max().orElseThrow();
  }

  List<Long> latencies() {
    return all(Sent.class).map(Sent::latency).toList();
  }
}
