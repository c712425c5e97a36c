package com.configcat.management.fake.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The page as one HTML document that loads nothing. */
public final class OverviewPage {
  private static final String STYLE = style();

  /** Nothing runs and nothing is loaded, even if the escaping had a hole. */
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src '"
          + hash(STYLE)
          + "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private OverviewPage() {}

  public static String html(Overview overview) {
    Html html = new Html();
    html.raw("<!DOCTYPE html>\n")
        .element(
            "html",
            () -> {
              html.element("head", () -> head(html));
              html.element("body", () -> body(html, overview));
            },
            "lang",
            "en");
    return html.toString();
  }

  private static void head(Html html) {
    html.open("meta", "charset", "utf-8")
        .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .element("title", "ConfigCat fake")
        // Otherwise the browser asks for /favicon.ico, which the fake would count.
        .open("link", "rel", "icon", "href", "data:,")
        .element("style", () -> html.raw(STYLE));
  }

  private static void body(Html html, Overview overview) {
    html.element("header", () -> header(html, overview));
    html.element(
        "main",
        () -> {
          html.element(
              "section",
              () -> ProductsSection.write(html, overview.products()),
              "class",
              "products",
              "aria-labelledby",
              "products");
          html.element(
              "div",
              () -> {
                section(html, "faults", () -> FaultsSection.write(html, overview.faults()));
                section(html, "requests", () -> RequestsSection.write(html, overview.requests()));
                section(html, "audit", () -> AuditSection.write(html, overview.auditLog()));
              },
              "class",
              "activity");
        });
  }

  private static void section(Html html, String id, Runnable content) {
    html.element("section", content, "aria-labelledby", id);
  }

  private static void header(Html html, Overview overview) {
    html.element("h1", "ConfigCat fake");
    html.element(
        "p",
        () ->
            html.text("A stand-in for the ConfigCat Public Management API. Its time is ")
                .element("time", Times.shown(overview.now()), "datetime", overview.now())
                .text(". Reload to see what is new."));
    html.element(
        "nav",
        () -> {
          link(html, "products", "Products");
          link(html, "faults", "Faults");
          link(html, "requests", "Requests");
          link(html, "audit", "Audit log");
        },
        "aria-label",
        "Sections");
  }

  private static void link(Html html, String id, String text) {
    html.element("a", text, "href", "#" + id);
  }

  /** Writes the heading of a section, with how many things are in it. */
  static void heading(Html html, String id, String text, int count) {
    html.element(
        "h2",
        () -> html.text(text + " ").element("span", Integer.toString(count), "class", "count"),
        "id",
        id);
  }

  /** Says how many things are not shown. */
  static void more(Html html, Overview.Listed<?> listed, String things) {
    if (listed.more() > 0) {
      html.element(
          "p", "… and " + listed.more() + " more " + things + ", not shown here", "class", "more");
    }
  }

  private static String style() {
    try (InputStream css =
        Objects.requireNonNull(
            OverviewPage.class.getResourceAsStream("page.css"), "page.css is not in the jar")) {
      return new String(css.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
