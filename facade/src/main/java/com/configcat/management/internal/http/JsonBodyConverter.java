package com.configcat.management.internal.http;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Decodes a JSON response body. Network failures pass; any other becomes an {@link
 * UndecodableBodyException} with the JSON path where decoding stopped.
 */
final class JsonBodyConverter<T> implements Converter<ResponseBody, T> {
  private static final int PEEKED = 512;

  private final Gson gson;
  private final TypeAdapter<T> adapter;
  private final boolean mayBeEmpty;

  JsonBodyConverter(Gson gson, TypeAdapter<T> adapter, boolean mayBeEmpty) {
    this.gson = gson;
    this.adapter = adapter;
    this.mayBeEmpty = mayBeEmpty;
  }

  @Override
  public @Nullable T convert(ResponseBody body) throws IOException {
    try (body) {
      WatchedSource watched = new WatchedSource(body.source());
      BufferedSource source = Okio.buffer(watched);
      if (mayBeEmpty && source.exhausted()) {
        return null;
      }
      refuseWhatIsNoJson(body, source);
      JsonReader reader =
          gson.newJsonReader(new InputStreamReader(source.inputStream(), decoder(body)));
      try {
        T value = adapter.read(reader);
        if (reader.peek() != JsonToken.END_DOCUMENT) {
          throw new UndecodableBodyException("JSON that is followed by something else", "$", null);
        }
        return value;
      } catch (UndecodableBodyException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        watched.rethrow();
        String reason =
            e instanceof CharacterCodingException
                ? "bytes that are invalid in its charset"
                : "JSON that does not match the contract";
        throw new UndecodableBodyException(reason, reader.getPath(), e);
      }
    }
  }

  /** Returns a decoder of the declared charset, UTF-8 if none is, that replaces nothing. */
  private static CharsetDecoder decoder(ResponseBody body) throws UndecodableBodyException {
    MediaType type = body.contentType();
    String declared = type == null ? null : type.parameter("charset");
    try {
      Charset charset = declared == null ? StandardCharsets.UTF_8 : Charset.forName(declared);
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
    } catch (IllegalArgumentException e) {
      throw new UndecodableBodyException(
          "text in a charset that this Java runtime does not support", "$", e);
    }
  }

  private static void refuseWhatIsNoJson(ResponseBody body, BufferedSource source)
      throws IOException {
    if (source.exhausted()) {
      throw new UndecodableBodyException("no content where JSON was expected", "$", null);
    }
    if (isHtml(body, source)) {
      throw new UndecodableBodyException("an HTML page where JSON was expected", "$", null);
    }
    MediaType declared = body.contentType();
    if (declared != null && isOtherThanText(declared)) {
      String type = declared.type() + "/" + declared.subtype();
      throw new UndecodableBodyException(type + " where JSON was expected", "$", null);
    }
  }

  /** JSON is sent as text or binary, too, where somebody has not set a type. */
  private static boolean isOtherThanText(MediaType type) {
    return type.subtype().equals("xml")
        || type.subtype().endsWith("+xml")
        || Set.of("audio", "font", "image", "multipart", "video").contains(type.type());
  }

  /** Peeks at the start of a body. */
  static boolean isHtml(ResponseBody body, BufferedSource source) throws IOException {
    source.request(PEEKED);
    long length = Math.min(PEEKED, source.getBuffer().size());
    String start = source.getBuffer().snapshot((int) length).string(StandardCharsets.UTF_8);
    boolean declared = body.contentType() != null && body.contentType().subtype().contains("html");
    return declared || start.stripLeading().startsWith("<");
  }
}
