package com.configcat.management.internal.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Header;

/** Refuses header values that cannot be sent: OkHttp's exception would show them, keys too. */
public final class HeaderValueFactory extends Converter.Factory {
  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof Header header) {
        return checked(header.value(), next(retrofit, type, annotations));
      }
    }
    return null;
  }

  private static Converter<Object, String> checked(String name, Converter<Object, String> format) {
    return value -> check(name, format.convert(value));
  }

  /** Returns the next factory's converter: Retrofit has no nextStringConverter. */
  private static Converter<Object, String> next(
      Retrofit retrofit, Type type, Annotation[] annotations) {
    Annotation[] others =
        Arrays.stream(annotations)
            .filter(annotation -> !(annotation instanceof Header))
            .toArray(Annotation[]::new);
    return retrofit.stringConverter(type, others);
  }

  private static @Nullable String check(String name, @Nullable String value) {
    if (value != null && !value.chars().allMatch(HeaderValueFactory::canBeSent)) {
      throw new IllegalArgumentException(
          "The value of "
              + name
              + " contains a line break or another character that a header cannot carry: remove"
              + " it");
    }
    return value;
  }

  private static boolean canBeSent(int character) {
    return character == '\t' || (character >= ' ' && character < 0x7f);
  }
}
