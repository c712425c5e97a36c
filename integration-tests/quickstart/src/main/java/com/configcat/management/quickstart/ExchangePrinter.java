package com.configcat.management.quickstart;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/** Prints each request and the beginning of its answer, with credentials and SDK keys masked. */
final class ExchangePrinter implements Interceptor {
  private static final int LIMIT = 1024 * 1024;
  private static final int LINES = 12;
  private static final List<String> SHOWN =
      List.of("Authorization", "X-CONFIGCAT-SDKKEY", "User-Agent", "Content-Type");
  private static final List<String> MASKED = List.of("Authorization", "X-CONFIGCAT-SDKKEY");
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();
  private final PrintStream out;

  ExchangePrinter(PrintStream out) {
    this.out = out;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    StringBuilder text = new StringBuilder("\n> " + request.method() + " " + request.url() + "\n");
    headers(text, "> ", request.headers());
    Buffer body = new Buffer();
    if (request.body() != null) {
      request.body().writeTo(body);
      indented(text, "> ", body.readUtf8());
    }
    Response response = chain.proceed(request);
    text.append("< ").append(response.code()).append(' ').append(response.message()).append('\n');
    indented(text, "< ", response.peekBody(LIMIT).string());
    out.println(text);
    return response;
  }

  private static void headers(StringBuilder text, String start, Headers headers) {
    for (String name : SHOWN) {
      String value = headers.get(name);
      if (value != null) {
        text.append(start)
            .append(name)
            .append(": ")
            .append(MASKED.contains(name) ? "***" : value)
            .append('\n');
      }
    }
  }

  private static void indented(StringBuilder text, String start, String json) {
    if (!json.isBlank()) {
      List<String> lines = PRETTY.toJson(JsonParser.parseString(json)).lines().toList();
      lines.stream().limit(LINES).forEach(line -> text.append(start).append(line).append('\n'));
      if (lines.size() > LINES) {
        text.append(start).append("… ").append(lines.size() - LINES).append(" more lines\n");
      }
    }
  }
}
