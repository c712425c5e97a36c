package com.configcat.management.webhook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One changed flag or setting, as a webhook's change details tell it.
 *
 * <p>What a webhook sends is up to its body template. Where that says {@code ##ChangeDetails##} the
 * service puts a JSON array with an object for each change; this class reads those. Three members
 * are documented: {@code settingKey}, {@code event} and {@code details}. None is promised, so each
 * may be absent here, and {@link #json()} has all that was sent.
 *
 * <p>Check the request with a {@link WebhookSignatureVerifier} before reading it. Immutable. Two
 * are equal when their JSON is.
 */
public final class WebhookChange {
  private final JsonElement json;

  private WebhookChange(JsonElement json) {
    this.json = json.deepCopy();
  }

  /**
   * Reads the changes from a body whose template is {@code ##ChangeDetails##} and nothing else.
   *
   * @param rawBody the body as it arrived, in UTF-8
   * @return the changes in the order they were sent
   * @throws IllegalArgumentException if it is no JSON array of changes
   */
  public static List<WebhookChange> readAll(byte[] rawBody) {
    Objects.requireNonNull(rawBody, "rawBody is null: give the body of the webhook request");
    return readAll(new String(rawBody, StandardCharsets.UTF_8));
  }

  /**
   * Reads the changes from JSON text.
   *
   * @param changeDetails what the service put in place of {@code ##ChangeDetails##}
   * @return the changes in the order they were sent
   * @throws IllegalArgumentException if it is no JSON array of changes
   */
  public static List<WebhookChange> readAll(String changeDetails) {
    Objects.requireNonNull(changeDetails, "changeDetails is null: give the JSON text");
    return readAll(JsonText.parse(changeDetails));
  }

  /**
   * Reads the changes from a member of a larger body.
   *
   * @param changeDetails the member that the template fills with {@code ##ChangeDetails##}: an
   *     array, or a string that holds one, as it is when the template puts quotes around it
   * @return the changes in the order they were sent; none for a JSON null
   * @throws IllegalArgumentException if it is no JSON array of changes
   */
  public static List<WebhookChange> readAll(JsonElement changeDetails) {
    Objects.requireNonNull(changeDetails, "changeDetails is null: give a member of the body");
    JsonElement details =
        JsonText.isString(changeDetails)
            ? JsonText.parse(changeDetails.getAsString())
            : changeDetails;
    if (details.isJsonNull()) {
      return List.of();
    }
    if (details.isJsonArray()) {
      return details.getAsJsonArray().asList().stream().map(WebhookChange::new).toList();
    }
    throw new IllegalArgumentException(
        "The change details are no JSON array: give the part of the body that its template fills"
            + " with ##ChangeDetails##");
  }

  /**
   * Returns the key of the changed flag or setting.
   *
   * @return the key; empty if the service did not send it as a string
   */
  public Optional<String> settingKey() {
    return text("settingKey");
  }

  /**
   * Returns what happened to the flag or setting.
   *
   * @return what happened; {@link Event#UNKNOWN} for what this version of the client does not know
   */
  public Event event() {
    return text("event").map(Event::of).orElse(Event.UNKNOWN);
  }

  /**
   * Returns the service's description of the change, several lines meant for people.
   *
   * @return old and new values in words; empty if the service did not send it as a string
   */
  public Optional<String> details() {
    return text("details");
  }

  /**
   * Returns everything that was sent of this change, also what this version does not know.
   *
   * @return a copy; normally an object
   */
  public JsonElement json() {
    return json.deepCopy();
  }

  private Optional<String> text(String member) {
    @Nullable JsonElement value = json instanceof JsonObject object ? object.get(member) : null;
    return value != null && JsonText.isString(value)
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WebhookChange that && json.equals(that.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  /** Returns the JSON. */
  @Override
  public String toString() {
    return json.toString();
  }

  /** What happened to a flag or setting. */
  public enum Event {
    /** It is new in the Config. */
    ADDED,
    /** Its value or its rules are other ones. */
    CHANGED,
    /** It is gone. */
    DELETED,
    /**
     * Something that this version of the client does not know; see {@link WebhookChange#json()}.
     */
    UNKNOWN;

    static Event of(String wireValue) {
      return switch (wireValue) {
        case "added" -> ADDED;
        case "changed" -> CHANGED;
        case "deleted" -> DELETED;
        default -> UNKNOWN;
      };
    }
  }
}
