package com.configcat.management.fake.internal.state;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A request that the service refuses; whatever it changed on the way is undone. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient FakeResponse response;

  private Refusal(FakeResponse response) {
    super(response.status() + " " + response.body());
    this.response = response;
  }

  public FakeResponse response() {
    return response;
  }

  /** 400 with messages by field. */
  public static Refusal fields(Map<String, List<String>> problems) {
    JsonObject body = new JsonObject();
    problems.forEach(
        (field, messages) ->
            body.add(field, Json.array(messages.stream().map(JsonPrimitive::new))));
    return new Refusal(new FakeResponse(400, body));
  }

  /** 400 with one message at one field. */
  public static Refusal field(String field, String message) {
    return fields(Map.of(field, List.of(message)));
  }

  /** 400 with one message at one field, as the service's model state writes itself. */
  static Refusal modelState(String field, String message) {
    JsonObject error = Json.object("ErrorMessage", message);
    JsonObject state = Json.object("Errors", Json.array(Stream.of(error)));
    return new Refusal(new FakeResponse(400, Json.object(field, state)));
  }

  /** 400 with a bare JSON string, for what is wrong with the request as a whole. */
  public static Refusal because(String message) {
    return new Refusal(new FakeResponse(400, new JsonPrimitive(message)));
  }

  /** 404 without a body. */
  public static Refusal notFound() {
    return new Refusal(new FakeResponse(404));
  }

  /** Any other status with a bare JSON string. */
  public static Refusal status(int status, String message) {
    return new Refusal(new FakeResponse(status, new JsonPrimitive(message)));
  }
}
