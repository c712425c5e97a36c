package com.configcat.management.simulation;

import com.configcat.management.ratelimit.RateLimit;
import java.util.ArrayDeque;
import java.util.Random;

/** The ways in which services count. */
enum Algorithm {
  /** Counts anew when a period ends, which it does at instants that have nothing to do with us. */
  FIXED_WINDOW {
    @Override
    Quota quota(RateLimit limit, Random random) {
      long window = limit.window().toNanos();
      return new FixedWindow(limit.requests(), window, (long) (random.nextDouble() * window));
    }
  },

  /** Counts, exactly, what came in the last period. */
  SLIDING_WINDOW {
    @Override
    Quota quota(RateLimit limit, Random random) {
      return new SlidingWindow(limit.requests(), limit.window().toNanos());
    }
  },

  /** Has a bucket of tokens that holds what a period allows, and is filled evenly. */
  TOKEN_BUCKET {
    @Override
    Quota quota(RateLimit limit, Random random) {
      return new TokenBucket(limit.requests(), limit.window().toNanos());
    }
  };

  abstract Quota quota(RateLimit limit, Random random);

  private static final class FixedWindow implements Quota {
    private final int limit;
    private final long window;
    private final long phase;
    private long current;
    private int counted;

    FixedWindow(int limit, long window, long phase) {
      this.limit = limit;
      this.window = window;
      this.phase = phase;
    }

    @Override
    public long untilFree(long now) {
      return remaining(now) > 0 ? 0 : untilReset(now);
    }

    @Override
    public void take(long now) {
      remaining(now);
      counted++;
    }

    @Override
    public int remaining(long now) {
      long index = (now + phase) / window;
      if (index != current) {
        current = index;
        counted = 0;
      }
      return limit - counted;
    }

    @Override
    public long untilReset(long now) {
      return window - (now + phase) % window;
    }
  }

  private static final class SlidingWindow implements Quota {
    private final int limit;
    private final long window;
    private final ArrayDeque<Long> counted = new ArrayDeque<>();

    SlidingWindow(int limit, long window) {
      this.limit = limit;
      this.window = window;
    }

    @Override
    public long untilFree(long now) {
      return remaining(now) > 0 ? 0 : untilReset(now);
    }

    @Override
    public void take(long now) {
      counted.addLast(now);
    }

    @Override
    public int remaining(long now) {
      while (!counted.isEmpty() && counted.getFirst() <= now - window) {
        counted.removeFirst();
      }
      return limit - counted.size();
    }

    @Override
    public long untilReset(long now) {
      return counted.isEmpty() ? 0 : counted.getFirst() + window - now;
    }
  }

  /** Keeps when it will be full again, instead of how many tokens are in it. */
  private static final class TokenBucket implements Quota {
    private final long window;
    private final long token;
    private long full;

    TokenBucket(int limit, long window) {
      this.window = window;
      this.token = window / limit;
    }

    @Override
    public long untilFree(long now) {
      return Math.max(0, full + token - window - now);
    }

    @Override
    public void take(long now) {
      full = Math.max(full, now) + token;
    }

    @Override
    public int remaining(long now) {
      return (int) ((window - Math.max(0, full - now)) / token);
    }

    @Override
    public long untilReset(long now) {
      return Math.max(0, full - now) % token;
    }
  }
}
