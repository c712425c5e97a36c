package com.configcat.management.hal;

import com.google.gson.JsonElement;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Converts response bodies to HAL documents, using the JSON converter. */
final class HalConverterFactory extends Converter.Factory {
  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return type == HalDocument.class
        ? new HalParser(retrofit.responseBodyConverter(JsonElement.class, annotations))
        : null;
  }
}
