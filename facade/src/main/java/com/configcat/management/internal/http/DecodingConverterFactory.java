package com.configcat.management.internal.http;

import com.configcat.management.codec.EmptyAnswerAllowed;
import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Makes the converters of response bodies. */
public final class DecodingConverterFactory extends Converter.Factory {
  private final Gson gson;

  public DecodingConverterFactory(Gson gson) {
    this.gson = gson;
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    if (type == NoContent.class) {
      return new EmptyBodyConverter();
    }
    return new JsonBodyConverter<>(
        gson, gson.getAdapter(TypeToken.get(type)), mayBeEmpty(annotations));
  }

  /** Returns whether the annotations of a method say that its response may be empty. */
  public static boolean mayBeEmpty(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof EmptyAnswerAllowed) {
        return true;
      }
    }
    return false;
  }
}
