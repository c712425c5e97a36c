package com.configcat.management.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyConverterTest {
  private static final long UNKNOWN = -1;

  private final Gson gson = new Gson();
  private final TypeAdapter<String> strings = gson.getAdapter(String.class);
  private final JsonBodyConverter<String> converter = new JsonBodyConverter<>(gson, strings, false);

  private @Nullable String convert(byte[] bytes, long length) throws IOException {
    return converter.convert(
        ResponseBody.create(new Buffer().write(bytes), MediaType.get("application/json"), length));
  }

  private static byte[] utf8(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 509, 510, 511, 512, 8_189, 8_190, 8_191, 8_192, 20_000})
  void decodesCharactersWhereverAChunkEnds(int before) throws IOException {
    String text = "x".repeat(before) + "é€\uD83D\uDE80".repeat(3_000);
    byte[] json = utf8('"' + text + '"');

    assertThat(convert(json, json.length)).isEqualTo(text);
    assertThat(convert(json, UNKNOWN)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 600, 8_190, 9_000})
  void refusesHalfACharacter(int before) {
    byte[] json = utf8('"' + "x".repeat(before) + '\uD83D' + '\uDE80' + '"');
    json[json.length - 2] = 'x';

    assertThatThrownBy(() -> convert(json, json.length))
        .isInstanceOfSatisfying(
            UndecodableBodyException.class,
            e -> assertThat(e.reason()).isEqualTo("bytes that are invalid in its charset"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>", " \t\r\n<p>", "\u2003<p>", "\u001C<p>", " \u3000 <!doctype html>"})
  void recognizesAPage(String body) {
    assertThatThrownBy(() -> convert(utf8(body), UNKNOWN))
        .isInstanceOfSatisfying(
            UndecodableBodyException.class,
            e -> assertThat(e.reason()).isEqualTo("an HTML page where JSON was expected"));
  }

  @Test
  void takesNoOtherTextForAPage() {
    for (String body : new String[] {"\u00A0<p>", "ä<p>", "\u0000<p>", "x<p>"}) {
      assertThatThrownBy(() -> convert(utf8(body), UNKNOWN))
          .isInstanceOfSatisfying(
              UndecodableBodyException.class,
              e -> assertThat(e.reason()).isEqualTo("JSON that does not match the contract"));
    }
  }
}
