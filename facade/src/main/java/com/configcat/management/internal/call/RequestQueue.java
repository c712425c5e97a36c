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
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Grants permits to the calls of one operation, in the order in which the calls were made.
 *
 * <p>A call that finds nobody waiting asks the limiter at once, without a lock; else only the head
 * of the queue asks. There is no thread: the queue is scanned by those who join it, and by a timer
 * when there is something to wait for. Futures complete without any lock held.
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

  // Written under the lock on this.
  private final PermitRequests requests = new PermitRequests();
  private volatile @Nullable ServerPause pause;
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
   * Grants a request a permit, or queues it; fails it at once if a permit could not be granted
   * before its deadline.
   */
  void acquire(PermitRequest request) {
    if (requests.isEmpty() && pause == null && scans.compareAndSet(0, 1)) {
      acquireAtOnce(request);
      if (scans.getAndSet(0) > 1) {
        scanSoon();
      }
    } else {
      enqueue(request);
    }
  }

  /** Asks the limiter for a request that none is ahead of, and queues it only if it has to wait. */
  private void acquireAtOnce(PermitRequest request) {
    Acquisition answer;
    long wait;
    try {
      answer = ask();
      wait = nanos(answer.retryIn());
    } catch (Exception | Error e) {
      request.fail(e);
      return;
    }
    if (answer.permit().isEmpty()) {
      synchronized (this) {
        requests.add(request);
      }
      refuse(wait);
    } else if (!request.grant(answer.permit().get())) {
      give(answer.permit().get());
    }
  }

  private void enqueue(PermitRequest request) {
    long wait;
    boolean head = false;
    synchronized (this) {
      long now = time.nanoTime();
      int ahead = requests.ahead(request.sequence());
      wait = earliest(ahead, now);
      if (wait <= 0 || !request.isTooLate(now + wait)) {
        wait = 0;
        requests.add(request);
        head = ahead == 0;
      }
    }
    if (wait > 0) {
      request.fail(new NotInTimeException(wait));
    } else if (head) {
      scanForOne();
    }
  }

  /** Withdraws a request; its permit goes to the next. */
  void cancel(PermitRequest request) {
    remove(request);
    request.withdraw();
  }

  private synchronized void remove(PermitRequest request) {
    requests.remove(request);
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
          requests.contains(request)
              ? earliest(requests.ahead(request.sequence()), time.nanoTime())
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
      ServerPause current = pause;
      if (current == null || current.isOver(now)) {
        pause = new ServerPause(now + nanos, random.getAsDouble());
      } else {
        current.extend(now + nanos, random.getAsDouble());
      }
      int ahead = 0;
      for (PermitRequest request : requests.all()) {
        long wait = earliest(ahead, now);
        if (request.isTooLate(now + wait)) {
          requests.remove(request);
          late.put(request, wait);
        } else {
          ahead++;
        }
      }
    }
    late.forEach((request, wait) -> request.fail(new NotInTimeException(wait)));
  }

  private long earliest(int ahead, long now) {
    return Math.max(earliest(ahead), paused(now));
  }

  private long paused(long now) {
    ServerPause current = pause;
    if (current != null && current.isOver(now)) {
      pause = null;
      return 0;
    }
    return current == null ? 0 : current.remaining(now);
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
    try {
      permit.answered();
    } catch (Exception | Error ignored) {
      // The request has its response: a limiter does not change that.
    }
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
    boolean more = grantNext() && !requests.isEmpty();
    if (scans.getAndSet(0) > 1 || more) {
      scanSoon();
    }
  }

  /** Returns false if the queue is empty, or its head has to wait. */
  private boolean grantNext() {
    PermitRequest head;
    synchronized (this) {
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
      head = requests.first();
      if (head == null) {
        return false;
      }
      long wait = paused(time.nanoTime());
      if (wait > 0) {
        scanAfter(wait);
        return false;
      }
    }
    return grant(head);
  }

  /** Asks the limiter, without the lock since it may have to ask another machine. */
  private Acquisition ask() {
    return Objects.requireNonNull(
        limiter.tryAcquire(operation), "the rate limiter returned null: return an Acquisition");
  }

  private boolean grant(PermitRequest head) {
    Acquisition answer;
    long wait;
    try {
      answer = ask();
      wait = nanos(answer.retryIn());
    } catch (Exception | Error e) {
      remove(head);
      head.fail(e);
      return true;
    }
    if (answer.permit().isPresent()) {
      give(answer.permit().get());
      return true;
    }
    refuse(wait);
    return false;
  }

  /** Makes the queue wait for the limiter, and fails those at its head that would be too late. */
  private void refuse(long wait) {
    List<PermitRequest> late = new ArrayList<>();
    synchronized (this) {
      long earliest = time.nanoTime() + wait;
      PermitRequest first = requests.first();
      while (first != null && first.isTooLate(earliest)) {
        requests.remove(first);
        late.add(first);
        first = requests.first();
      }
      if (first != null) {
        scanAfter(wait);
      }
    }
    late.forEach(request -> request.fail(new NotInTimeException(wait)));
  }

  /** Gives a permit to the first that still wants it. */
  private void give(Permit permit) {
    while (true) {
      PermitRequest head;
      synchronized (this) {
        head = requests.poll();
        if (head == null) {
          end(permit::unused);
          return;
        }
        ServerPause current = pause;
        if (current != null) {
          current.passed(time.nanoTime());
        }
      }
      if (head.grant(permit)) {
        return;
      }
    }
  }

  private void scanAfter(long wait) {
    timer = time.schedule(wait, this::scanSoon);
  }
}
