package com.configcat.management.fake.internal.page;

import com.configcat.management.fake.internal.page.Overview.PlannedFault;
import java.util.List;

/** Writes what will go wrong. */
final class FaultsSection {
  private FaultsSection() {}

  static void write(Html html, List<PlannedFault> faults) {
    OverviewPage.heading(html, "faults", "Faults", faults.size());
    if (faults.isEmpty()) {
      html.element("p", "Nothing is set to go wrong.", "class", "none");
      return;
    }
    html.element("ul", () -> faults.forEach(fault -> fault(html, fault)), "class", "list");
  }

  private static void fault(Html html, PlannedFault fault) {
    html.element(
        "li",
        () -> {
          html.element("b", capitalized(fault.what()));
          html.element(
              "p",
              () -> {
                html.text(fault.at());
                if (!fault.operation().isEmpty()) {
                  html.text(" of ").element("code", fault.operation());
                }
              });
        });
  }

  private static String capitalized(String sentence) {
    return sentence.isEmpty()
        ? "Nothing"
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
