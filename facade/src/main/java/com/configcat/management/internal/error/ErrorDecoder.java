package com.configcat.management.internal.error;

import com.configcat.management.core.Operation;
import com.configcat.management.error.ApiException;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.ForbiddenException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.error.PaymentRequiredException;
import com.configcat.management.error.ServerErrorException;
import com.configcat.management.error.TooManyRequestsException;
import com.configcat.management.error.TransportException;
import com.configcat.management.error.UnauthorizedException;
import com.configcat.management.error.UnexpectedStatusException;
import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.core.ResponseFacts;
import com.configcat.management.internal.http.CredentialsUnavailableException;
import com.configcat.management.internal.http.ErrorBodies;
import com.configcat.management.internal.http.Origin;
import com.configcat.management.internal.http.UndecodableBodyException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Turns responses that are no success, and calls without one, into exceptions. */
public final class ErrorDecoder {
  private static final String BY_SDK_KEY = "/settings/{settingKeyOrId}/value";
  private static final Pattern AUDIT_LOG_V1 =
      Pattern.compile("/v1/(products|organizations)/[^/]+/auditlogs");
  private static final Pattern VALUES = Pattern.compile("/v\\d+/(configs|environments)/.*/values?");
  private final SecretMask secrets;
  private final InstantSource clock;

  public ErrorDecoder(SecretMask secrets, InstantSource clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Decodes an answer that is no success.
   *
   * @param response what was answered
   * @param body its body; null if it had none
   * @param failure what was called, and how
   * @return the exception, not thrown
   */
  public ApiException decode(
      Response response, @Nullable ResponseBody body, FailureContext failure) {
    UnaryOperator<String> mask = secrets.of(response.request());
    String whole = text(body);
    if (body != null && ErrorBodies.isCut(body)) {
      whole = secrets.withoutCutSecret(whole, response.request());
    }
    ErrorBody error = ErrorBody.of(whole, mask);
    int status = response.code();
    ErrorResponse answer =
        new ErrorResponse(
            facts(response, mask),
            error.message().isEmpty() ? null : error.message(),
            error.fields(),
            kept(mask.apply(whole), body));
    String message = mask.apply(message(failure, response, error.message(), mask));
    return switch (status) {
      case 400 -> new BadRequestException(message, failure, answer);
      case 401 -> new UnauthorizedException(message, failure, answer);
      case 402 -> new PaymentRequiredException(message, failure, answer);
      case 403 -> new ForbiddenException(message, failure, answer);
      case 404 -> new NotFoundException(message, failure, answer);
      case 409 -> new ConflictException(message, failure, answer);
      case 429 -> new TooManyRequestsException(message, failure, answer);
      default ->
          status >= 500
              ? new ServerErrorException(message, failure, answer)
              : new UnexpectedStatusException(message, failure, answer);
    };
  }

  /** Returns the facts of a response, a success or not. */
  public ResponseFacts facts(Response response) {
    return facts(response, secrets.of(response.request()));
  }

  private ResponseFacts facts(Response response, UnaryOperator<String> mask) {
    QuotaHeaders quota = new QuotaHeaders(response.headers(), clock.instant());
    return new ResponseFacts(
        response.code(),
        SecretMask.headers(response.headers(), mask),
        quota.retryAfter().orElse(null),
        quota.remaining().orElse(null),
        quota.reset().orElse(null));
  }

  /** Returns the mask for the secrets of a request, known or not. */
  public UnaryOperator<String> mask(Request request) {
    return secrets.of(request);
  }

  /**
   * Creates the exception for a call without a response, or with an unreadable one; does not throw
   * it.
   */
  public ConfigCatException decode(Request request, IOException cause, FailureContext failure) {
    UnaryOperator<String> mask = secrets.of(request);
    if (cause instanceof UndecodableBodyException body) {
      return undecodable(body, mask, failure);
    }
    String reason =
        cause.getClass().getSimpleName()
            + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    String message =
        failure.operation()
            + " had no answer from "
            + Origin.shown(request.url())
            + " ("
            + ErrorBody.line(reason, mask)
            + (failure.attempts() > 1 ? ", attempt " + failure.attempts() + ")" : ")")
            + failure.outOfRetriesNote();
    return new TransportException(mask.apply(message), SecretMask.cleanse(cause, mask), failure);
  }

  /** Creates the exception for an attempt that was not sent, since it has no credentials. */
  public TransportException withoutCredentials(
      Request request, CredentialsUnavailableException failed, FailureContext failure) {
    UnaryOperator<String> mask = secrets.of(request);
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    return new TransportException(
        "%s was not sent: the credentials provider %s failed"
            .formatted(failure.operation(), failed.provider()),
        SecretMask.cleanse(cause, mask),
        failure);
  }

  private DecodingException undecodable(
      UndecodableBodyException body, UnaryOperator<String> mask, FailureContext failure) {
    String path = ErrorBody.line(body.jsonPath(), mask);
    String message = failure.operation() + " answered with " + body.reason() + " (at " + path + ")";
    Throwable cause = body.getCause();
    return new DecodingException(
        mask.apply(message), path, cause == null ? null : SecretMask.cleanse(cause, mask), failure);
  }

  private static String message(
      FailureContext failure, Response response, String serverMessage, UnaryOperator<String> mask) {
    Operation operation = failure.operation();
    StringBuilder message = new StringBuilder();
    message.append(operation).append(" answered ").append(response.code());
    if (!response.message().isBlank()) {
      message.append(' ').append(ErrorBody.line(response.message(), UnaryOperator.identity()));
    }
    String location = response.header("Location");
    if (response.code() / 100 == 3 && location != null) {
      // Masked before it is resolved, which encodes a host outside ASCII.
      message
          .append(", a redirect to ")
          .append(Origin.shown(response.request().url().resolve(mask.apply(location))))
          .append(", which is not followed");
    }
    if (failure.attempts() > 1) {
      message.append(" at attempt ").append(failure.attempts());
    }
    if (!serverMessage.isEmpty()) {
      message.append(": ").append(serverMessage);
    }
    message.append(advice(operation, response));
    message.append(failure.outOfRetriesNote());
    return message.toString();
  }

  /** Returns a hint for statuses that the service does not explain. */
  private static String advice(Operation operation, Response response) {
    int status = response.code();
    String path = operation.path();
    boolean bySdkKey = path.endsWith(BY_SDK_KEY) && (status == 400 || status == 404);
    boolean read = operation.isSafe() && status == 400 && VALUES.matcher(path).matches();
    if (bySdkKey || read) {
      return " (V1 operations are for V1 Configs, V2 operations for V2 Configs: check the Config's"
          + " evaluation version)";
    }
    if (status / 100 == 3 && AUDIT_LOG_V1.matcher(path).matches()) {
      return " (use auditLogs()."
          + (path.contains("{productId}") ? "listOfProduct" : "listOfOrganization")
          + "(...): V1 audit logs are deprecated, and the service redirects them to V2)";
    }
    if (status == 401) {
      return " (user and password must be those of public API credentials, created on the"
          + " Dashboard)";
    }
    if (status == 404) {
      return " (there is no "
          + ErrorBody.line(response.request().url().encodedPath(), UnaryOperator.identity())
          + ", or these credentials may not see it)";
    }
    if (status == 407) {
      return " (a proxy requires credentials: set a proxyAuthenticator on the HTTP client)";
    }
    return "";
  }

  /** Drops the end of a truncated body: a secret cut in half there would not have been masked. */
  private static String kept(String masked, @Nullable ResponseBody body) {
    boolean cut = body != null && body.contentLength() >= ErrorBodies.KEPT + ErrorBodies.MARGIN;
    int end = cut ? Math.max(0, masked.length() - ErrorBodies.MARGIN) : masked.length();
    return masked.substring(0, Math.min(end, ErrorBodies.KEPT));
  }

  private static String text(@Nullable ResponseBody body) {
    try {
      return body == null ? "" : body.string();
    } catch (IOException e) {
      return "";
    }
  }
}
