package com.configcat.management.codec;

import com.configcat.management.codec.internal.KnownMembersReader;
import com.configcat.management.codec.internal.ValueAdapterFactory;
import com.configcat.management.model.ModelAdapters;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/**
 * Creates the Gson that reads and writes the models, by generated adapters: no model is accessed by
 * reflection, so a native image needs no metadata for them.
 */
public final class ManagementGson {
  private ManagementGson() {}

  /**
   * Creates a Gson for the models. Null properties are not written. Unknown members are kept in
   * models that can be sent, as their {@code additionalProperties()}, and ignored in the others. A
   * list with a null element cannot be read, and null values of maps are left out. Writing half of
   * a surrogate pair throws an {@link IllegalArgumentException}.
   *
   * <p>Adapters that are registered with a {@link Gson#newBuilder()} have no effect within models.
   *
   * @return a new Gson; thread-safe
   */
  public static Gson create() {
    return new GsonBuilder()
        .disableHtmlEscaping()
        .registerTypeAdapterFactory(new ValueAdapterFactory())
        .registerTypeAdapterFactory(new ModelAdapters())
        .create();
  }

  /**
   * Reads a model without the members that it has no property for, at any depth.
   *
   * @param <T> the type of the model
   * @param gson a Gson for the models
   * @param json the model as JSON
   * @param model the class of the model
   * @return the model; null if the JSON is
   * @throws JsonParseException if the JSON does not fit the model
   */
  public static <T> @Nullable T readKnownMembers(Gson gson, JsonElement json, Class<T> model) {
    try {
      return gson.getAdapter(model).read(new KnownMembersReader(new StringReader(json.toString())));
    } catch (IOException e) {
      throw new JsonParseException(e);
    }
  }
}
