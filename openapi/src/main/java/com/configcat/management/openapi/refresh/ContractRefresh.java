package com.configcat.management.openapi.refresh;

import com.configcat.management.openapi.document.ContractFiles;
import com.configcat.management.openapi.document.DocumentReader;
import com.configcat.management.openapi.document.NormalForm;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** Merges the structure of a live document into the pinned one. */
public final class ContractRefresh {
  private final Path pinned;
  private final Consumer<String> log;

  public ContractRefresh(Path pinned, Consumer<String> log) {
    this.pinned = pinned;
    this.log = log;
  }

  /** Writes the pinned document, unless its structure is that of the live one already. */
  public void merge(ObjectNode live) throws IOException {
    String text = Files.readString(pinned);
    ObjectNode ours = DocumentReader.read(text.getBytes(StandardCharsets.UTF_8));
    ObjectNode merged = StructureMerge.merge(ours, live);
    if (NormalForm.structure(merged).equals(NormalForm.structure(ours))) {
      log.accept("[INFO] The pinned OpenAPI document has this structure already: " + pinned);
      return;
    }
    if (merged.path("info") instanceof ObjectNode info) {
      info.put("x-contract-date", YearMonth.now(ZoneOffset.UTC).toString());
    }
    ContractFiles.write(pinned, YamlRewrite.of(text, merged));
    log.accept(
        "[INFO] Merged the structure into "
            + pinned
            + "; what is new has no words yet, and the tests say where");
  }
}
