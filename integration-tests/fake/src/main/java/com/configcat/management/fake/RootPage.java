package com.configcat.management.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.configcat.management.fake.internal.page.Overview;
import com.configcat.management.fake.internal.page.OverviewPage;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.function.Supplier;

/** Serves {@code GET /}: a page for people, which no request of the API can mean. */
final class RootPage {
  private final Supplier<Overview> overview;

  RootPage(Supplier<Overview> overview) {
    this.overview = overview;
  }

  static boolean isFor(HttpExchange exchange) {
    String method = exchange.getRequestMethod();
    return "/".equals(exchange.getRequestURI().getRawPath())
        && (method.equals("GET") || method.equals("HEAD"));
  }

  void handle(HttpExchange exchange) throws IOException {
    byte[] body = OverviewPage.html(overview.get()).getBytes(UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("Content-Security-Policy", OverviewPage.CONTENT_SECURITY_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(200, -1);
    } else {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
