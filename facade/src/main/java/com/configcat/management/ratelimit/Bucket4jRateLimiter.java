package com.configcat.management.ratelimit;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.core.Sha256;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Enforces rate limits across several instances with the same credentials, using buckets shared in
 * Redis, Hazelcast, PostgreSQL or any other Bucket4j backend.
 *
 * <p>A bucket with capacity C and a refill of n per limit window plus margin lets at most C + n
 * requests reach the service in any such window, so C + n equals the limit. The refill is 3 percent
 * below its maximum: it determines how long many calls take, while C only speeds up the first of
 * them. For {@linkplain RateLimit#ofTheService() the service's limits} and {@linkplain
 * #DEFAULT_MARGIN the default margin} this gives 4 calls at once, then 8 per second (7.95 in the
 * long run), where the service allows 8.33.
 *
 * <p>A new bucket is empty, so a store that loses buckets, as by a restart without its data, does
 * not let more requests through. The first call of an operation therefore waits for one permit: an
 * eighth of a second with the service's limits.
 *
 * <p>The margin covers the longest time from granting a permit to the service counting the request
 * (the rest of the store's response, connecting, network latency), plus the clock skew between
 * instances. Requests that take longer may get a 429, and are then retried as usual.
 *
 * <p>Usage notes:
 *
 * <ul>
 *   <li>The client does not depend on {@code com.bucket4j:bucket4j_jdk17-core} or the module for
 *       your store: add both to your build.
 *   <li>Set a request timeout on the proxy manager: most have none, and an unresponsive store then
 *       blocks calls beyond their deadlines. While the store fails, calls fail without being sent.
 *   <li>Instances share buckets if user name, limits and margin are equal. There is one bucket per
 *       operation; its key contains a hash of the user name and no credentials.
 *   <li>Let buckets expire long after they have refilled, such as an hour: one that has expired
 *       starts empty again. Each is a key of a few hundred bytes. With an expiry shorter than the
 *       refill of one permit, no call would ever be sent.
 *   <li>A store that falls back to an older state, such as a replica that takes over before it has
 *       the last writes, may let requests through a second time: up to C of them.
 *   <li>Unused permits are lost: returning one to a bucket that has refilled in the meantime would
 *       let too many requests through.
 * </ul>
 *
 * <p>Thread-safe. The store is accessed on the calling thread or on one of the client's; an
 * interrupt does not stop the access.
 */
public final class Bucket4jRateLimiter implements RateLimiter {
  /** The default margin: 1 second. */
  public static final Duration DEFAULT_MARGIN = Duration.ofSeconds(1);

  private static final Duration LONGEST_MARGIN = Duration.ofMinutes(1);
  private static final int HASH_BYTES = 16;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Map<Operation, BucketProxy> buckets = new ConcurrentHashMap<>();
  private final ProxyManager<String> store;
  private final Bucket4jBandwidths bandwidths;
  private final BucketConfiguration configuration;
  private final String keyPrefix;

  private Bucket4jRateLimiter(
      ProxyManager<String> store, String user, Bucket4jBandwidths bandwidths) {
    this.store = store;
    this.bandwidths = bandwidths;
    this.configuration = bandwidths.configuration();
    this.keyPrefix =
        "configcat-management:" + Sha256.hex(user + '\n' + bandwidths.text(), HASH_BYTES) + ':';
  }

  /**
   * Creates a limiter for the service's limits, with the default margin.
   *
   * @param store the store of the buckets; {@link ProxyManager#withMapper} adapts other key types
   * @param user the user name of the shared credentials
   * @return a new limiter
   */
  public static Bucket4jRateLimiter of(ProxyManager<String> store, String user) {
    return of(store, user, RateLimit.ofTheService(), DEFAULT_MARGIN);
  }

  /**
   * Creates a limiter.
   *
   * @param store the store of the buckets; {@link ProxyManager#withMapper} adapts other key types
   * @param user the user name of the shared credentials
   * @param limits at least one, such as {@link RateLimit#ofTheService()}
   * @param margin for varying latency and clock skew; from zero to one minute
   * @return a new limiter
   * @throws IllegalArgumentException if the user name is blank, there is no limit, or the margin is
   *     out of range
   */
  public static Bucket4jRateLimiter of(
      ProxyManager<String> store, String user, List<RateLimit> limits, Duration margin) {
    Preconditions.value(store, "store", "give a proxy manager of Bucket4j");
    Preconditions.text(
        user, "user", "give the user name of the credentials, each of which has limits of its own");
    Preconditions.value(limits, "limits", "give RateLimit.ofTheService()");
    limits.forEach(
        limit -> Preconditions.value(limit, "A limit", "give one such as RateLimit.perSecond(5)"));
    Preconditions.value(margin, "margin", "give Bucket4jRateLimiter.DEFAULT_MARGIN");
    if (limits.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no limit: give one, or use RateLimiter.unlimited()");
    }
    if (margin.isNegative() || margin.compareTo(LONGEST_MARGIN) > 0) {
      throw new IllegalArgumentException(
          "The margin " + margin + " is not between zero and a minute: give one such as PT1S");
    }
    return new Bucket4jRateLimiter(store, user, Bucket4jBandwidths.of(limits, margin));
  }

  /**
   * Takes a permit for one request from the store, if one is available.
   *
   * @throws RuntimeException the store's own exception, if it fails or times out
   */
  @Override
  public Acquisition tryAcquire(Operation operation) {
    ConsumptionProbe probe = ask(bucket(checked(operation)));
    if (probe.isConsumed()) {
      return Acquisition.granted(UncountedPermit.INSTANCE);
    }
    // Rounded up to whole milliseconds, the resolution of most stores: otherwise it would be too
    // early.
    long millis = (probe.getNanosToWaitForRefill() - 1) / NANOS_PER_MILLI + 1;
    return Acquisition.retryIn(Duration.ofMillis(Math.max(1, millis)));
  }

  /**
   * Returns the wait with a full bucket and no other instances, which a new bucket or others can
   * only lengthen; does not access the store.
   */
  @Override
  public Duration earliest(Operation operation, int ahead) {
    checked(operation);
    if (ahead < 0) {
      throw new IllegalArgumentException(
          "ahead is " + ahead + ": give the number of requests ahead, 0 or more");
    }
    return bandwidths.earliest(ahead);
  }

  private static Operation checked(Operation operation) {
    return Preconditions.value(operation, "operation", "give the operation to send");
  }

  private BucketProxy bucket(Operation operation) {
    return buckets.computeIfAbsent(
        operation, absent -> store.getProxy(keyPrefix + operation, () -> configuration));
  }

  /**
   * Tries again after an interrupt: the permit is for the head of the queue, which may be another
   * call than the interrupted one.
   */
  private static ConsumptionProbe ask(BucketProxy bucket) {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return bucket.tryConsumeAndReturnRemaining(1);
        } catch (RuntimeException e) {
          if (!Thread.interrupted()) {
            throw e;
          }
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
