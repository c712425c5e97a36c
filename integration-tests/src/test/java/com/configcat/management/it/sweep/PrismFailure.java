package com.configcat.management.it.sweep;

import com.configcat.management.error.ServerErrorException;
import com.configcat.management.it.Recorder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the failures of Prism itself from those of the client: what was sent is right to the last
 * detail, and Prism can make no answer that it takes for right itself.
 */
final class PrismFailure {
  private static final String ERRORS = "https://stoplight.io/prism/errors#";

  private PrismFailure() {}

  /**
   * Returns what Prism says of its failure.
   *
   * @param document what the call was made from
   * @param call what the client was told to send
   * @param sent what it sent, and what Prism answered
   * @param thrown what the client made of it
   * @return nothing if the client may have had a part in it
   */
  static Optional<String> of(
      OpenApi document, ClientCall call, Recorder.Exchange sent, Throwable thrown) {
    boolean isClientsPartDone =
        thrown instanceof ServerErrorException error
            && error.statusCode() == 500
            && error.operation().toString().equals(call.operation().key())
            && WireCheck.problems(document, call, withoutPreference(sent)).isEmpty();
    return isClientsPartDone && sent.status() == 500 ? problem(sent) : Optional.empty();
  }

  /** A status may have been asked for, which only Prism understands. */
  private static Recorder.Exchange withoutPreference(Recorder.Exchange sent) {
    return new Recorder.Exchange(
        sent.method(),
        sent.url(),
        sent.headers().newBuilder().removeAll("Prefer").build(),
        sent.body(),
        sent.status(),
        sent.answerHeaders(),
        sent.answer(),
        sent.violations());
  }

  private static Optional<String> problem(Recorder.Exchange sent) {
    String type = sent.answerHeaders().get("Content-Type");
    if (type == null || !type.startsWith("application/problem+json")) {
      return Optional.empty();
    }
    try {
      JsonObject problem = JsonParser.parseString(sent.answer()).getAsJsonObject();
      return switch (text(problem, "type")) {
        case ERRORS + "VIOLATIONS" -> ofAnswerAlone(problem);
        // Prism has looked at the request before it makes an answer.
        case ERRORS + "UNKNOWN" ->
            Optional.of(text(problem, "title").lines().findFirst().orElse(""));
        default -> Optional.empty();
      };
    } catch (JsonParseException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> ofAnswerAlone(JsonObject problem) {
    List<String> messages = new ArrayList<>();
    if (!problem.has("validation")) {
      return Optional.empty();
    }
    for (JsonElement element : problem.getAsJsonArray("validation")) {
      JsonObject violation = element.getAsJsonObject();
      boolean isOfAnswer =
          violation.has("location")
              && !violation.getAsJsonArray("location").isEmpty()
              && violation.getAsJsonArray("location").get(0).getAsString().equals("response");
      if (!isOfAnswer) {
        return Optional.empty();
      }
      messages.add(text(violation, "message"));
    }
    return messages.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", messages));
  }

  private static String text(JsonObject object, String name) {
    return object.has(name) && object.get(name).isJsonPrimitive()
        ? object.get(name).getAsString()
        : "";
  }
}
