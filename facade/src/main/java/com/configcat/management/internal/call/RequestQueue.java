package com.configcat.management.internal.call;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.call.PermitRequest.NotInTimeException;
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
 * Grants permits to the calls of one operation, in the order in which the calls were made.
 *
 * <p>Only the head of the queue asks the limiter. There is no thread: the queue is scanned by those
 * who join it, and by a timer when there is something to wait for. Futures complete without any
 * lock held.
 */
final class RequestQueue {
  private final Operation operation;
  private final NonThrowingRateLimiter limiter;
  private final TimeSource time;
  private final Executor scheduler;
  private final DoubleSupplier random;

  /** Scans asked for since the last one began; only one runs at a time. */
  private final AtomicInteger scans = new AtomicInteger();

  // Guarded by this.
  private final TreeMap<Long, PermitRequest> requests = new TreeMap<>();
  private final ServerPause pause = new ServerPause();
  private TimeSource.@Nullable Timer timer;

  RequestQueue(
      Operation operation,
      RateLimiter limiter,
      TimeSource time,
      Executor scheduler,
      DoubleSupplier random) {
    this.operation = operation;
    this.limiter = new NonThrowingRateLimiter(limiter);
    this.time = time;
    this.scheduler = scheduler;
    this.random = random;
  }

  /**
   * Queues a call.
   *
   * @param sequence its place; a call that is retried keeps it
   * @param deadline by the time source's nanoseconds
   * @param scanner runs the scan, if the call is the head of the queue
   * @return the permit, or its failure at once if it could not be granted before the deadline
   */
  PermitRequest acquire(long sequence, long deadline, Executor scanner) {
    PermitRequest request = new PermitRequest(sequence, deadline);
    long wait;
    boolean head = false;
    synchronized (this) {
      long now = time.nanoTime();
      int ahead = ahead(sequence);
      wait = earliest(ahead, now);
      if (wait <= 0 || !request.isTooLate(now + wait)) {
        wait = 0;
        requests.put(sequence, request);
        head = ahead == 0;
      }
    }
    if (wait > 0) {
      request.completeExceptionally(new NotInTimeException(wait));
    } else if (head) {
      scanner.execute(this::scanForOne);
    }
    return request;
  }

  private int ahead(long sequence) {
    // New calls come last; to count what is before a call that comes back takes longer.
    return requests.isEmpty() || requests.lastKey() < sequence
        ? requests.size()
        : requests.headMap(sequence).size();
  }

  /** Withdraws a request; its permit goes to the next. */
  void cancel(PermitRequest request) {
    remove(request);
    request.cancel(false);
  }

  private synchronized void remove(PermitRequest request) {
    requests.remove(request.sequence(), request);
  }

  /**
   * Withdraws a request at its deadline.
   *
   * @return how long it would still have to wait; empty if it was not queued, or if it is not known
   *     what it waits for
   */
  OptionalLong expire(PermitRequest request) {
    long wait;
    synchronized (this) {
      wait =
          requests.get(request.sequence()) == request
              ? earliest(ahead(request.sequence()), time.nanoTime())
              : 0;
    }
    cancel(request);
    return wait > 0 ? OptionalLong.of(wait) : OptionalLong.empty();
  }

  /** Pauses the operation, and fails the requests that would be granted too late. */
  void pause(long nanos) {
    Map<PermitRequest, Long> late = new LinkedHashMap<>();
    synchronized (this) {
      long now = time.nanoTime();
      pause.begin(now, nanos, random.getAsDouble());
      int ahead = 0;
      for (PermitRequest request : List.copyOf(requests.values())) {
        long wait = earliest(ahead, now);
        if (request.isTooLate(now + wait)) {
          requests.remove(request.sequence());
          late.put(request, wait);
        } else {
          ahead++;
        }
      }
    }
    late.forEach((request, wait) -> request.completeExceptionally(new NotInTimeException(wait)));
  }

  private long earliest(int ahead, long now) {
    return Math.max(limiter.earliest(operation, ahead), pause.remaining(now));
  }

  /** Scans the queue on the scheduler's executor, since a permit came back. */
  void scanSoon() {
    scheduler.execute(this::scan);
  }

  /** Grants what can be granted, and sets the timer for the next. */
  private void scan() {
    if (scans.getAndIncrement() > 0) {
      return;
    }
    int seen = 1;
    do {
      while (grantNext()) {
        // There may be another.
      }
      seen = scans.addAndGet(-seen);
    } while (seen > 0);
  }

  /** The same on a caller's thread, which has its own call to send and not to see to all others. */
  private void scanForOne() {
    if (scans.getAndIncrement() > 0) {
      return;
    }
    boolean more = grantNext() && !isEmpty();
    if (scans.getAndSet(0) > 1 || more) {
      scanSoon();
    }
  }

  private synchronized boolean isEmpty() {
    return requests.isEmpty();
  }

  /** Returns false if the queue is empty, or its head has to wait. */
  private boolean grantNext() {
    PermitRequest head;
    synchronized (this) {
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
      if (requests.isEmpty()) {
        return false;
      }
      long wait = pause.remaining(time.nanoTime());
      if (wait > 0) {
        scanAfter(wait);
        return false;
      }
      head = requests.firstEntry().getValue();
    }
    return grant(head);
  }

  /** Asks the limiter, without the lock since it may have to ask another machine. */
  private boolean grant(PermitRequest head) {
    NonThrowingRateLimiter.Answer answer;
    try {
      answer = limiter.tryAcquire(operation);
    } catch (Exception | Error e) {
      remove(head);
      head.completeExceptionally(e);
      return true;
    }
    if (answer.permit() != null) {
      give(answer.permit());
      return true;
    }
    long wait = answer.waitNanos();
    List<PermitRequest> late = new ArrayList<>();
    synchronized (this) {
      long earliest = time.nanoTime() + wait;
      while (!requests.isEmpty() && requests.firstEntry().getValue().isTooLate(earliest)) {
        late.add(requests.pollFirstEntry().getValue());
      }
      if (!requests.isEmpty()) {
        scanAfter(wait);
      }
    }
    late.forEach(request -> request.completeExceptionally(new NotInTimeException(wait)));
    return false;
  }

  /** Gives a permit to the first that still wants it. */
  private void give(Permit permit) {
    while (true) {
      PermitRequest head;
      synchronized (this) {
        Map.Entry<Long, PermitRequest> entry = requests.pollFirstEntry();
        if (entry == null) {
          permit.unused();
          return;
        }
        head = entry.getValue();
        pause.passed(time.nanoTime());
      }
      if (head.complete(permit)) {
        return;
      }
    }
  }

  private void scanAfter(long wait) {
    timer = time.schedule(wait, this::scanSoon);
  }
}
