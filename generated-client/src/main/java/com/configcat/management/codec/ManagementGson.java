package com.configcat.management.codec;

import com.configcat.management.model.SettingValue;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Creates the Gson that reads and writes the models. */
public final class ManagementGson {
  private ManagementGson() {}

  /**
   * Creates a Gson for the models. Null properties are not written, and unknown properties are
   * ignored. A list with a null element cannot be read, and null values of maps are left out.
   * Writing half of a surrogate pair throws an {@link IllegalArgumentException}.
   *
   * @return a new Gson; thread-safe
   */
  public static Gson create() {
    return new GsonBuilder()
        .disableHtmlEscaping()
        .registerTypeAdapter(Boolean.class, new BooleanAdapter().nullSafe())
        .registerTypeAdapter(SettingValue.class, new SettingValueAdapter().nullSafe())
        .registerTypeAdapter(OffsetDateTime.class, new OffsetDateTimeAdapter().nullSafe())
        .registerTypeAdapter(UUID.class, new UuidAdapter().nullSafe())
        .registerTypeAdapterFactory(new ListAdapterFactory())
        .registerTypeAdapterFactory(new MapAdapterFactory())
        .registerTypeAdapterFactory(new TextAdapterFactory())
        .registerTypeAdapterFactory(new JsonPatchOperationAdapterFactory())
        .create();
  }
}
