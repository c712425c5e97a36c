package com.configcat.management.internal.rest;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.call.ManagedCallAdapterFactory;
import com.configcat.management.internal.http.UndecodableBodyException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Refuses responses that lack what tasks need of them; see {@link TaskResponses}. */
public final class TaskConverterFactory extends Converter.Factory {
  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    Operation operation = ManagedCallAdapterFactory.operation(annotations);
    Converter<ResponseBody, Object> next =
        retrofit.nextResponseBodyConverter(this, type, annotations);
    return TaskResponses.operations().contains(operation)
        ? body -> convert(body, operation, next)
        : next;
  }

  private static @Nullable Object convert(
      ResponseBody body, Operation operation, Converter<ResponseBody, Object> next)
      throws IOException {
    try (body) {
      BufferedSource source = body.source();
      source.request(Long.MAX_VALUE);
      Buffer content = source.getBuffer();
      @Nullable Object value = next.convert(copy(body, content));
      if (value != null) {
        check(operation, copy(body, content));
      }
      return value;
    }
  }

  private static ResponseBody copy(ResponseBody body, Buffer content) {
    return ResponseBody.create(content.clone(), body.contentType(), content.size());
  }

  private static void check(Operation operation, ResponseBody json) throws IOException {
    Optional<String> missing =
        TaskResponses.missing(operation, JsonParser.parseReader(json.charStream()));
    if (missing.isPresent()) {
      throw new UndecodableBodyException(
          "JSON that does not match the contract", missing.get(), null);
    }
  }
}
