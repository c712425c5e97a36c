package com.configcat.management.internal.call;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.call.PermitRequest.NotInTimeException;
import com.configcat.management.ratelimit.Acquisition;
import com.configcat.management.ratelimit.Permit;
import com.configcat.management.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 *
 * <p>The limiter may be a user's: one that throws fails the call that asked it, and no other.
 */
final class RequestQueue {
  /** Beyond every deadline, and far from where nanoseconds overflow. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private final Operation operation;
  private final RateLimiter limiter;
  private final TimeSource time;
  private final Executor scheduler;
  private final DoubleSupplier random;

  /** Scans requested since the last one began; only one runs at a time. */
  private final AtomicInteger scans = new AtomicInteger();

  // Guarded by this.
  private final TreeMap<Long, PermitRequest> requests = new TreeMap<>();
  private @Nullable ServerPause pause;
  private TimeSource.@Nullable Timer timer;

  RequestQueue(
      Operation operation,
      RateLimiter limiter,
      TimeSource time,
      Executor scheduler,
      DoubleSupplier random) {
    this.operation = operation;
    this.limiter = limiter;
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
      if (pause == null) {
        pause = new ServerPause();
      }
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
    return Math.max(earliest(ahead), paused(now));
  }

  private long paused(long now) {
    return pause == null ? 0 : pause.remaining(now);
  }

  private long earliest(int ahead) {
    try {
      return nanos(limiter.earliest(operation, ahead));
    } catch (Exception | Error e) {
      return 0; // Unknown. If the limiter is broken, the head of the queue fails with that.
    }
  }

  private static long nanos(Duration wait) {
    return wait.compareTo(LONGEST) < 0 ? wait.toNanos() : LONGEST.toNanos();
  }

  /** Notes that the request of a permit got a response. */
  void answered(Permit permit) {
    end(permit::answered);
  }

  /** Notes that the request of a permit got no response. */
  void unanswered(Permit permit) {
    end(permit::unanswered);
  }

  /** Takes a permit back; it goes to the next call. */
  void unused(Permit permit) {
    end(permit::unused);
    scanSoon();
  }

  private static void end(Runnable end) {
    try {
      end.run();
    } catch (Exception | Error ignored) {
      // The request has its response, or has none: a limiter does not change that.
    }
  }

  /** Scans the queue on the scheduler's executor. */
  private void scanSoon() {
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
      long wait = paused(time.nanoTime());
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
    Acquisition answer;
    long wait;
    try {
      answer =
          Objects.requireNonNull(
              limiter.tryAcquire(operation),
              "the rate limiter returned null: return an Acquisition");
      wait = nanos(answer.retryIn());
    } catch (Exception | Error e) {
      remove(head);
      head.completeExceptionally(e);
      return true;
    }
    if (answer.permit().isPresent()) {
      give(answer.permit().get());
      return true;
    }
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
          end(permit::unused);
          return;
        }
        head = entry.getValue();
        if (pause != null) {
          pause.passed(time.nanoTime());
        }
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
