package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.check.FacadeUse;
import com.configcat.management.openapi.compare.Change;
import com.configcat.management.openapi.compare.JavaNames;
import com.configcat.management.openapi.compare.Severity;
import com.configcat.management.openapi.document.ChosenDocument;
import com.configcat.management.openapi.document.ContractFiles;
import com.configcat.management.openapi.drift.Outline.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Tells how the document that is used differs from the pinned one: four files and three lines. */
public final class DriftReport {
  private static final int NAMED = 3;
  private static final List<String> FILES =
      List.of("drift.html", "drift.md", "changelog.md", "drift.properties");
  private final Path folder;
  private final Consumer<String> log;

  public DriftReport(Path folder, Consumer<String> log) {
    this.folder = folder;
    this.log = log;
  }

  /**
   * Writes the report, or deletes that of an earlier build when there is nothing to tell.
   *
   * @param used whether the client is generated from the chosen document
   */
  public void write(ChosenDocument pinned, ChosenDocument chosen, FacadeUse use, boolean used)
      throws IOException {
    Drift drift;
    try {
      drift = Drift.between(pinned, chosen, use);
    } catch (RuntimeException | StackOverflowError e) {
      // A report is no reason to stop a build.
      delete();
      log.accept("[WARNING] The documents cannot be compared, so there is no drift report: " + e);
      return;
    }
    if (drift.isEmpty()) {
      delete();
      return;
    }
    Heading heading = Heading.of(drift, pinned, chosen, used);
    List<Section> sections = new Outline(drift, new JavaNames(use.accessors())).sections();
    Path html = folder.resolve("drift.html");
    ContractFiles.write(html, DriftHtml.page(heading, sections));
    ContractFiles.write(folder.resolve("drift.md"), DriftMarkdown.text(heading, sections));
    ContractFiles.write(folder.resolve("changelog.md"), ChangelogDraft.text(drift));
    ContractFiles.write(folder.resolve("drift.properties"), properties(drift, used));
    log.accept("[INFO] Contract drift. " + drift.headline() + " (" + heading.countsInWords() + ")");
    log.accept(
        "[INFO] What breaks: "
            + few(
                drift.of(Severity.BREAKS).stream()
                    .map(Change::sentence)
                    .map(s -> Shown.of(s.toString()))
                    .toList()));
    log.accept("[INFO] Facade methods touched: " + few(drift.touched()) + "; report: " + html);
  }

  /** Deletes the report of an earlier build. */
  public void delete() throws IOException {
    for (String file : FILES) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Files.deleteIfExists(folder);
  }

  /** What a script asks. */
  private static String properties(Drift drift, boolean used) {
    return """
    drift.verdict=%s
    drift.new=%d
    drift.surprises=%d
    drift.breaks=%d
    drift.noEffect=%d
    drift.used=%s
    """
        .formatted(
            drift.verdict().word(),
            drift.count(Severity.ADDS),
            drift.count(Severity.SURPRISES),
            drift.count(Severity.BREAKS),
            drift.count(Severity.NO_EFFECT),
            used);
  }

  private static String few(Collection<String> items) {
    if (items.isEmpty()) {
      return "nothing";
    }
    int more = items.size() - NAMED;
    return String.join("; ", items.stream().limit(NAMED).toList())
        + (more > 0 ? "; and " + more + " more" : "");
  }
}
