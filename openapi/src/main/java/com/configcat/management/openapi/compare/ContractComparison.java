package com.configcat.management.openapi.compare;

import com.configcat.management.openapi.check.FacadeUse;
import com.configcat.management.openapi.document.ChosenDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two documents by what is generated from them. */
public final class ContractComparison {
  private ContractComparison() {}

  /**
   * Returns what changes from one document to another: each change once, by resource, then by kind.
   *
   * @param use knows how the facade leads to resources, and what of its own uses which member
   */
  public static List<Change> between(ChosenDocument before, ChosenDocument after, FacadeUse use) {
    List<Change> changes = new ArrayList<>();
    PropertyComparison properties = new PropertyComparison(changes, use);
    ComparedDocument old = ComparedDocument.of(before);
    ComparedDocument now = ComparedDocument.of(after);
    Map<String, String> renames = ModelComparison.renames(old, now);
    while (!renames.isEmpty()) {
      new ModelComparison(old, now, changes, use, properties).renamed(renames);
      // What refers to them is compared as if they had always been called so.
      old = old.renamed(renames);
      renames = ModelComparison.renames(old, now);
    }
    Set<String> told =
        new OperationComparison(changes, use, new JavaNames(use.accessors()), properties.schemas())
            .compare(old.operations(), now.operations());
    new ModelComparison(old, now, changes, use, properties).compare();
    new DocumentComparison(old, now, changes).compare(told);
    changes.sort(
        Comparator.comparing((Change change) -> change.resource().isEmpty())
            .thenComparing(Change::resource)
            .thenComparing(Change::kind)
            .thenComparing(change -> change.member().toString()));
    return List.copyOf(changes);
  }
}
