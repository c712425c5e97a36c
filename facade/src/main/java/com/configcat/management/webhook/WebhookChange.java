package com.configcat.management.webhook;

import com.configcat.management.internal.core.JsonContents;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change to a flag or setting, read from a webhook's change details.
 *
 * <p>A webhook's body template defines what it sends. The service replaces {@code
 * ##ChangeDetails##} in it with a JSON array of one object per change, which this class reads.
 * Three members are documented: {@code settingKey}, {@code event} and {@code details}. None is
 * guaranteed, so each may be absent here; {@link #json()} returns everything that was sent.
 *
 * <p>Verify the request with a {@link WebhookSignatureVerifier} before reading it. Immutable.
 * Changes are equal if their JSON is equal.
 */
public final class WebhookChange {
  private final JsonElement json;

  private WebhookChange(JsonElement json) {
    this.json = json.deepCopy();
  }

  /**
   * Reads the changes from a body whose template is only {@code ##ChangeDetails##}.
   *
   * @param rawBody the body as received, in UTF-8
   * @return the changes in the order sent
   * @throws IllegalArgumentException if it is not a JSON array
   */
  public static List<WebhookChange> readAll(byte[] rawBody) {
    Objects.requireNonNull(rawBody, "rawBody is null: give the body of the webhook request");
    return readAll(new String(rawBody, StandardCharsets.UTF_8));
  }

  /**
   * Reads the changes from JSON text.
   *
   * @param changeDetails the text that replaced {@code ##ChangeDetails##}
   * @return the changes in the order sent
   * @throws IllegalArgumentException if it is not a JSON array
   */
  public static List<WebhookChange> readAll(String changeDetails) {
    Objects.requireNonNull(changeDetails, "changeDetails is null: give the JSON text");
    return readAll(JsonText.parse(changeDetails));
  }

  /**
   * Reads the changes from a member of a larger body.
   *
   * @param changeDetails the member that the template fills with {@code ##ChangeDetails##}: an
   *     array, or a string that contains one if the template puts quotes around it
   * @return the changes in the order sent; empty for JSON null
   * @throws IllegalArgumentException if it is not a JSON array
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
      return JsonContents.elements(details.getAsJsonArray()).stream()
          .map(WebhookChange::new)
          .toList();
    }
    throw new IllegalArgumentException(
        "The change details are not a JSON array: give the part of the body that the template fills"
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
   * @return the event; {@link Event#UNKNOWN} if it is absent or unknown to this version of the
   *     client
   */
  public Event event() {
    return text("event").map(Event::of).orElse(Event.UNKNOWN);
  }

  /**
   * Returns the service's description of the change: several lines of human-readable text.
   *
   * @return the old and new values in words; empty if the service did not send it as a string
   */
  public Optional<String> details() {
    return text("details");
  }

  /**
   * Returns everything that was sent about this change, including members unknown to this version.
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
    /** The flag or setting was added to the Config. */
    ADDED,
    /** Its value or rules changed. */
    CHANGED,
    /** It was deleted. */
    DELETED,
    /** An event unknown to this version of the client; see {@link WebhookChange#json()}. */
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
