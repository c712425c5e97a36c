package com.configcat.management.it.sweep;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.ApiException;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.it.Recorder;
import com.configcat.management.it.prism.Prism;
import com.configcat.management.it.report.ContractReport;
import com.configcat.management.it.report.ContractReport.Kind;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Calls operations in every way, and records the outcomes. */
final class Sweep implements AutoCloseable {
  private static final Map<Integer, String> EXCEPTIONS =
      Map.of(
          400, "BadRequestException",
          401, "UnauthorizedException",
          402, "PaymentRequiredException",
          403, "ForbiddenException",
          404, "NotFoundException",
          409, "ConflictException",
          429, "TooManyRequestsException");
  private static final Set<String> SECRET = Set.of("authorization", "x-configcat-sdkkey");

  private static final String UNSERVED = "unserved";

  private final OpenApi document;
  private final boolean pulled;
  private final long seed;
  private final Recorder recorder;
  private final ConfigCatManagementClient client;

  /**
   * Makes a sweep.
   *
   * @param pulled whether somebody else wrote the document, so that Prism may be unable to serve it
   */
  Sweep(OpenApi document, boolean pulled, Prism prism, long seed) {
    this.document = document;
    this.pulled = pulled;
    this.seed = seed;
    this.recorder = new Recorder(prism.baseUrl());
    this.client = client();
  }

  private ConfigCatManagementClient client() {
    return ConfigCatManagementClient.builder()
        .credentials("user", "password")
        .baseUrl(recorder.baseUrl())
        .callOptions(CallOptions.defaults().maxAttempts(1))
        .build();
  }

  @Override
  public void close() {
    client.close();
    recorder.close();
  }

  ContractReport.Operation call(OpenApi.Operation operation) {
    Random random = new Random(seed ^ operation.key().hashCode());
    JsonMaker minimal = new JsonMaker(document, random, JsonMaker.Style.MINIMAL);
    JsonMaker full = new JsonMaker(document, random, JsonMaker.Style.FULL);
    List<ContractReport.Case> cases = new ArrayList<>();
    cases.add(valid("minimal request", ClientCall.make(operation, minimal, false)));
    cases.add(valid("full request", ClientCall.make(operation, full, true)));
    ClientCall call = ClientCall.make(operation, full, true);
    if (document.needsCredentials(operation)) {
      cases.add(
          refused(
              "no credentials",
              Kind.NO_CREDENTIALS,
              call,
              client,
              request -> request.newBuilder().removeHeader("Authorization").build(),
              Set.of(401)));
    }
    for (Breakage breakage : Breakage.of(document, call)) {
      cases.add(
          refused(
              breakage.name(), breakage.kind(), call, client, breakage.change(), Set.of(400, 422)));
    }
    for (int status : operation.statuses()) {
      cases.add(declared(status, call));
    }
    List<ContractReport.Case> valid = cases.stream().filter(c -> c.kind() == Kind.SUCCESS).toList();
    boolean decoded = valid.stream().allMatch(c -> c.outcome().equals("passed"));
    boolean accepted = valid.stream().allMatch(Sweep::isAccepted);
    List<String> unserved =
        valid.stream()
            .filter(c -> c.outcome().equals(UNSERVED))
            .map(ContractReport.Case::detail)
            .distinct()
            .toList();
    return new ContractReport.Operation(
        operation.method(),
        operation.path(),
        operation.operationId(),
        operation.resource(),
        call.method(),
        accepted,
        decoded,
        unserved,
        cases);
  }

  private static boolean isAccepted(ContractReport.Case one) {
    return one.outcome().equals(UNSERVED)
        || (one.violations().isEmpty() && one.answer() != null && one.answer().status() / 100 == 2);
  }

  private ContractReport.Case declared(int status, ClientCall call) {
    UnaryOperator<Request> asking =
        request -> request.newBuilder().header("Prefer", "code=" + status).build();
    String name = "declared status " + status;
    if (status / 100 == 2) {
      return valid(name, call, asking, status);
    }
    // After a 429 a client leaves the operation alone, so each is for a client of its own.
    try (ConfigCatManagementClient told = client()) {
      return refused(name, Kind.DECLARED_STATUS, call, told, asking, Set.of(status));
    }
  }

  private ContractReport.Case valid(String name, ClientCall call) {
    return valid(name, call, UnaryOperator.identity(), 0);
  }

  private ContractReport.Case valid(
      String name, ClientCall call, UnaryOperator<Request> change, int status) {
    recorder.restart(change);
    List<String> problems = new ArrayList<>();
    try {
      JsonElement decoded = call.run(client);
      Recorder.Exchange exchange = recorder.only();
      if (status == 0) {
        problems.addAll(WireCheck.problems(document, call, exchange));
      } else if (exchange.status() != status) {
        problems.add("the status must be " + status + " and is " + exchange.status());
      }
      exchange.violations().all().forEach(violation -> problems.add("Prism: " + violation));
      problems.addAll(lost(call.operation(), exchange, decoded));
    } catch (ReflectiveOperationException | RuntimeException | AssertionError e) {
      Optional<String> failure = prismFailure(call, e);
      if (failure.isPresent()) {
        String schema = document.answerName(call.operation(), status);
        return noted(name, Kind.SUCCESS, UNSERVED, schema + ": " + failure.get(), null);
      }
      problems.add(e.toString());
    }
    return noted(name, Kind.SUCCESS, problems, null);
  }

  /** The pinned document has examples, and nothing that Prism could not serve. */
  private Optional<String> prismFailure(ClientCall call, Throwable thrown) {
    Recorder.@Nullable Exchange sent = recorder.last();
    return pulled && sent != null
        ? PrismFailure.of(document, call, sent, thrown)
        : Optional.empty();
  }

  private List<String> lost(
      OpenApi.Operation operation, Recorder.Exchange exchange, @Nullable JsonElement decoded) {
    Optional<JsonObject> schema = operation.answer(exchange.status());
    if (schema.isEmpty()) {
      return exchange.answer().isEmpty() && decoded == null
          ? List.of()
          : List.of("the answer must be empty and is " + exchange.answer());
    }
    if (exchange.answer().isEmpty()) {
      return List.of("the answer must not be empty");
    }
    JsonElement again = decoded == null ? JsonNull.INSTANCE : decoded;
    return JsonComparison.differences(
            document, schema.get(), JsonParser.parseString(exchange.answer()), again)
        .stream()
        .map(difference -> "decoded: " + difference)
        .toList();
  }

  private ContractReport.Case refused(
      String name,
      Kind kind,
      ClientCall call,
      ConfigCatManagementClient caller,
      UnaryOperator<Request> change,
      Set<Integer> statuses) {
    recorder.restart(change);
    List<String> problems = new ArrayList<>();
    String exception = null;
    try {
      call.run(caller);
      problems.add("it must be refused with " + statuses);
    } catch (ReflectiveOperationException | RuntimeException | AssertionError e) {
      ApiException refusal = refusal(e);
      if (refusal == null) {
        problems.add("it must be refused with " + statuses + " and ended with " + e);
      } else {
        exception = refusal.getClass().getSimpleName();
        problems.addAll(wrong(refusal, call.operation(), statuses));
      }
    }
    boolean isBroken = kind == Kind.BROKEN_PARAMETER || kind == Kind.BROKEN_BODY;
    if (isBroken && problems.isEmpty() && !saysWhatIsWrong(recorder.only())) {
      problems.add("Prism must say what is wrong and does not");
    }
    return noted(name, kind, problems, exception);
  }

  private static List<String> wrong(
      ApiException refusal, OpenApi.Operation operation, Set<Integer> statuses) {
    List<String> problems = new ArrayList<>();
    String expected =
        EXCEPTIONS.getOrDefault(
            refusal.statusCode(),
            refusal.statusCode() >= 500 ? "ServerErrorException" : "UnexpectedStatusException");
    if (!statuses.contains(refusal.statusCode())
        || !refusal.getClass().getSimpleName().equals(expected)) {
      problems.add("it must be refused with " + statuses + " and was with " + refusal);
    }
    if (!refusal.operation().toString().equals(operation.key())) {
      problems.add("the exception is about " + refusal.operation());
    }
    return problems;
  }

  /** A 429 is no end by itself: the call ends since it would have to wait too long. */
  private static @Nullable ApiException refusal(Throwable failure) {
    Throwable told = failure instanceof DeadlineExceededException ? failure.getCause() : failure;
    return told instanceof ApiException refusal ? refusal : null;
  }

  /** In a header where the document declares 400, else in a problem of its own. */
  private static boolean saysWhatIsWrong(Recorder.Exchange exchange) {
    return !exchange.violations().isEmpty() || exchange.answer().contains("\"validation\"");
  }

  private ContractReport.Case noted(
      String name, Kind kind, List<String> problems, @Nullable String exception) {
    String outcome = problems.isEmpty() ? "passed" : "failed";
    return noted(name, kind, outcome, String.join("\n", problems), exception);
  }

  private ContractReport.Case noted(
      String name, Kind kind, String outcome, String detail, @Nullable String exception) {
    Recorder.@Nullable Exchange exchange = recorder.last();
    return new ContractReport.Case(
        name,
        kind,
        outcome,
        detail,
        exception,
        exchange == null
            ? null
            : new ContractReport.Request(
                exchange.method(),
                exchange.url().toString(),
                headers(exchange.headers()),
                exchange.body()),
        exchange == null
            ? null
            : new ContractReport.ReportedResponse(
                exchange.status(), headers(exchange.answerHeaders()), exchange.answer()),
        exchange == null
            ? List.of()
            : exchange.violations().all().stream().map(Object::toString).toList());
  }

  private static Map<String, String> headers(Headers headers) {
    Map<String, String> shown = new LinkedHashMap<>();
    headers.forEach(
        header -> {
          boolean secret = SECRET.contains(header.getFirst().toLowerCase(Locale.ROOT));
          shown.put(header.getFirst(), secret ? "***" : header.getSecond());
        });
    return shown;
  }
}
