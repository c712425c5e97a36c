package com.configcat.management.codec;

import com.configcat.management.codec.internal.SurrogatePairs;
import com.configcat.management.codec.internal.Timestamps;
import com.configcat.management.model.WireEnum;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.regex.Pattern;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Path;

/**
 * Converts path, query and header parameters: enums to their wire value, timestamps to RFC 3339.
 *
 * <p>Throws an {@link IllegalArgumentException}, before anything is sent, for an enum constant
 * without a wire value, for half of a surrogate pair, for a blank path parameter, which would
 * address another resource, and for an SDK key in a path.
 */
public final class WireFormat extends Converter.Factory {
  private static final Pattern SDK_KEY =
      Pattern.compile("configcat-(sdk-\\d+|proxy)/\\S+|[\\w-]{22}/[\\w-]{22}");

  private WireFormat() {}

  /**
   * Creates the converter factory for {@link Retrofit.Builder#addConverterFactory}.
   *
   * @return a converter factory for parameters
   */
  public static WireFormat create() {
    return new WireFormat();
  }

  @Override
  public Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    boolean inPath = Arrays.stream(annotations).anyMatch(Path.class::isInstance);
    return value -> {
      String text =
          SurrogatePairs.check(format(value), inPath ? "A path parameter" : "A parameter");
      return inPath ? checkInPath(text) : text;
    };
  }

  private static String format(Object value) {
    if (value instanceof WireEnum known) {
      return known.requireWireValue();
    }
    return value instanceof OffsetDateTime time ? Timestamps.format(time) : value.toString();
  }

  private static String checkInPath(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A path parameter is blank: give a value");
    }
    if (SDK_KEY.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A path parameter is an SDK key, which would be in logs: give the key of the flag");
    }
    return value;
  }
}
