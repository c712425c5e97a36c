package com.configcat.management.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.driver.FuzzedDataProviderImpl;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.error.ApiException;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.error.ErrorDecoder;
import com.configcat.management.internal.error.SecretMask;
import com.configcat.management.internal.http.Attempt;
import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.retry.AttemptHistory;
import com.configcat.management.internal.retry.AttemptOutcome;
import com.configcat.management.internal.retry.RetryDecision;
import com.configcat.management.internal.retry.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.params.provider.MethodSource;

/** Any status, headers and body are an exception without secrets, and a decision within reason. */
class ErrorsFuzz {
  private static final String PASSWORD = "p4ssw0rd";
  private static final String SDK_KEY = "Qk7zVw3xLm9pRt2nYb5cHd/8fJg4sKe1uWa6oZi0vBq";
  private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final List<String> HEADERS =
      List.of(
          "Retry-After",
          "X-Rate-Limit-Remaining",
          "X-Rate-Limit-Reset",
          "Date",
          "Location",
          "Content-Type",
          "WWW-Authenticate");
  private static final List<String> TEXTS =
      List.of(
          PASSWORD,
          SDK_KEY,
          "Basic dXNlcjpwNHNzdzByZA==",
          "2026-08-01T12:00:30.1234567Z",
          "Sat, 01 Aug 2026 12:00:30 GMT",
          "999999999999999",
          "0",
          "{\"errors\":{\"name\":[\"is wrong\"]},\"title\":\"oh\"}",
          "{\"Name\":{\"Errors\":[{\"ErrorMessage\":\"oh\"}]}}",
          "<html><title>oh</title>",
          "https://elsewhere.example/a?b=c");

  private final ErrorDecoder errors =
      new ErrorDecoder(
          new SecretMask(Credentials.of("api-user", PASSWORD)), InstantSource.fixed(NOW));

  private static String text(FuzzedDataProvider data, int length) {
    return data.consumeBoolean()
        ? data.pickValue(TEXTS) + data.consumeString(length)
        : data.consumeString(length);
  }

  @MethodSource("com.configcat.management.fuzz.Seeds#random")
  @FuzzTest
  void decodesAnyResponse(byte[] bytes) {
    try (FuzzedDataProviderImpl data = FuzzedDataProviderImpl.withJavaData(bytes)) {
      check(data);
    }
  }

  private void check(FuzzedDataProvider data) {
    Operation operation =
        new Operation(
            data.pickValue(List.of("GET", "PUT", "POST", "PATCH", "DELETE")),
            data.pickValue(
                List.of("/v1/products/{productId}", "/v1/settings/{settingKeyOrId}/value")));
    Request request =
        new Request.Builder()
            .url("https://api.example/v1/products/1")
            .tag(Attempt.class, new Attempt(SDK_KEY, null))
            .build();
    Response.Builder builder =
        new Response.Builder()
            .request(request)
            .protocol(Protocol.HTTP_1_1)
            .code(data.consumeInt(300, 999))
            .message(text(data, 20).replaceAll("[\r\n]", ""));
    okhttp3.Headers.Builder headers = new okhttp3.Headers.Builder();
    for (int count = data.consumeInt(0, 5); count > 0; count--) {
      headers.addUnsafeNonAscii(data.pickValue(HEADERS), text(data, 40).replaceAll("[\r\n]", ""));
    }
    StringBuilder body = new StringBuilder();
    for (int parts = data.consumeInt(0, 3); parts > 0; parts--) {
      body.append(text(data, 100));
    }
    body.append(data.consumeRemainingAsString());
    ResponseBody content = ResponseBody.create(body.toString(), MediaType.get("text/plain"));
    Response response = builder.headers(headers.build()).body(content).build();

    ApiException decoded =
        errors.decode(response, content, new FailureContext(operation, 1, false));
    check(decoded.getMessage());
    if (decoded.rawBody() != null && decoded.rawBody().contains(PASSWORD)) {
      throw new AssertionError("The body shows the password: " + decoded.rawBody());
    }
    AttemptOutcome outcome = AttemptOutcome.of(response, NOW);
    RetryDecision decision =
        RetryPolicy.decide(
            operation,
            CallOptions.defaults(),
            outcome,
            AttemptHistory.NONE.and(outcome),
            Duration.ofMinutes(2),
            0.5);
    Duration pause = decision.pause();
    if (pause != null && (pause.isNegative() || pause.compareTo(LONGEST_PAUSE) > 0)) {
      throw new AssertionError("A pause of " + pause);
    }
  }

  private static void check(String message) {
    Objects.requireNonNull(message);
    if (message.contains(PASSWORD) || message.contains(SDK_KEY)) {
      throw new AssertionError("The message shows a secret: " + message);
    }
    if (CONTROL.matcher(message).find()) {
      throw new AssertionError("The message has control characters: " + message);
    }
  }
}
