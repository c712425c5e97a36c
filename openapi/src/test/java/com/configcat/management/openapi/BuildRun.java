package com.configcat.management.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One build of the contract into a folder of its own. */
public final class BuildRun {
  private Duration limit = Duration.ofSeconds(20);
  public final List<String> log = new ArrayList<>();
  private final Path folder;
  private final Path contract;
  private boolean offline;
  private ContractSettings.Facade facade = ContractSettings.Facade.CHECK;
  private ContractSettings.Goal goal = ContractSettings.Goal.BUILD;

  public BuildRun(Path folder) throws IOException {
    this.folder = folder;
    this.contract = SmallContract.in(folder.resolve("sources"));
    Files.writeString(changelog(), "## [Unreleased]\n");
  }

  BuildRun offline() {
    offline = true;
    return this;
  }

  BuildRun ignoringTheFacade() {
    facade = ContractSettings.Facade.IGNORE;
    return this;
  }

  BuildRun within(Duration pullLimit) {
    limit = pullLimit;
    return this;
  }

  public BuildRun refreshing() {
    goal = ContractSettings.Goal.REFRESH;
    return this;
  }

  public Path pinnedFile() {
    return contract.resolve("configcat-management-api.yaml");
  }

  public Path fixesFile() {
    return contract.resolve("fixes.yaml");
  }

  public void auto(String url) throws IOException {
    run(ContractSettings.Mode.AUTO, url);
  }

  public void live(String url) throws IOException {
    run(ContractSettings.Mode.LIVE, url);
  }

  public void pinned(String url) throws IOException {
    run(ContractSettings.Mode.PINNED, url);
  }

  private void run(ContractSettings.Mode mode, String url) throws IOException {
    log.clear();
    ContractSettings settings =
        new ContractSettings(
            goal,
            mode,
            facade,
            url,
            offline,
            contract,
            out(),
            drift(),
            refresh(),
            changelog(),
            limit);
    new ContractBuild(settings, log::add).run();
  }

  /** Writes a document to pull, as a file. */
  public String file(ObjectNode document) throws IOException {
    return Files.writeString(folder.resolve("live.json"), document.toString()).toString();
  }

  public List<String> warnings() {
    return log.stream().filter(line -> line.startsWith("[WARN")).toList();
  }

  ObjectNode fixed() {
    return Documents.read(out().resolve("openapi.json"));
  }

  public ObjectNode source() {
    return Documents.read(out().resolve("source.json"));
  }

  public String properties() throws IOException {
    return Files.readString(out().resolve("contract.properties"));
  }

  Path out() {
    return folder.resolve("contract");
  }

  /** Returns where a refresh says what it did. */
  public Path refresh() {
    return folder.resolve("refresh");
  }

  public Path changelog() {
    return folder.resolve("CHANGELOG.md");
  }

  public Path drift() {
    return folder.resolve("drift");
  }

  /** Returns the names of all files that the build left behind. */
  List<String> files() throws IOException {
    if (!Files.exists(out())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(out())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
