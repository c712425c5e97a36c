package com.configcat.management.fake.internal.page;

import com.configcat.management.fake.internal.page.Overview.AuditEntry;
import com.configcat.management.fake.internal.page.Overview.Listed;

/** Writes the end of the audit log. */
final class AuditSection {
  private AuditSection() {}

  static void write(Html html, Listed<AuditEntry> entries) {
    OverviewPage.heading(html, "audit", "Audit log", entries.total());
    if (entries.items().isEmpty()) {
      html.element("p", "Nothing has been changed by a request.", "class", "none");
      return;
    }
    html.element("ol", () -> entries.items().forEach(entry -> entry(html, entry)), "class", "list");
    OverviewPage.more(html, entries, "before these");
  }

  private static void entry(Html html, AuditEntry entry) {
    html.element(
        "li",
        () -> {
          html.element("b", entry.what()).text(" ").element("code", entry.target());
          if (!entry.where().isEmpty()) {
            html.text(" in " + entry.where());
          }
          if (!entry.why().isEmpty()) {
            html.element("p", "“" + entry.why() + "”");
          }
          html.element(
              "p",
              () ->
                  html.element("time", Times.shown(entry.time()), "datetime", entry.time())
                      .text(", " + entry.who()));
        });
  }
}
