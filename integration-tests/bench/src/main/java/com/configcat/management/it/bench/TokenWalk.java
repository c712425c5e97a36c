package com.configcat.management.it.bench;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The floor of reading with Gson: its walk over all tokens, of which nothing is kept. */
final class TokenWalk implements ListReader {
  private final BenchmarkTarget target;
  private final String authorization;
  private final OkHttpClient http = BenchmarkTarget.http();

  TokenWalk(BenchmarkTarget target) {
    this.target = target;
    this.authorization = target.authorization();
  }

  @Override
  public Object settings() throws IOException {
    return walk(Payloads.SETTINGS_PATH);
  }

  @Override
  public Object values() throws IOException {
    return walk(Payloads.VALUES_PATH);
  }

  private long walk(String path) throws IOException {
    Request request =
        new Request.Builder()
            .url(target.memoryUrl() + path)
            .header("Authorization", authorization)
            .build();
    try (Response response = http.newCall(request).execute();
        JsonReader in = new JsonReader(response.body().charStream())) {
      return walk(in);
    }
  }

  /** Returns a number that depends on every name and value, so that none is left unread. */
  private static long walk(JsonReader in) throws IOException {
    long seen = 0;
    while (true) {
      JsonToken token = in.peek();
      switch (token) {
        case BEGIN_ARRAY -> in.beginArray();
        case END_ARRAY -> in.endArray();
        case BEGIN_OBJECT -> in.beginObject();
        case END_OBJECT -> in.endObject();
        case NAME -> seen += in.nextName().length();
        case STRING, NUMBER -> seen += in.nextString().length();
        case BOOLEAN -> seen += in.nextBoolean() ? 1 : 2;
        case NULL -> in.nextNull();
        case END_DOCUMENT -> {
          return seen;
        }
      }
    }
  }

  @Override
  public void close() {
    BenchmarkTarget.close(http);
  }
}
