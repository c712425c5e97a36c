package com.configcat.management.fake;

import com.configcat.management.fake.internal.state.FakeResponse;
import com.google.gson.JsonElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with one request.
 *
 * <p>Immutable; the methods that begin with {@code and} give a changed copy.
 */
public final class Fault {
  /** In what order the fault and the operation happen. */
  enum When {
    BEFORE,
    AFTER,
    /** After, with half of the real answer. */
    CUT,
    NEVER
  }

  private final When when;
  private final @Nullable FakeResponse response;
  private final @Nullable Consumer<FakeState> concurrentWrite;
  private final Duration delay;

  private Fault(
      When when,
      @Nullable FakeResponse response,
      @Nullable Consumer<FakeState> concurrentWrite,
      Duration delay) {
    this.when = when;
    this.response = response;
    this.concurrentWrite = concurrentWrite;
    this.delay = delay;
  }

  /**
   * Closes the connection without a byte before anything is done.
   *
   * @return a fault
   */
  public static Fault closeBefore() {
    return new Fault(When.BEFORE, null, null, Duration.ZERO);
  }

  /**
   * Does what was asked, then closes the connection without a byte.
   *
   * @return a fault
   */
  public static Fault closeAfter() {
    return new Fault(When.AFTER, null, null, Duration.ZERO);
  }

  /**
   * Does what was asked, then closes the connection in the middle of the answer's body.
   *
   * @return a fault
   */
  public static Fault cutAfter() {
    return new Fault(When.CUT, null, null, Duration.ZERO);
  }

  /**
   * Answers with a status and does nothing.
   *
   * @param status for example 503
   * @return a fault
   */
  public static Fault statusBefore(int status) {
    return statusBefore(status, Map.of());
  }

  /**
   * Answers with a status and headers and does nothing.
   *
   * @param status for example 429
   * @param headers for example {@code Retry-After}
   * @return a fault
   */
  public static Fault statusBefore(int status, Map<String, String> headers) {
    return answerBefore(status, headers, null);
  }

  /**
   * Answers with a status, headers and a body and does nothing.
   *
   * @param status for example 400
   * @param headers for example {@code Retry-After}
   * @param body null for none
   * @return a fault
   */
  public static Fault answerBefore(
      int status, Map<String, String> headers, @Nullable JsonElement body) {
    return new Fault(When.BEFORE, new FakeResponse(status, body, headers), null, Duration.ZERO);
  }

  /**
   * Does what was asked, then answers with a status instead.
   *
   * @param status for example 500 or 408
   * @return a fault
   */
  public static Fault statusAfter(int status) {
    return new Fault(When.AFTER, new FakeResponse(status), null, Duration.ZERO);
  }

  /**
   * Lets another writer come just before the request, which is then served as ever.
   *
   * @param concurrentWrite changes the state, for example by {@link FakeState#write}
   * @return a fault
   */
  public static Fault between(Consumer<FakeState> concurrentWrite) {
    return new Fault(
        When.NEVER,
        null,
        Objects.requireNonNull(concurrentWrite, "concurrentWrite"),
        Duration.ZERO);
  }

  /**
   * Does what was asked at once, and sends the answer later.
   *
   * @param delay how much later
   * @return a fault
   */
  public static Fault slow(Duration delay) {
    return new Fault(When.NEVER, null, null, Objects.requireNonNull(delay, "delay"));
  }

  /**
   * Lets another writer come just before the request as well.
   *
   * @param other changes the state
   * @return a changed copy
   */
  public Fault andBetween(Consumer<FakeState> other) {
    return new Fault(when, response, Objects.requireNonNull(other, "other"), delay);
  }

  /**
   * Sends the answer, or closes the connection, later.
   *
   * @param longer how much later
   * @return a changed copy
   */
  public Fault andSlow(Duration longer) {
    return new Fault(when, response, concurrentWrite, Objects.requireNonNull(longer, "longer"));
  }

  /** Says in what it differs from a request that is served. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (concurrentWrite != null) {
      parts.add("another user writes just before");
    }
    String end = response == null ? "closes the connection" : "answers " + response.status();
    switch (when) {
      case BEFORE -> parts.add(end + " and does nothing");
      case AFTER -> parts.add("does what is asked, then " + end);
      case CUT -> parts.add("does what is asked, then cuts the answer in the middle");
      case NEVER -> {}
    }
    if (!delay.isZero()) {
      parts.add("answers " + delay.toMillis() + " ms late");
    }
    return String.join("; ", parts);
  }

  When when() {
    return when;
  }

  /** What is said instead, null for closing the connection. */
  @Nullable FakeResponse response() {
    return response;
  }

  @Nullable Consumer<FakeState> concurrentWrite() {
    return concurrentWrite;
  }

  Duration delay() {
    return delay;
  }
}
