package com.configcat.management.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Reads an answer without content, and refuses a page that something between client and service put
 * in its place.
 */
final class EmptyBodyConverter implements Converter<ResponseBody, NoContent> {
  private static final int LOOK_AT = 512;

  @Override
  public @Nullable NoContent convert(ResponseBody body) throws IOException {
    try (body) {
      if (isHtml(body, body.source())) {
        throw new UndecodableBodyException("an HTML page where no content was expected", "$", null);
      }
      return null;
    }
  }

  /** Looks at the start of a body without taking it away. */
  static boolean isHtml(ResponseBody body, BufferedSource source) throws IOException {
    source.request(LOOK_AT);
    long length = Math.min(LOOK_AT, source.getBuffer().size());
    String start = source.getBuffer().snapshot((int) length).string(StandardCharsets.UTF_8);
    boolean declared = body.contentType() != null && body.contentType().subtype().contains("html");
    return declared || start.stripLeading().startsWith("<");
  }
}
