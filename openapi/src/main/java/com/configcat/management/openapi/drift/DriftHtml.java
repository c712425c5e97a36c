package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.document.ChosenDocument;

/** The drift report as a page that needs nothing but itself. */
final class DriftHtml {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Contract drift</title>
      <style>
      :root { color-scheme: light dark; --line: #8884; --soft: #8881; --bad: #b3261e; --good: #1b6e3c; }
      @media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --good: #81c995; } }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { margin-bottom: .2rem; }
      h2 { margin-top: 2rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); font-size: 1.25rem; }
      h3 { font-size: 1rem; margin: .5rem 0; }
      .note { opacity: .75; margin-top: 0; }
      table { border-collapse: collapse; }
      th, td { padding: .3rem 1rem; border-bottom: 1px solid var(--line); text-align: right; }
      th:first-child { text-align: left; }
      ul.items { list-style: none; padding: 0; }
      ul.items li { padding: .3rem .6rem; margin: .25rem 0; background: var(--soft); border-radius: .3rem;
        font: .875rem/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
      summary { cursor: pointer; font-weight: 600; }
      .article { font-size: .9rem; overflow-wrap: anywhere; }
      .article hr, .article .comment { display: none; }
      .article ul { padding-left: 1.2rem; }
      .GET, .POST, .PUT, .PATCH, .DELETE { font-weight: 600; margin-right: .5rem; }
      .missing, del { color: var(--bad); }
      .none { color: var(--good); }
      </style>
      </head>
      <body>
      """;
  private final Drift drift;
  private final String details;

  DriftHtml(Drift drift, String details) {
    this.drift = drift;
    this.details = details;
  }

  String page(ChosenDocument pinned, ChosenDocument chosen) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("<h1>Contract drift</h1>\n<p class=\"note\">From the pinned document (")
        .append(escaped(pinned.date()))
        .append(") to ")
        .append(escaped(chosen.origin()))
        .append(", ")
        .append(escaped(chosen.date()))
        .append("</p>\n<table><tr><th></th><th>new</th><th>gone</th><th>changed</th></tr>\n");
    row(page, "Operations", drift.operations());
    row(page, "Schemas", drift.schemas());
    page.append("</table>\n");
    DriftSection.of(drift).forEach(section -> section(page, section));
    return page.append("<h2>Details</h2>\n<p class=\"note\">")
        .append(escaped(DriftSection.KNOWN_FALSE))
        .append("</p>\n<details><summary>Operation by operation</summary>\n")
        .append(details)
        .append("\n</details>\n</body>\n</html>\n")
        .toString();
  }

  private static void row(StringBuilder page, String name, Drift.Part part) {
    page.append(
        "<tr><th>%s</th><td>%d</td><td>%d</td><td>%d</td></tr>\n"
            .formatted(name, part.added().size(), part.gone().size(), part.changed().size()));
  }

  private static void section(StringBuilder page, DriftSection section) {
    page.append("<h2>").append(escaped(section.title())).append("</h2>\n");
    if (section.items().isEmpty()) {
      page.append("<p class=\"none\">Nothing.</p>\n");
      return;
    }
    if (!section.note().isEmpty()) {
      page.append("<p class=\"note\">").append(escaped(section.note())).append("</p>\n");
    }
    page.append("<ul class=\"items\">\n");
    section.items().forEach(item -> page.append("<li>").append(escaped(item)).append("</li>\n"));
    page.append("</ul>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
