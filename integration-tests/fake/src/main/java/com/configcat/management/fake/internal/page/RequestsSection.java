package com.configcat.management.fake.internal.page;

import com.configcat.management.fake.internal.page.Overview.Listed;
import com.configcat.management.fake.internal.page.Overview.Request;

/** Writes the last requests, each with its answer to unfold. */
final class RequestsSection {
  private RequestsSection() {}

  static void write(Html html, Listed<Request> requests) {
    OverviewPage.heading(html, "requests", "Requests", requests.total());
    if (requests.items().isEmpty()) {
      html.element("p", "None has been received.", "class", "none");
    }
    requests
        .items()
        .forEach(
            request -> html.element("details", () -> request(html, request), "class", "request"));
    OverviewPage.more(html, requests, "before these");
  }

  private static void request(Html html, Request request) {
    boolean failed = request.status() == 0 || request.status() >= 400;
    html.element(
        "summary",
        () ->
            html.element(
                    "span",
                    request.status() == 0 ? "closed" : Integer.toString(request.status()),
                    "class",
                    failed ? "status bad" : "status")
                .text(" ")
                .element("span", request.method(), "class", "method")
                .text(" ")
                .element("code", request.path()));
    html.element(
        "p",
        (request.operation().isEmpty() ? "None of the API's operations" : request.operation())
            + (request.applied() ? "; changed the state" : "; changed nothing"));
    if (!request.body().isEmpty()) {
      body(html, "Sent", BodyText.of(request.body()));
    }
    body(html, "Answered", answer(request));
  }

  private static String answer(Request request) {
    if (request.status() == 0) {
      return "(the connection was closed)";
    }
    return request.answer().isEmpty() ? "(no body)" : BodyText.of(request.answer());
  }

  private static void body(Html html, String title, String text) {
    html.element("h3", title).element("pre", text);
  }
}
