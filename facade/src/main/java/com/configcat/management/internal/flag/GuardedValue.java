package com.configcat.management.internal.flag;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.json.JsonDiff;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.model.JsonPatchOperation;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.function.Function;

/**
 * A value that is written only while it is as it was when it was read, by a patch that names only
 * what differs.
 *
 * <p>After a write whose end is unknown it reads again, and finds out.
 */
final class GuardedValue {
  private static final Gson GSON = ManagementGson.create();
  private static final int MOST_ROUNDS = 5;

  private final ValueEndpoint place;

  /**
   * Guards a value.
   *
   * @param place where it is
   */
  GuardedValue(ValueEndpoint place) {
    this.place = place;
  }

  /**
   * Reads the value.
   *
   * @return the value as it is now
   */
  ValueSnapshot read() {
    return place.read();
  }

  ValueEndpoint place() {
    return place;
  }

  /**
   * Decodes an answer to reading.
   *
   * @param <T> the model
   * @param reading the answer
   * @param model the model
   * @return the answer, decoded
   * @throws DecodingException if it is not what the contract says
   */
  <T> T decode(ValueSnapshot reading, Class<T> model) {
    return decode(reading.json(), model, new FailureContext(place.reads(), 1, false));
  }

  static <T> T decode(JsonObject json, Class<T> model, FailureContext failure) {
    JsonReader reader = GSON.newJsonReader(new StringReader(json.toString()));
    try {
      return GSON.fromJson(reader, model);
    } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
      // Not the cause: it may quote the answer, and that may echo a secret.
      throw new DecodingException(
          failure.operation()
              + " answered not what the contract says (at "
              + reader.getPath()
              + ")",
          reader.getPath(),
          null,
          failure);
    }
  }

  /**
   * Reads the value, changes it and writes it; again from the start if another writer came between,
   * 5 times at most.
   *
   * @param change gives the content that is wanted, for what was read
   * @param options what else to say
   * @return what became of it
   * @throws ConflictException if another writer was quicker each time, or it cannot be said whether
   *     the write was applied before the other writer's
   */
  WriteResult edit(Function<ValueSnapshot, JsonObject> change, WriteOptions options) {
    for (int round = 1; ; round++) {
      ValueSnapshot before = read();
      JsonObject wanted = place.format().content(change.apply(before));
      try {
        return write(before, wanted, options);
      } catch (ConflictException e) {
        if (round == MOST_ROUNDS || e.requestMayHaveBeenApplied()) {
          throw e;
        }
      }
    }
  }

  /**
   * Writes the value if it is still as it was read.
   *
   * @param before what was read
   * @param wanted what the content is to be
   * @param options what else to say
   * @return what became of it; nothing is sent if it is as wanted
   * @throws ConflictException if somebody else wrote since; {@code requestMayHaveBeenApplied()}
   *     says whether this write may have come before theirs
   * @throws IllegalArgumentException if a reason is required and there is none
   */
  WriteResult write(ValueSnapshot before, JsonObject wanted, WriteOptions options) {
    List<JsonPatchOperation> patch = JsonDiff.patch(before.content(), wanted);
    if (patch.isEmpty()) {
      return new WriteResult(before, before, false);
    }
    checkReason(before.reasonRequired(), options);
    return new ConditionalWrite(place, before, wanted, guarded(before, patch, wanted), options)
        .send();
  }

  static void checkReason(boolean required, WriteOptions options) {
    if (required && options.reason().isEmpty()) {
      throw new IllegalArgumentException(
          "The Product or the Environment requires a reason for each change: give one with"
              + " WriteOptions.because(...)");
    }
  }

  /** Makes sure that the patch is refused if the value is not what it was made for. */
  private List<JsonPatchOperation> guarded(
      ValueSnapshot before, List<JsonPatchOperation> patch, JsonObject wanted) {
    if (place.format() == ValueFormat.V2) {
      if (before.version() == null) {
        throw new DecodingException(
            place.reads() + " answered without the version that guards a write",
            "$.lastVersionId",
            null,
            new FailureContext(place.reads(), 1, false));
      }
      return patch;
    }
    return PatchPreconditions.around(before.content(), patch, wanted);
  }
}
