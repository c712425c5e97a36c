package com.configcat.management.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.listener.RetryReason;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  /**
   * Every combination is in exactly one row; {@code *} is any. The columns: outcome, method,
   * whether an earlier attempt may have been applied, attempts that may still fail, time left for a
   * repeat, whether the caller repeats writes; what follows, and why.
   */
  private static final String TABLE =
      """
      UNDECODABLE       | *              | * | *    | *     | *   | Return    | it worked, and the answer would be the same
      FINAL             | *              | * | *    | *     | *   | Return    | the same request gets the same answer
      UNSENDABLE        | *              | * | *    | *     | *   | Return    | the same arguments cannot be sent either
      INTERRUPTED       | *              | * | *    | *     | *   | Return    | whoever interrupts wants an end
      UNAUTHORIZED      | *              | * | *    | *     | *   | Return    | the same credentials are refused again
      CREDENTIALS_CHANGED | *            | * | *    | *     | *   | Retry     | nothing was done, and others may be accepted
      NOT_FOUND         | GET PUT POST PATCH | * | * | *    | *   | Return    | the same request gets the same answer
      NOT_FOUND         | DELETE         | n | *    | *     | *   | Return    | it was not there before
      NOT_FOUND         | DELETE         | y | *    | *     | *   | AlreadyDeleted | the earlier attempt has deleted it
      TOO_MANY_REQUESTS | *              | * | *    | yes   | *   | Retry     | nothing was done, and waiting is all it takes
      TOO_MANY_REQUESTS | *              | * | *    | no    | *   | OutOfTime | the wait ends after the deadline
      UNAVAILABLE FAULT LOST | GET PUT DELETE | * | some | yes | *  | Retry     | twice is the same as once
      UNAVAILABLE FAULT LOST | GET PUT DELETE | * | some | no  | *  | OutOfTime | the repeat would come after the deadline
      UNAVAILABLE FAULT LOST | GET PUT DELETE | * | none | *   | *  | Return    | it was tried often enough
      UNAVAILABLE FAULT LOST | POST PATCH | * | *    | *     | no  | Return    | it may happen twice
      UNAVAILABLE FAULT LOST | POST PATCH | * | some | yes   | yes | Retry     | the caller takes that it may happen twice
      UNAVAILABLE FAULT LOST | POST PATCH | * | some | no    | yes | OutOfTime | the repeat would come after the deadline
      UNAVAILABLE FAULT LOST | POST PATCH | * | none | *     | yes | Return    | it was tried often enough
      NOT_SENT          | *              | * | some | yes   | *   | Retry     | nothing was sent
      NOT_SENT          | *              | * | some | no    | *   | OutOfTime | the repeat would come after the deadline
      NOT_SENT          | *              | * | none | *     | *   | Return    | it was tried often enough
      """;

  private record Row(List<String> cells) {
    boolean matches(String... combination) {
      for (int i = 0; i < combination.length; i++) {
        List<String> allowed = List.of(cells.get(i).split(" +"));
        if (!allowed.contains("*") && !allowed.contains(combination[i])) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Row> ROWS =
      TABLE
          .lines()
          .map(line -> new Row(Arrays.stream(line.split("\\|")).map(String::strip).toList()))
          .toList();

  private static RetryDecision decide(
      String kind, String method, String applied, String attempts, String left, String writes) {
    boolean limited = kind.equals("TOO_MANY_REQUESTS");
    int failures = attempts.equals("some") ? 2 : 3;
    return RetryPolicy.decide(
        new Operation(method, "/v1/things/{thingId}"),
        CallOptions.defaults().maxAttempts(3).retryWrites(writes.equals("yes")),
        AttemptOutcome.withoutResponse(AttemptOutcome.Kind.valueOf(kind), false),
        new AttemptHistory(failures + (limited ? 1 : 0), limited ? 1 : 0, applied.equals("y")),
        Duration.ofMillis(left.equals("yes") ? 1001 : limited ? 1000 : 500),
        0.5);
  }

  @Test
  void followsTheTable() {
    int combinations = 0;
    for (AttemptOutcome.Kind kind : AttemptOutcome.Kind.values()) {
      for (String method : List.of("GET", "PUT", "DELETE", "POST", "PATCH")) {
        for (String applied : List.of("y", "n")) {
          for (String attempts : List.of("some", "none")) {
            for (String left : List.of("yes", "no")) {
              for (String writes : List.of("yes", "no")) {
                String[] combination = {kind.name(), method, applied, attempts, left, writes};
                List<Row> rows = ROWS.stream().filter(row -> row.matches(combination)).toList();

                assertThat(rows).as("rows for %s", List.of(combination)).hasSize(1);
                assertThat(decide(kind.name(), method, applied, attempts, left, writes))
                    .as("%s, since %s", List.of(combination), rows.get(0).cells().get(7))
                    .extracting(decision -> decision.getClass().getSimpleName())
                    .isEqualTo(rows.get(0).cells().get(6));
                combinations++;
              }
            }
          }
        }
      }
    }
    assertThat(combinations).isEqualTo(12 * 5 * 2 * 2 * 2 * 2);
  }

  @ParameterizedTest
  @CsvSource({
    "FAULT, SERVER_ERROR",
    "UNAVAILABLE, SERVER_ERROR",
    "LOST, NO_ANSWER",
    "NOT_SENT, NOT_SENT",
    "TOO_MANY_REQUESTS, RATE_LIMITED",
    "CREDENTIALS_CHANGED, CREDENTIALS_CHANGED"
  })
  void saysWhyItRepeats(AttemptOutcome.Kind kind, RetryReason reason) {
    assertThat(decide(kind.name(), "GET", "n", "some", "yes", "no"))
        .isInstanceOfSatisfying(
            RetryDecision.Retry.class, repeat -> assertThat(repeat.reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @CsvSource({
    // failures so far, random, what the service asked for, wait
    "1, 0.5,  ,      PT0.25S",
    "1, 0,    ,      PT0S",
    "2, 0.5,  ,      PT0.5S",
    "3, 0.5,  ,      PT1S",
    "4, 0.5,  ,      PT2S",
    "5, 0.75, ,      PT6S",
    "6, 0.5,  ,      PT4S",
    "60, 0.5, ,      PT4S",
    "1, 0.5,  PT3S,  PT3S",
    "5, 0.5,  PT3S,  PT4S"
  })
  void backsOffWithFullJitterButNotBeforeItIsAllowedTo(
      int failures, double random, Duration asked, Duration delay) {
    RetryDecision decision =
        RetryPolicy.decide(
            new Operation("GET", "/"),
            CallOptions.defaults().maxAttempts(100),
            new AttemptOutcome(AttemptOutcome.Kind.FAULT, true, 500, asked, null, null),
            new AttemptHistory(failures + 7, 7, false),
            Duration.ofMinutes(2),
            random);

    assertThat(decision).isEqualTo(new RetryDecision.Retry(null, delay, RetryReason.SERVER_ERROR));
  }

  @ParameterizedTest
  @CsvSource({
    // outcome, Retry-After, until Reset, times told by now, pause
    "TOO_MANY_REQUESTS, PT5S, PT9S, 3, PT5S",
    "TOO_MANY_REQUESTS, ,     PT9S, 3, PT9S",
    "TOO_MANY_REQUESTS, ,     ,     1, PT1S",
    "TOO_MANY_REQUESTS, ,     ,     2, PT2S",
    "TOO_MANY_REQUESTS, ,     ,     3, PT4S",
    "TOO_MANY_REQUESTS, ,     ,     4, PT8S",
    "TOO_MANY_REQUESTS, ,     ,    50, PT8S",
    "UNAVAILABLE,       PT5S, PT9S, 0, PT5S",
    "UNAVAILABLE,       ,     PT9S, 0, PT9S",
    "UNAVAILABLE,       ,     ,     0,",
    "FINAL,             PT5S, PT9S, 0,",
    "FINAL,             ,     PT9S, 0, PT9S",
    "FINAL,             ,     ,     0,",
    "FAULT,             PT5S, ,     0,",
    "NOT_FOUND,         ,     PT9S, 0, PT9S"
  })
  void pausesTheOperation(
      AttemptOutcome.Kind kind,
      Duration retryAfter,
      Duration untilReset,
      int rateLimited,
      Duration pause) {
    RetryDecision decision =
        RetryPolicy.decide(
            new Operation("GET", "/"),
            CallOptions.defaults(),
            new AttemptOutcome(kind, false, null, retryAfter, untilReset, null),
            new AttemptHistory(rateLimited + 1, rateLimited, false),
            Duration.ofMinutes(10),
            0);

    assertThat(decision.pause()).isEqualTo(pause);
  }

  @Test
  void saysWhetherTheServiceImposedTheWaitThatIsTooLong() {
    Operation get = new Operation("GET", "/");
    AttemptHistory once = new AttemptHistory(1, 0, false);

    assertThat(
            RetryPolicy.decide(
                get,
                CallOptions.defaults(),
                new AttemptOutcome(
                    AttemptOutcome.Kind.FAULT, true, 500, Duration.ofSeconds(3), null, null),
                once,
                Duration.ofSeconds(3),
                1))
        .isEqualTo(new RetryDecision.OutOfTime(null, Duration.ofSeconds(3), true));
    assertThat(
            RetryPolicy.decide(
                get,
                CallOptions.defaults(),
                AttemptOutcome.withoutResponse(AttemptOutcome.Kind.FAULT, true),
                once,
                Duration.ofMillis(500),
                1))
        .isEqualTo(new RetryDecision.OutOfTime(null, Duration.ofMillis(500), false));
  }
}
