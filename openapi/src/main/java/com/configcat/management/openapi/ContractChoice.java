package com.configcat.management.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/** Chooses between the live document and the pinned one. */
final class ContractChoice {
  private static final int NAMED = 3;
  private final ContractSettings settings;
  private final Consumer<String> log;

  ContractChoice(ContractSettings settings, Consumer<String> log) {
    this.settings = settings;
    this.log = log;
  }

  /**
   * Chooses.
   *
   * @throws ContractException if the document asked for is not usable
   */
  ChosenDocument choose() throws IOException {
    return switch (settings.mode()) {
      case PINNED -> pinned();
      case LIVE -> live();
      case AUTO -> liveOrPinned();
    };
  }

  private ChosenDocument liveOrPinned() throws IOException {
    if (settings.offline() && DocumentPull.isRemote(settings.url())) {
      log.accept("[INFO] Offline: using the pinned OpenAPI document");
      return pinned();
    }
    try {
      return live();
    } catch (ContractException e) {
      log.accept(
          "[WARNING] Using the pinned OpenAPI document: " + e.getMessage().replaceAll("\\s+", " "));
      return pinned();
    }
  }

  private ChosenDocument live() throws IOException {
    if (settings.offline() && DocumentPull.isRemote(settings.url())) {
      throw new ContractException(
          "Maven is offline and -Dcontract.mode=live asks for "
              + DocumentPull.shown(settings.url()));
    }
    byte[] bytes =
        new DocumentPull(settings.limit(), DocumentReader.MAX_BYTES).pull(settings.url());
    return checked(
        bytes, DocumentPull.shown(settings.url()), LocalDate.now(ZoneOffset.UTC).toString());
  }

  ChosenDocument pinned() throws IOException {
    byte[] bytes = Files.readAllBytes(settings.contract().resolve("configcat-management-api.yaml"));
    String date = DocumentReader.read(bytes).path("info").path("x-contract-date").asText();
    return checked(bytes, ChosenDocument.PINNED, date);
  }

  private ChosenDocument checked(byte[] bytes, String origin, String date) throws IOException {
    ObjectNode source = DocumentReader.read(bytes);
    DocumentCheck.check(source);
    ObjectNode fixed = new Fixer(Fixes.read(contractFile("fixes.yaml"))).fix(source);
    List<String> broken =
        FacadeUse.read(contractFile("used-by-facade.txt")).brokenBy(new ContractFacts(fixed));
    if (!broken.isEmpty()) {
      boolean all = broken.size() <= NAMED || settings.mode() != ContractSettings.Mode.AUTO;
      throw new ContractException(
          "the document from "
              + origin
              + " would break the facade: "
              + String.join(", ", all ? broken : broken.subList(0, NAMED))
              + (all ? "" : " and " + (broken.size() - NAMED) + " more"));
    }
    return new ChosenDocument(source, fixed, origin, date);
  }

  private Path contractFile(String name) {
    return settings.contract().resolve(name);
  }
}
