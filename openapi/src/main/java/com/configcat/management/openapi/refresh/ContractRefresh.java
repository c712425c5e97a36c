package com.configcat.management.openapi.refresh;

import com.configcat.management.openapi.document.ChosenDocument;
import com.configcat.management.openapi.document.ContractFiles;
import com.configcat.management.openapi.document.DocumentReader;
import com.configcat.management.openapi.document.NormalForm;
import com.configcat.management.openapi.fix.Fixes;
import com.configcat.management.openapi.words.ExampleDrafts;
import com.configcat.management.openapi.words.MissingWords;
import com.configcat.management.openapi.words.SharedWords;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes a live document in: its structure into the pinned document, the names of its operations
 * into {@code fixes.yaml}.
 */
public final class ContractRefresh {
  private final Path pinned;
  private final Path fixes;
  private final Path folder;
  private final Consumer<String> log;

  /**
   * Takes documents in.
   *
   * @param pinned the pinned document
   * @param fixes {@code fixes.yaml}
   * @param folder where to say what is left to do
   * @param log what takes lines for the build's output
   */
  public ContractRefresh(Path pinned, Path fixes, Path folder, Consumer<String> log) {
    this.pinned = pinned;
    this.fixes = fixes;
    this.folder = folder;
    this.log = log;
  }

  /** Changes both files where they differ from the live document, and says what needs hands. */
  public void merge(ChosenDocument live) throws IOException {
    String text = Files.readString(pinned);
    ObjectNode ours = DocumentReader.read(text.getBytes(StandardCharsets.UTF_8));
    Map<String, String> renamedTags = RenamedTags.between(ours, live.source());
    ObjectNode merged = merged(ours, live.source(), renamedTags);
    FixesRewrite.Result names = FixesRewrite.of(Files.readString(fixes), live.fixed());
    String rewritten = YamlRewrite.of(text, merged);
    boolean isNew = !rewritten.equals(text) || !names.isEmpty();
    ContractFiles.write(pinned, rewritten);
    ContractFiles.write(fixes, names.text());
    log.accept(
        isNew
            ? "[INFO] Merged the structure of " + live.origin() + " into " + pinned
            : "[INFO] The pinned OpenAPI document has this structure already: " + pinned);
    RefreshReport report = new RefreshReport(pinned, rewritten);
    report.words(MissingWords.of(merged));
    report.names(names.added(), names.gone());
    report.tags(renamedTags);
    report.examples(ours, merged);
    report.secrets(SecretReview.of(ours, live.fixed(), Fixes.read(fixes)));
    report.write(folder, isNew, log);
  }

  /** Returns the folder of the drift report, which has the draft of the changelog's entries. */
  public Path drift() {
    return folder.resolve("drift");
  }

  /** Puts the drafted entries into the changelog, if there are any. */
  public void draftChangelog(Path changelog) throws IOException {
    Path draft = drift().resolve("changelog.md");
    if (Files.exists(draft)) {
      ContractFiles.write(
          changelog, UnreleasedChanges.in(Files.readString(changelog), Files.readString(draft)));
    }
  }

  private static ObjectNode merged(
      ObjectNode ours, ObjectNode live, Map<String, String> renamedTags) {
    ObjectNode before = ours.deepCopy();
    RenamedTags.apply(renamedTags, before);
    ObjectNode merged = StructureMerge.merge(before, live);
    if (NormalForm.structure(merged).equals(NormalForm.structure(ours))) {
      return ours;
    }
    SharedWords.spread(merged);
    ExampleDrafts.add(merged);
    MissingWords.open(merged);
    if (merged.path("info") instanceof ObjectNode info) {
      info.put("x-contract-date", YearMonth.now(ZoneOffset.UTC).toString());
    }
    return merged;
  }
}
