package com.configcat.management.codec;

import com.configcat.management.model.SettingValue;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.time.OffsetDateTime;

/** The Gson that reads and writes the models of this API. */
public final class ManagementGson {
  private ManagementGson() {}

  /**
   * Makes a Gson for the models: properties that are null are not written, unknown ones are not
   * read.
   *
   * @return a new Gson, safe for use by several threads
   */
  public static Gson create() {
    return new GsonBuilder()
        .disableHtmlEscaping()
        .registerTypeAdapter(SettingValue.class, new SettingValueAdapter().nullSafe())
        .registerTypeAdapter(OffsetDateTime.class, new OffsetDateTimeAdapter().nullSafe())
        .registerTypeAdapterFactory(new JsonPatchOperationAdapterFactory())
        .create();
  }
}
