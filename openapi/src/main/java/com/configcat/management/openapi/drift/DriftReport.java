package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.check.FacadeUse;
import com.configcat.management.openapi.document.ChosenDocument;
import com.configcat.management.openapi.document.ContractFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Tells how the document that is used differs from the pinned one: two files and three lines. */
public final class DriftReport {
  private static final int NAMED = 3;
  private final Path folder;
  private final Consumer<String> log;

  public DriftReport(Path folder, Consumer<String> log) {
    this.folder = folder;
    this.log = log;
  }

  /** Writes the report, or deletes that of an earlier build when there is nothing to tell. */
  public void write(ChosenDocument pinned, ChosenDocument chosen, FacadeUse use)
      throws IOException {
    Drift drift = Drift.between(pinned, chosen, use);
    if (drift.isEmpty()) {
      delete();
      return;
    }
    DetailedDiff details = DetailedDiff.between(pinned.source(), chosen.source());
    Path html = folder.resolve("drift.html");
    ContractFiles.write(html, new DriftHtml(drift, details.html()).page(pinned, chosen));
    ContractFiles.write(
        folder.resolve("drift.md"),
        new DriftMarkdown(drift, details.markdown()).text(pinned, chosen));
    log.accept("[INFO] " + counts(drift));
    log.accept("[INFO] Breaks for users of the generated client: " + few(drift.breaks()));
    log.accept(
        "[INFO] The facade uses what changed: " + few(drift.touched()) + "; report: " + html);
  }

  /** Deletes the report of an earlier build. */
  public void delete() throws IOException {
    Files.deleteIfExists(folder.resolve("drift.html"));
    Files.deleteIfExists(folder.resolve("drift.md"));
    Files.deleteIfExists(folder);
  }

  private static String counts(Drift drift) {
    return "The OpenAPI document differs from the pinned one: operations "
        + counts(drift.operations())
        + "; schemas "
        + counts(drift.schemas())
        + (drift.other().isEmpty() ? "" : "; also " + String.join(", ", drift.other()));
  }

  private static String counts(Drift.Part part) {
    return "%d new, %d gone, %d changed"
        .formatted(part.added().size(), part.gone().size(), part.changed().size());
  }

  private static String few(List<String> items) {
    if (items.isEmpty()) {
      return "nothing";
    }
    int more = items.size() - NAMED;
    return String.join("; ", items.subList(0, Math.min(NAMED, items.size())))
        + (more > 0 ? "; and " + more + " more" : "");
  }
}
