package com.configcat.management.internal.call;

import com.configcat.management.core.Operation;
import com.configcat.management.ratelimit.Permit;
import com.configcat.management.ratelimit.RateLimiter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one operation that wait to be sent, in the order in which they were made.
 *
 * <p>Only the first asks the limiter. It has no thread: whoever joins, and a timer when there is
 * something to wait for, lets go those whose turn it is.
 */
final class RequestQueue {
  private final Operation operation;
  private final NonThrowingRateLimiter limiter;
  private final TimeSource time;
  private final Executor executor;
  private final DoubleSupplier random;

  /** How many asked for a look since the last one began; one looks at a time. */
  private final AtomicInteger looks = new AtomicInteger();

  // Guarded by this.
  private final TreeMap<Long, RequestQueue.QueuedCall> waiters = new TreeMap<>();
  private final ServerPause pause = new ServerPause();
  private TimeSource.@Nullable Timer timer;

  RequestQueue(
      Operation operation,
      RateLimiter limiter,
      TimeSource time,
      Executor executor,
      DoubleSupplier random) {
    this.operation = operation;
    this.limiter = new NonThrowingRateLimiter(limiter);
    this.time = time;
    this.executor = executor;
    this.random = random;
  }

  /** One that waits. Its methods are called without any lock held. */
  interface QueuedCall {
    /** Its place: those with a smaller number go first. */
    long sequence();

    /** When it no longer needs to go, by the time source's nanoseconds. */
    long deadline();

    /** It is its turn. Returns false if it does not want to go any more. */
    boolean go(Permit permit);

    /** Its turn comes after its deadline. */
    void tooLate(long waitNanos);

    /** The limiter failed. */
    void failed(Throwable cause);
  }

  /**
   * Stands in line.
   *
   * @param waiter who
   * @param place where to look whose turn it is
   * @return how long it would have to wait, if that is beyond its deadline; then it is not in line
   */
  OptionalLong join(RequestQueue.QueuedCall waiter, Executor place) {
    boolean first;
    synchronized (this) {
      long now = time.nanoTime();
      int ahead = ahead(waiter.sequence());
      long wait = earliest(ahead, now);
      if (wait > 0 && now + wait - waiter.deadline() >= 0) {
        return OptionalLong.of(wait);
      }
      waiters.put(waiter.sequence(), waiter);
      first = ahead == 0;
    }
    if (first) {
      place.execute(this::lookForOne);
    }
    return OptionalLong.empty();
  }

  private int ahead(long sequence) {
    // New calls come last; to count what is before a call that comes back takes longer.
    return waiters.isEmpty() || waiters.lastKey() < sequence
        ? waiters.size()
        : waiters.headMap(sequence).size();
  }

  /** Leaves the line. */
  synchronized void leave(RequestQueue.QueuedCall waiter) {
    waiters.remove(waiter.sequence());
  }

  /**
   * Leaves the line, since there is no more time.
   *
   * @return how long it would still have to wait; nothing if it did not stand there, or if it is
   *     not known what it waits for
   */
  synchronized OptionalLong giveUp(RequestQueue.QueuedCall waiter) {
    if (!waiters.containsKey(waiter.sequence())) {
      return OptionalLong.empty();
    }
    long wait = earliest(ahead(waiter.sequence()), time.nanoTime());
    leave(waiter);
    return wait > 0 ? OptionalLong.of(wait) : OptionalLong.empty();
  }

  /** Keeps everyone back, and sends away whose turn would come too late. */
  void pause(long nanos) {
    Map<RequestQueue.QueuedCall, Long> late = new LinkedHashMap<>();
    synchronized (this) {
      long now = time.nanoTime();
      pause.begin(now, nanos, random.getAsDouble());
      int ahead = 0;
      for (RequestQueue.QueuedCall waiter : List.copyOf(waiters.values())) {
        long wait = earliest(ahead, now);
        if (now + wait - waiter.deadline() >= 0) {
          waiters.remove(waiter.sequence());
          late.put(waiter, wait);
        } else {
          ahead++;
        }
      }
    }
    late.forEach(RequestQueue.QueuedCall::tooLate);
  }

  private long earliest(int ahead, long now) {
    return Math.max(limiter.earliest(operation, ahead), pause.remaining(now));
  }

  /** Has it looked whose turn it is, since a permit came back. */
  void lookSoon() {
    executor.execute(this::look);
  }

  /** Lets go those whose turn it is, and comes back when it is the next one's. */
  private void look() {
    if (looks.getAndIncrement() > 0) {
      return;
    }
    int seen = 1;
    do {
      while (letGo()) {
        // There may be another.
      }
      seen = looks.addAndGet(-seen);
    } while (seen > 0);
  }

  /** The same on a caller's thread, which has to send its own call and not to see to all others. */
  private void lookForOne() {
    if (looks.getAndIncrement() > 0) {
      return;
    }
    boolean more = letGo() && !isEmpty();
    if (looks.getAndSet(0) > 1 || more) {
      lookSoon();
    }
  }

  private synchronized boolean isEmpty() {
    return waiters.isEmpty();
  }

  /** Lets the first one go. Returns false if there is none, or if it has to wait. */
  private boolean letGo() {
    RequestQueue.QueuedCall first;
    synchronized (this) {
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
      if (waiters.isEmpty()) {
        return false;
      }
      long wait = pause.remaining(time.nanoTime());
      if (wait > 0) {
        comeBack(wait);
        return false;
      }
      first = waiters.firstEntry().getValue();
    }
    return askFor(first);
  }

  /** Asks the limiter, without the lock since it may have to ask another machine. */
  private boolean askFor(RequestQueue.QueuedCall first) {
    NonThrowingRateLimiter.Answer answer;
    try {
      answer = limiter.tryAcquire(operation);
    } catch (Exception | Error e) {
      leave(first);
      first.failed(e);
      return true;
    }
    if (answer.permit() != null) {
      give(answer.permit());
      return true;
    }
    long wait = answer.waitNanos();
    List<RequestQueue.QueuedCall> late = new ArrayList<>();
    synchronized (this) {
      long earliest = time.nanoTime() + wait;
      while (!waiters.isEmpty() && earliest - waiters.firstEntry().getValue().deadline() >= 0) {
        late.add(waiters.pollFirstEntry().getValue());
      }
      if (!waiters.isEmpty()) {
        comeBack(wait);
      }
    }
    late.forEach(waiter -> waiter.tooLate(wait));
    return false;
  }

  private void give(Permit permit) {
    while (true) {
      RequestQueue.QueuedCall first;
      synchronized (this) {
        Map.Entry<Long, RequestQueue.QueuedCall> entry = waiters.pollFirstEntry();
        if (entry == null) {
          permit.unused();
          return;
        }
        first = entry.getValue();
        pause.passed(time.nanoTime());
      }
      if (first.go(permit)) {
        return;
      }
    }
  }

  private void comeBack(long wait) {
    timer = time.schedule(wait, this::lookSoon);
  }
}
