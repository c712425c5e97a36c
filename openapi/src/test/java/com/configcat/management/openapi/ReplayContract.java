package com.configcat.management.openapi;

import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.document.DocumentReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the contract's part of a build makes of a document, with everything else as this project has
 * it.
 *
 * @param refusal why the document is not built from; empty if it is
 * @param log what the build says
 */
public record ReplayContract(Optional<String> refusal, List<String> log) {
  private static final String PINNED = Documents.pinned().toString();
  private static final String FALLBACK = "[WARNING] Using the pinned OpenAPI document: ";

  /**
   * Builds in a mode of {@code contract.mode}.
   *
   * @param folder where the document is saved and the outputs go
   * @throws ContractException if the mode is {@code live} and the document is not built from
   */
  public static ReplayContract build(String mode, ObjectNode document, Path folder)
      throws IOException {
    return build(mode, ContractSettings.Facade.CHECK, document, folder);
  }

  /** Builds from the document or not at all, whether it suits the facade or not. */
  public static ReplayContract buildTheClientAlone(ObjectNode document, Path folder)
      throws IOException {
    return build("live", ContractSettings.Facade.IGNORE, document, folder);
  }

  private static ReplayContract build(
      String mode, ContractSettings.Facade facade, ObjectNode document, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve("live.json"), document.toString());
    List<String> log = new ArrayList<>();
    new ContractBuild(
            new ContractSettings(
                ContractSettings.Goal.BUILD,
                ContractSettings.Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                facade,
                file.toString(),
                false,
                sources(folder.resolve("sources")),
                folder.resolve("contract"),
                folder.resolve("drift"),
                folder.resolve("refresh"),
                folder.resolve("CHANGELOG.md"),
                Duration.ofSeconds(60)),
            log::add)
        .run();
    List<String> warnings = log.stream().filter(line -> line.startsWith("[WARN")).toList();
    if (warnings.size() > 1 || warnings.stream().anyMatch(line -> !line.startsWith(FALLBACK))) {
      throw new AssertionError("a document is turned down in one warning, not in " + warnings);
    }
    return new ReplayContract(
        warnings.stream().map(line -> line.substring(FALLBACK.length())).findFirst(), log);
  }

  /** Writes what this project has, with the pinned document as JSON, which is read much faster. */
  private static Path sources(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : List.of("fixes.yaml", "used-by-facade.txt", "used-by-tests.txt")) {
      Files.write(folder.resolve(name), Files.readAllBytes(Documents.CONTRACT.resolve(name)));
    }
    Files.writeString(folder.resolve("configcat-management-api.yaml"), PINNED);
    return folder;
  }

  /** Reads the document that the client is generated from. */
  public static ObjectNode fixed(Path folder) throws IOException {
    return DocumentReader.read(Files.readAllBytes(folder.resolve("contract/openapi.json")));
  }
}
