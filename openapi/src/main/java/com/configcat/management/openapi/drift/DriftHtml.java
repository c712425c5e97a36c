package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.compare.Sentence;
import com.configcat.management.openapi.drift.Outline.Group;
import com.configcat.management.openapi.drift.Outline.Section;
import java.util.List;

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
      :root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --code: #f3f4f6;
        --page: #fff; --new: #1a7f37; --surprise: #9a6700; --break: #d1242f; }
      @media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --soft: #9198a1; --line: #3d444d; --code: #1c2128;
        --page: #0d1117; --new: #3fb950; --surprise: #d29922; --break: #f85149; } }
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page);
        max-width: 60rem; margin: 2rem auto; padding: 0 1.25rem; }
      h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .75rem; }
      h2 { font-size: 1.2rem; margin: 1.75rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
      h3 { font-size: 1rem; font-weight: 600; margin: 1rem 0 .25rem; overflow-wrap: anywhere; }
      p { margin: .5rem 0; }
      .origin { color: var(--soft); overflow-wrap: anywhere; }
      .counts { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: 0; padding: 0; }
      .counts li { border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .75rem; }
      .counts .none { color: var(--soft); }
      .new { color: var(--new); } .surprise { color: var(--surprise); } .break { color: var(--break); }
      .items { margin: 0; padding-left: 1.2rem; }
      .items li { margin: .25rem 0; overflow-wrap: anywhere; }
      code { font: .875em ui-monospace, monospace; background: var(--code); border-radius: .25rem; padding: .1em .3em; }
      h3 code { background: none; padding: 0; font-size: 1em; }
      details { margin-top: 1rem; }
      summary { cursor: pointer; color: var(--soft); }
      .refused { border-left: .25rem solid var(--break); padding-left: .75rem; }
      </style>
      </head>
      <body>
      """;

  /** Colours of the counts, in their order. */
  private static final List<String> STYLES = List.of("new", "surprise", "break", "harmless");

  private final StringBuilder page = new StringBuilder(HEAD);

  private DriftHtml() {}

  static String page(Heading heading, List<Section> sections) {
    DriftHtml html = new DriftHtml();
    html.head(heading);
    sections.forEach(html::section);
    return html.page.append("</body>\n</html>\n").toString();
  }

  private void head(Heading heading) {
    page.append("<h1>").append(escaped(heading.verdict())).append("</h1>\n<ul class=\"counts\">\n");
    for (int i = 0; i < heading.counts().size(); i++) {
      String style = heading.counts().get(i).number() == 0 ? "none" : STYLES.get(i);
      page.append("<li class=\"").append(style).append("\">");
      page.append(escaped(heading.counts().get(i).toString())).append("</li>\n");
    }
    page.append("</ul>\n<p class=\"origin\">").append(written(heading.origin())).append("</p>\n");
    if (!heading.used()) {
      page.append("<p class=\"refused\">").append(escaped(Heading.REFUSED)).append("</p>\n");
    }
  }

  private void section(Section section) {
    if (!section.open().isEmpty()) {
      page.append("<h2>").append(escaped(section.title())).append("</h2>\n");
      section.open().forEach(this::group);
    }
    if (!section.folded().isEmpty()) {
      page.append("<details><summary>").append(escaped(section.summary())).append("</summary>\n");
      section.folded().forEach(this::group);
      page.append("</details>\n");
    }
  }

  private void group(Group group) {
    if (!group.heading().words().isEmpty()) {
      page.append("<h3>").append(written(group.heading())).append("</h3>\n");
    }
    page.append("<ul class=\"items\">\n");
    group.items().forEach(item -> page.append("<li>").append(written(item)).append("</li>\n"));
    page.append("</ul>\n");
  }

  private static String written(Sentence sentence) {
    return sentence.write(DriftHtml::escaped, DriftHtml::code);
  }

  /** Lets long names break where a reader would break them. */
  private static String code(String name) {
    String text = escaped(Shown.of(name)).replaceAll("(?<=[a-z)}])[./(](?=[A-Za-z{])", "$0<wbr>");
    return "<code>" + text + "</code>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
