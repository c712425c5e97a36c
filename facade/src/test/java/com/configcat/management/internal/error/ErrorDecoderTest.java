package com.configcat.management.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.core.Operation;
import com.configcat.management.error.ApiException;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.retry.AttemptOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorDecoderTest {
  private static final Operation READ = new Operation("GET", "/v1/products");
  private static final Operation WRITE = new Operation("PUT", "/v1/products/{productId}");
  private static final Operation BY_SDK_KEY =
      new Operation("PUT", "/v1/settings/{settingKeyOrId}/value");

  private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");

  private final ErrorDecoder decoder =
      new ErrorDecoder(
          new SecretMask(Credentials.of("api-user", "s3cr3t")), InstantSource.fixed(NOON));

  private ApiException decode(Operation operation, int status, String body, String... headers) {
    return decode(decoder, operation, status, body, headers);
  }

  private static ApiException decode(
      ErrorDecoder decoder, Operation operation, int status, String body, String... headers) {
    Headers.Builder all = new Headers.Builder();
    for (int i = 0; i < headers.length; i += 2) {
      all.addUnsafeNonAscii(headers[i], headers[i + 1]);
    }
    Response built =
        new Response.Builder()
            .request(new Request.Builder().url("https://api.example.com/v1/products").build())
            .protocol(Protocol.HTTP_1_1)
            .message("")
            .code(status)
            .headers(all.build())
            .build();
    boolean applied = !operation.isSafe() && AttemptOutcome.of(built, NOON).mayHaveBeenApplied();
    return decoder.decode(
        built, ResponseBody.create(body, null), new FailureContext(operation, 1, applied));
  }

  @ParameterizedTest
  @CsvSource({
    "products/{productId}, listOfProduct, 301",
    "products/{productId}, listOfProduct, 308",
    "organizations/{organizationId}, listOfOrganization, 302"
  })
  void namesTheMethodOfV2WhereTheServiceRedirectsTheAuditLogOfV1(
      String parent, String method, int status) {
    Operation v1 = new Operation("GET", "/v1/" + parent + "/auditlogs");

    ApiException redirected = decode(v1, status, "", "Location", "/v2/elsewhere");

    assertThat(redirected)
        .hasMessageContaining("not followed")
        .hasMessageContaining("auditLogs()." + method + "(");
    assertThat(decode(READ, status, "", "Location", "/v2/elsewhere"))
        .hasMessageNotContaining("auditLogs");
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadRequestException, false",
    "401, UnauthorizedException, false",
    "402, PaymentRequiredException, false",
    "403, ForbiddenException, false",
    "404, NotFoundException, false",
    "409, ConflictException, false",
    "418, UnexpectedStatusException, false",
    "429, TooManyRequestsException, false",
    "500, ServerErrorException, true",
    "502, ServerErrorException, true",
    "503, ServerErrorException, true",
    "599, ServerErrorException, true"
  })
  void hasAClassForEachStatus(int status, String type, boolean mayHaveBeenApplied) {
    ApiException onWrite = decode(WRITE, status, "");
    ApiException onRead = decode(READ, status, "");

    assertThat(onWrite.getClass().getSimpleName()).isEqualTo(type);
    assertThat(onWrite.statusCode()).isEqualTo(status);
    assertThat(onWrite.attempts()).isEqualTo(1);
    assertThat(onWrite.operation()).isEqualTo(WRITE);
    assertThat(onWrite.requestMayHaveBeenApplied()).isEqualTo(mayHaveBeenApplied);
    assertThat(onWrite).hasMessageStartingWith("PUT /v1/products/{productId} answered " + status);
    assertThat(onRead).hasSameClassAs(onWrite);
    assertThat(onRead.requestMayHaveBeenApplied()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 304, 307, 408})
  void hasOneClassForWhatIsLeft(int status) {
    assertThat(decode(READ, status, "").getClass().getSimpleName())
        .isEqualTo("UnexpectedStatusException");
    assertThat(decode(READ, status, "").requestMayHaveBeenApplied()).isFalse();
  }

  @Test
  void saysWhatIsWrongWithWhichField() {
    BadRequestException failure =
        (BadRequestException) decode(WRITE, 400, "{\"Name\":[\"Too long\",\"Taken\"]}");

    assertThat(failure.fieldErrors()).containsOnlyKeys("Name");
    assertThat(failure.fieldErrors().get("Name")).containsExactly("Too long", "Taken");
    assertThat(failure).hasMessageEndingWith(" answered 400: Name: Too long, Taken");
    assertThat(failure.serverMessage()).contains("Name: Too long, Taken");
    assertThat(failure.rawBody()).isEqualTo("{\"Name\":[\"Too long\",\"Taken\"]}");
    assertThat(decode(WRITE, 400, "").serverMessage()).isEmpty();
  }

  @Test
  void tellsTheQuota() {
    ApiException limited =
        decode(
            READ,
            429,
            "slow down",
            "Retry-After",
            "7",
            "X-Rate-Limit-Remaining",
            "0",
            "X-Rate-Limit-Reset",
            "2026-08-01T12:01:00.0000000Z");

    assertThat(limited.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(limited.quotaRemaining()).contains(0);
    assertThat(limited.quotaReset()).contains(Instant.parse("2026-08-01T12:01:00Z"));
    ApiException silent = decode(READ, 429, "");
    assertThat(silent.retryAfter()).isEmpty();
    assertThat(silent.quotaRemaining()).isEmpty();
    assertThat(silent.quotaReset()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404})
  void namesTheEvaluationVersionWhereItMayBeWhy(int status) {
    assertThat(decode(BY_SDK_KEY, status, "")).hasMessageContaining("evaluation version");
    assertThat(decode(WRITE, status, "").getMessage()).doesNotContain("evaluation version");
    assertThat(decode(BY_SDK_KEY, 403, "").getMessage()).doesNotContain("evaluation version");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/environments/{environmentId}/settings/{settingId}/value",
        "/v2/environments/{environmentId}/settings/{settingId}/value",
        "/v2/configs/{configId}/environments/{environmentId}/values"
      })
  void namesTheEvaluationVersionWhereValuesCannotBeRead(String path) {
    Operation read = new Operation("GET", path);

    assertThat(decode(read, 400, "")).hasMessageContaining("evaluation version");
    assertThat(decode(read, 404, "").getMessage()).doesNotContain("evaluation version");
    assertThat(decode(new Operation("PATCH", path), 400, "").getMessage())
        .doesNotContain("evaluation version");
  }

  @Test
  void saysWhatToLookAt() {
    assertThat(decode(READ, 401, "Who?"))
        .hasMessage(
            "GET /v1/products answered 401: Who? (user and password must be those of public API"
                + " credentials, created on the Dashboard)");
    assertThat(decode(WRITE, 404, ""))
        .hasMessage(
            "PUT /v1/products/{productId} answered 404 (there is no /v1/products, or these"
                + " credentials may not see it)");
    assertThat(decode(READ, 403, "")).hasMessage("GET /v1/products answered 403");
  }

  @ParameterizedTest
  @CsvSource({
    "https://user:s3cr3t@login.example.com:8443/a?t=1#x, https://login.example.com:8443",
    "//other.example.com/s3cr3t, https://other.example.com",
    "/v1/products/, https://api.example.com",
    "mailto:s3cr3t, an address that cannot be parsed"
  })
  void namesOnlyTheOriginOfARedirect(String location, String origin) {
    assertThat(decode(READ, 302, "", "Location", location))
        .hasMessage(
            "GET /v1/products answered 302, a redirect to " + origin + ", which is not followed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://Päss-W0rd.example/",
        "https://päss-w0rd.example/",
        "https://P%C3%A4ss-W0rd.example/",
        "https://Api-User-1.example/",
        "https://API-USER-1.example/",
        "https://api-user-1.example/"
      })
  void masksACredentialInTheHostOfARedirect(String location) {
    ErrorDecoder mixedCase =
        new ErrorDecoder(
            new SecretMask(Credentials.of("Api-User-1", "Päss-W0rd")), InstantSource.fixed(NOON));

    assertThat(decode(mixedCase, READ, 302, "", "Location", location))
        .hasMessage(
            "GET /v1/products answered 302, a redirect to https://***.example, which is not"
                + " followed");
  }

  @Test
  void masksSecretsHoweverTheBodySpellsThem() {
    BadRequestException failure =
        (BadRequestException)
            decode(WRITE, 400, "{\"s3cr3t\":[\"got s3\\u0063r3t\"],\"x\":\"configcat_whsk_abc\"}");

    assertThat(failure.getMessage() + failure.serverMessage() + failure.fieldErrors())
        .contains("***: got ***; x: ***")
        .doesNotContain("s3cr3t", "configcat_whsk_abc");
    assertThat(failure.fieldErrors()).containsOnlyKeys("***", "x");
    assertThat(failure.rawBody()).isEqualTo("{\"***\":[\"got ***\"],\"x\":\"***\"}");
  }

  @Test
  void keepsTheBodyUpToALimitWithoutHalfASecret() {
    String body = "x".repeat(64 * 1024 - 3) + "s3cr3t, and more";

    assertThat(decode(READ, 500, body).rawBody()).hasSize(64 * 1024).endsWith("x***");
  }
}
