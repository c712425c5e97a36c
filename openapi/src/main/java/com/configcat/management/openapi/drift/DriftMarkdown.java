package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.document.ChosenDocument;

/** The drift report as Markdown, made to be compared with that of another build. */
final class DriftMarkdown {
  private final Drift drift;
  private final String details;

  DriftMarkdown(Drift drift, String details) {
    this.drift = drift;
    this.details = details;
  }

  String text(ChosenDocument pinned, ChosenDocument chosen) {
    StringBuilder text = new StringBuilder("# Contract drift\n\n");
    text.append("From the pinned document (")
        .append(pinned.date())
        .append(") to `")
        .append(chosen.origin())
        .append("`.\n");
    for (DriftSection section : DriftSection.of(drift)) {
      text.append("\n## ").append(section.title()).append("\n\n");
      if (!section.note().isEmpty()) {
        text.append(section.note()).append("\n\n");
      }
      section.items().forEach(item -> text.append("- `").append(plain(item)).append("`\n"));
      if (section.items().isEmpty()) {
        text.append("Nothing.\n");
      }
    }
    text.append("\n## Details\n\n").append(DriftSection.KNOWN_FALSE).append("\n\n");
    return text.append(details.strip()).append('\n').toString();
  }

  /** Keeps a document from ending the code span that its names stand in. */
  private static String plain(String item) {
    return item.replaceAll("[`\\p{Cntrl}]", "?");
  }
}
