package com.configcat.management.fake;

import java.util.ArrayDeque;

/** Counts the requests of one operation against one limit. Times are milliseconds of one clock. */
abstract class RequestMeter {
  final int requests;
  final long period;

  private RequestMeter(RequestQuota.Limit limit) {
    this.requests = limit.requests();
    this.period = limit.period().toMillis();
  }

  static RequestMeter of(RequestQuota.Algorithm algorithm, RequestQuota.Limit limit) {
    return switch (algorithm) {
      case FIXED -> new Fixed(limit);
      case SLIDING -> new Sliding(limit);
      case BUCKET -> new Bucket(limit);
    };
  }

  /** Returns how many more requests are allowed now. */
  abstract int remaining(long now);

  /** Counts a request that is allowed. */
  abstract void take(long now);

  /** Returns when the next request is allowed, {@code now} if it is already. */
  abstract long nextAllowed(long now);

  /** Returns when all requests are allowed again if none is sent. */
  abstract long reset(long now);

  private static final class Fixed extends RequestMeter {
    private long window = Long.MIN_VALUE;
    private int taken;

    Fixed(RequestQuota.Limit limit) {
      super(limit);
    }

    @Override
    int remaining(long now) {
      return window == Math.floorDiv(now, period) ? requests - taken : requests;
    }

    @Override
    void take(long now) {
      taken = requests - remaining(now) + 1;
      window = Math.floorDiv(now, period);
    }

    @Override
    long nextAllowed(long now) {
      return remaining(now) > 0 ? now : reset(now);
    }

    @Override
    long reset(long now) {
      return (Math.floorDiv(now, period) + 1) * period;
    }
  }

  private static final class Sliding extends RequestMeter {
    private final ArrayDeque<Long> taken = new ArrayDeque<>();

    Sliding(RequestQuota.Limit limit) {
      super(limit);
    }

    @Override
    int remaining(long now) {
      while (!taken.isEmpty() && taken.getFirst() <= now - period) {
        taken.removeFirst();
      }
      return requests - taken.size();
    }

    @Override
    void take(long now) {
      taken.addLast(now);
    }

    @Override
    long nextAllowed(long now) {
      return remaining(now) > 0 ? now : taken.getFirst() + period;
    }

    @Override
    long reset(long now) {
      return remaining(now) == requests ? now : taken.getLast() + period;
    }
  }

  private static final class Bucket extends RequestMeter {
    private double tokens;
    private long filled = Long.MIN_VALUE;

    Bucket(RequestQuota.Limit limit) {
      super(limit);
      this.tokens = requests;
    }

    private void refill(long now) {
      if (filled != Long.MIN_VALUE) {
        tokens = Math.min(requests, tokens + (double) (now - filled) * requests / period);
      }
      filled = now;
    }

    @Override
    int remaining(long now) {
      refill(now);
      // A hair below a whole token is one that rounding has shaved.
      return (int) Math.floor(tokens + 1e-9);
    }

    @Override
    void take(long now) {
      refill(now);
      tokens = Math.max(0, tokens - 1);
    }

    @Override
    long nextAllowed(long now) {
      return remaining(now) > 0 ? now : now + after(1 - tokens);
    }

    @Override
    long reset(long now) {
      refill(now);
      return now + after(requests - tokens);
    }

    private long after(double missing) {
      return (long) Math.ceil(missing * period / requests);
    }
  }
}
