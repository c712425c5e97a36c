package com.configcat.management.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.configcat.management.fake.internal.state.Credential;
import com.configcat.management.fake.internal.state.Json;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** What a {@link ConfigCatFake} held at some moment; see {@link ConfigCatFake#checkpoint}. */
public final class Checkpoint {
  private final byte[] state;
  private final Map<String, Credential> credentials;

  /** The state is kept as compressed text, which takes a hundredth of the tree's memory. */
  Checkpoint(JsonObject state, Map<String, Credential> credentials) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (JsonWriter writer =
        new JsonWriter(new OutputStreamWriter(new DeflaterOutputStream(compressed), UTF_8))) {
      Json.write(state, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.state = compressed.toByteArray();
    this.credentials = Map.copyOf(credentials);
  }

  /** Returns a copy. */
  JsonObject state() {
    try (Reader reader =
        new InputStreamReader(new InflaterInputStream(new ByteArrayInputStream(state)), UTF_8)) {
      return Json.read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, Credential> credentials() {
    return credentials;
  }
}
