package com.configcat.management.openapi.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * A heading of the drift report and what stands under it, for either format.
 *
 * @param title the heading
 * @param note what to know before reading on
 * @param items one line each
 */
record DriftSection(String title, String note, List<String> items) {
  /** What openapi-diff is known to get wrong. */
  static final String KNOWN_FALSE =
      "By openapi-diff. It does not see renamed tags and operation ids, calls it a break when a"
          + " plain reference becomes a nullable one (allOf), and repeats a schema's change at"
          + " every operation that uses it. Where it disagrees with the lists above, they are"
          + " right.";

  static List<DriftSection> of(Drift drift) {
    List<DriftSection> sections = new ArrayList<>();
    sections.add(
        new DriftSection(
            "What breaks",
            "Code that uses the generated client like this no longer compiles or has to change.",
            drift.breaks()));
    sections.add(
        new DriftSection(
            "The facade's use",
            "Lines of used-by-facade.txt that speak of something that changed, and still hold.",
            drift.touched()));
    sections.add(new DriftSection("What callers gain", "", drift.additions()));
    part(sections, "Operations", drift.operations());
    part(sections, "Schemas", drift.schemas());
    sections.add(new DriftSection("Other parts of the document that differ", "", drift.other()));
    return sections.stream().filter(section -> section.isWorthShowing()).toList();
  }

  private static void part(List<DriftSection> sections, String name, Drift.Part part) {
    sections.add(new DriftSection(name + ": new", "", part.added()));
    sections.add(new DriftSection(name + ": gone", "", part.gone()));
    sections.add(new DriftSection(name + ": changed", "", part.changed()));
  }

  private boolean isWorthShowing() {
    return !items.isEmpty() || title.equals("What breaks");
  }
}
