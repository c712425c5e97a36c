package com.configcat.management.ratelimit;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.core.Preconditions;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the limits across several instances with the same credentials, by buckets that they share
 * in Redis, Hazelcast, PostgreSQL or wherever else Bucket4j keeps them.
 *
 * <p>A bucket that holds C permits and gains n in a limit's window and the margin together lets at
 * most C + n requests reach the service in any such window, so C + n is the limit; n is as large as
 * possible but for 3 percent, since many calls take as long as n allows, and C only shortens their
 * start. For {@linkplain RateLimit#ofTheService() the service's limits} and {@linkplain
 * #DEFAULT_MARGIN the default margin} that makes 4 calls at once and then 8 a second, 7.95 in the
 * long run, of the 8.33 that the service allows.
 *
 * <p>The margin is the longest time from a permit to when the service counts the request (the rest
 * of the store's answer, the connection, the way), and how far apart the clocks of the instances
 * are. What is later may be refused with 429, and is then repeated as always.
 *
 * <p>To know when using it:
 *
 * <ul>
 *   <li>{@code com.bucket4j:bucket4j_jdk17-core} and the module for your store are not among the
 *       client's dependencies: add them to yours.
 *   <li>Set a request timeout on the proxy manager: most have none, and a store that does not
 *       answer then holds calls beyond their deadlines. While the store fails, calls fail without
 *       having been sent.
 *   <li>Instances share buckets if user name, limits and margin are the same. There is one for each
 *       operation; a hash of the user name is in its key, and no credential.
 *   <li>Let buckets expire after they are full again, not before. A store that loses one gives a
 *       full one in its place.
 *   <li>A permit that was not used is lost, since a bucket that filled up meanwhile would let too
 *       many through if it got it back.
 * </ul>
 *
 * <p>Safe for use by several threads. The store is asked on the thread of the call, or on one of
 * the client's; to be interrupted does not end the asking.
 */
public final class Bucket4jRateLimiter implements RateLimiter {
  /** The margin that is used if none is given: 1 second. */
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
    this.keyPrefix = "configcat-management:" + hash(user + '\n' + bandwidths.text()) + ':';
  }

  /**
   * Makes a limiter for the service's limits, with the default margin.
   *
   * @param store where the buckets are; {@link ProxyManager#withMapper} makes other keys of strings
   * @param user the user name of the credentials that the instances share
   * @return a new limiter
   */
  public static Bucket4jRateLimiter of(ProxyManager<String> store, String user) {
    return of(store, user, RateLimit.ofTheService(), DEFAULT_MARGIN);
  }

  /**
   * Makes a limiter.
   *
   * @param store where the buckets are; {@link ProxyManager#withMapper} makes other keys of strings
   * @param user the user name of the credentials that the instances share
   * @param limits at least one, such as {@link RateLimit#ofTheService()}
   * @param margin for uneven latency and clocks that disagree; from zero to a minute
   * @return a new limiter
   * @throws IllegalArgumentException if there is no user name or no limit, or the margin is out of
   *     range
   */
  public static Bucket4jRateLimiter of(
      ProxyManager<String> store, String user, List<RateLimit> limits, Duration margin) {
    Preconditions.value(store, "store", "give a proxy manager of Bucket4j");
    Preconditions.text(
        user, "user", "give the user name of the credentials, so that others have other limits");
    Preconditions.value(limits, "limits", "give RateLimit.ofTheService()");
    limits.forEach(
        limit -> Preconditions.value(limit, "A limit", "give one such as RateLimit.perSecond(5)"));
    Preconditions.value(margin, "margin", "give Bucket4jRateLimiter.DEFAULT_MARGIN");
    if (limits.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no limit: give one, or take RateLimiter.unlimited()");
    }
    if (margin.isNegative() || margin.compareTo(LONGEST_MARGIN) > 0) {
      throw new IllegalArgumentException(
          "The margin " + margin + " is not between zero and a minute: give one such as PT1S");
    }
    return new Bucket4jRateLimiter(store, user, Bucket4jBandwidths.of(limits, margin));
  }

  /**
   * Takes a permit for one request, if there is one, by asking the store.
   *
   * @throws RuntimeException as the store throws it, if it fails or does not answer in time
   */
  @Override
  public Acquisition tryAcquire(Operation operation) {
    ConsumptionProbe probe = ask(bucket(checked(operation)));
    if (probe.isConsumed()) {
      return Acquisition.granted(UncountedPermit.INSTANCE);
    }
    // Up to a whole millisecond, which is what most stores count in: else it would be too early.
    long millis = (probe.getNanosToWaitForRefill() - 1) / NANOS_PER_MILLI + 1;
    return Acquisition.retryIn(Duration.ofMillis(Math.max(1, millis)));
  }

  /** Returns the least time if the bucket is full and no other instance asks; nobody is asked. */
  @Override
  public Duration earliest(Operation operation, int ahead) {
    checked(operation);
    if (ahead < 0) {
      throw new IllegalArgumentException(
          "ahead is " + ahead + ": give how many requests go first, 0 or more");
    }
    return bandwidths.earliest(ahead);
  }

  private static Operation checked(Operation operation) {
    return Preconditions.value(operation, "operation", "give the one that is to be sent");
  }

  private BucketProxy bucket(Operation operation) {
    return buckets.computeIfAbsent(
        operation, absent -> store.getProxy(keyPrefix + operation, () -> configuration));
  }

  /**
   * Asks to the end: whoever asks, asks for the first in line, who may be someone else than the one
   * that is interrupted.
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

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256, which every Java has to have", e);
    }
  }
}
