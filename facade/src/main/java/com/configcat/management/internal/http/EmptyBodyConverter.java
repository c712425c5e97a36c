package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Ignores the body of a response without content, unless a proxy has put an HTML page in its place.
 */
final class EmptyBodyConverter implements Converter<ResponseBody, NoContent> {
  @Override
  public @Nullable NoContent convert(ResponseBody body) throws IOException {
    try (body) {
      if (JsonBodyConverter.isHtml(body, new WatchedBody(body.source()))) {
        throw new UndecodableBodyException("an HTML page where no content was expected", "$", null);
      }
      return null;
    }
  }
}
