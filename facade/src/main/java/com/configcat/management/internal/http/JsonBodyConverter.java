package com.configcat.management.internal.http;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Decodes a JSON response body. Network failures pass; any other becomes an {@link
 * UndecodableBodyException} with the JSON path where decoding stopped.
 */
final class JsonBodyConverter<T> implements Converter<ResponseBody, T> {
  private static final int PEEKED = 512;
  private static final Set<String> BINARY = Set.of("audio", "font", "image", "multipart", "video");

  /** The most bytes that are decoded at a time. */
  private static final int CHUNK = 8 * 1024;

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
      WatchedBody watched = new WatchedBody(body.source());
      if (mayBeEmpty && watched.isEmpty()) {
        return null;
      }
      refuseWhatIsNoJson(body, watched);
      JsonReader reader = gson.newJsonReader(characters(body, watched));
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

  /** Returns a reader whose buffer is no larger than a short body. */
  private static Reader characters(ResponseBody body, WatchedBody watched)
      throws UndecodableBodyException {
    long bytes = Math.max(watched.buffer().size(), body.contentLength());
    return Channels.newReader(watched, decoder(body), (int) Math.min(CHUNK, bytes));
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

  private static void refuseWhatIsNoJson(ResponseBody body, WatchedBody watched)
      throws IOException {
    if (watched.isEmpty()) {
      throw new UndecodableBodyException("no content where JSON was expected", "$", null);
    }
    if (isHtml(body, watched)) {
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
        || BINARY.contains(type.type());
  }

  /** Peeks at the start of a body. */
  static boolean isHtml(ResponseBody body, WatchedBody watched) throws IOException {
    watched.request(PEEKED);
    MediaType declared = body.contentType();
    return (declared != null && declared.subtype().contains("html"))
        || beginsWithTag(watched.buffer());
  }

  private static boolean beginsWithTag(Buffer start) {
    long length = Math.min(PEEKED, start.size());
    for (long i = 0; i < length; i++) {
      byte first = start.getByte(i);
      if (first < 0) { // Not ASCII: perhaps one of Unicode's spaces.
        String text = start.snapshot((int) length).string(StandardCharsets.UTF_8);
        return text.stripLeading().startsWith("<");
      }
      if (!Character.isWhitespace(first)) {
        return first == '<';
      }
    }
    return false;
  }
}
