package com.configcat.management.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.error.ApiException;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.model.WireEnum;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param value what it gave, null for nothing
 * @param type the type of that
 * @param failure what it threw instead
 * @param endedAtMs when, in virtual time
 */
record Outcome(@Nullable Object value, Type type, @Nullable Throwable failure, long endedAtMs) {
  private static final String UNKNOWN = "an enum value that the client does not know";
  private static final Gson GSON =
      ManagementGson.create()
          .newBuilder()
          .registerTypeAdapterFactory(new UnknownValuesShown())
          .create();

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("BadRequestException", "bad_request"),
          Map.entry("UnauthorizedException", "unauthorized"),
          Map.entry("PaymentRequiredException", "payment_required"),
          Map.entry("ForbiddenException", "forbidden"),
          Map.entry("NotFoundException", "not_found"),
          Map.entry("ConflictException", "conflict"),
          Map.entry("TooManyRequestsException", "too_many_requests"),
          Map.entry("ServerErrorException", "server_error"),
          Map.entry("UnexpectedStatusException", "unexpected_status"),
          Map.entry("TransportException", "transport"),
          Map.entry("DecodingException", "decoding"),
          Map.entry("DeadlineExceededException", "deadline_exceeded"),
          Map.entry("IllegalArgumentException", "invalid_argument"));

  /** Checks it against what the vector says. */
  void check(JsonObject expected, Instant start) {
    if (expected.has("endedAtMs")) {
      assertThat(endedAtMs).as("endedAtMs").isEqualTo(expected.get("endedAtMs").getAsLong());
    }
    if (expected.has("endedByMs")) {
      assertThat(endedAtMs)
          .as("endedByMs")
          .isLessThanOrEqualTo(expected.get("endedByMs").getAsLong());
    }
    if (expected.has("error")) {
      assertThat(failure).as("error").isNotNull();
      checkError(expected, failure, start);
    } else if (failure != null) {
      throw new AssertionError("The call failed: " + failure, failure);
    } else {
      checkValue(expected, GSON.toJsonTree(value, type));
    }
  }

  private static void checkValue(JsonObject expected, JsonElement json) {
    if (expected.has("unknown")) {
      expected
          .getAsJsonArray("unknown")
          .forEach(
              pointer ->
                  assertThat(VectorJson.at(json, pointer.getAsString()))
                      .as("at %s", pointer)
                      .isEqualTo(new JsonPrimitive(UNKNOWN)));
    }
    if (expected.has("value")) {
      assertThat(VectorJson.withoutNulls(json))
          .isEqualTo(VectorJson.withoutNulls(expected.get("value")));
    }
    if (expected.has("parts")) {
      expected
          .getAsJsonObject("parts")
          .asMap()
          .forEach(
              (pointer, part) ->
                  assertThat(orNull(VectorJson.at(json, pointer)))
                      .as("at %s", pointer)
                      .isEqualTo(part));
    }
    VectorJson.checkNumbers(expected, json);
  }

  private static void checkError(JsonObject expected, Throwable failure, Instant start) {
    checkKind(expected, failure);
    if (expected.has("messageContains")) {
      expected
          .getAsJsonArray("messageContains")
          .forEach(part -> assertThat(failure.getMessage()).contains(part.getAsString()));
    }
    if (expected.has("messageLacks")) {
      expected
          .getAsJsonArray("messageLacks")
          .forEach(part -> assertThat(shown(failure)).doesNotContain(part.getAsString()));
    }
    if (failure instanceof ConfigCatException exception) {
      same(expected, "mayHaveBeenApplied", exception.requestMayHaveBeenApplied());
      same(expected, "attempts", exception.attempts());
    }
    if (failure instanceof ApiException exception) {
      same(expected, "body", exception.rawBody());
      same(expected, "serverMessage", exception.serverMessage().orElse(null));
      same(expected, "retryAfterMs", exception.retryAfter().map(Duration::toMillis).orElse(null));
      same(expected, "quotaRemaining", exception.quotaRemaining().orElse(null));
      same(expected, "quotaReset", exception.quotaReset().map(Outcome::spelled).orElse(null));
    }
    if (failure instanceof DeadlineExceededException exception) {
      same(
          expected,
          "notBeforeMs",
          exception.notBefore().map(at -> Duration.between(start, at).toMillis()).orElse(null));
      checkCause(expected, exception.getCause());
    }
    if (failure instanceof BadRequestException exception) {
      same(expected, "fieldErrors", exception.fieldErrors());
    }
  }

  private static void checkCause(JsonObject expected, @Nullable Throwable cause) {
    if (expected.has("cause") && expected.get("cause").isJsonNull()) {
      assertThat(cause).as("cause").isNull();
    } else if (expected.has("cause")) {
      assertThat(cause).as("cause").isNotNull();
      checkKind(expected.getAsJsonObject("cause"), cause);
    }
  }

  /** ISO 8601, with no more fraction digits than it needs, as the vectors spell it. */
  private static String spelled(Instant instant) {
    String text = instant.toString();
    return text.contains(".") ? text.replaceAll("0+Z$", "Z") : text;
  }

  private static void checkKind(JsonObject expected, Throwable failure) {
    String type = failure.getClass().getSimpleName();
    assertThat(KINDS.getOrDefault(type, "unknown: " + failure))
        .as("error, which is %s", failure)
        .isEqualTo(expected.get("error").getAsString());
    if (expected.has("status")) {
      assertThat(((ApiException) failure).statusCode())
          .as("status")
          .isEqualTo(expected.get("status").getAsInt());
    }
  }

  private static void same(JsonObject expected, String name, @Nullable Object actual) {
    if (expected.has(name)) {
      assertThat(GSON.toJsonTree(actual)).as(name).isEqualTo(expected.get(name));
    }
  }

  /** Whatever a user could see of it. */
  private static String shown(Throwable failure) {
    StringWriter shown = new StringWriter();
    failure.printStackTrace(new PrintWriter(shown, true));
    if (failure instanceof ApiException exception) {
      shown.append(exception.rawBody()).append(exception.serverMessage().orElse(""));
    }
    if (failure instanceof BadRequestException exception) {
      shown.append(exception.fieldErrors().toString());
    }
    return shown.toString();
  }

  private static JsonElement orNull(@Nullable JsonElement json) {
    return json == null ? JsonNull.INSTANCE : json;
  }

  /** Writes what the client's own adapters refuse to write, so that it can be looked at. */
  private static final class UnknownValuesShown implements TypeAdapterFactory {
    private static final Gson NULLS =
        ManagementGson.create().newBuilder().serializeNulls().create();

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      Class<? super T> raw = type.getRawType();
      if (WireEnum.class.isAssignableFrom(raw)) {
        return new Writer<>(
            (out, value) -> {
              String text = ((WireEnum) value).wireValue();
              out.value(text == null ? UNKNOWN : text);
            });
      }
      boolean isModel =
          Arrays.stream(raw.getMethods()).anyMatch(m -> m.getName().equals("toBuilder"));
      return isModel && raw.getPackage() == WireEnum.class.getPackage()
          ? new Writer<>((out, model) -> writeMembers(gson, out, model))
          : null;
    }

    private static void writeMembers(Gson gson, JsonWriter out, Object model) throws IOException {
      out.beginObject();
      JsonElement empty = NULLS.toJsonTree(NULLS.fromJson("{}", model.getClass()));
      for (String property : empty.getAsJsonObject().keySet()) {
        Method getter =
            Arrays.stream(model.getClass().getMethods())
                .filter(method -> method.getName().equalsIgnoreCase("get" + property))
                .findFirst()
                .orElseThrow();
        out.name(property);
        try {
          gson.toJson(getter.invoke(model), getter.getGenericReturnType(), out);
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
      out.endObject();
    }
  }

  private interface Write {
    void write(JsonWriter out, Object value) throws IOException;
  }

  private static final class Writer<T> extends TypeAdapter<T> {
    private final Write write;

    Writer(Write write) {
      this.write = write;
    }

    @Override
    public void write(JsonWriter out, @Nullable T value) throws IOException {
      if (value == null) {
        out.nullValue();
      } else {
        write.write(out, value);
      }
    }

    @Override
    public T read(JsonReader in) {
      throw new UnsupportedOperationException();
    }
  }
}
