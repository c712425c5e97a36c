package com.configcat.management.openapi;

import com.configcat.management.openapi.check.CallCheck;
import com.configcat.management.openapi.check.ContractFacts;
import com.configcat.management.openapi.check.DocumentCheck;
import com.configcat.management.openapi.check.FacadeUse;
import com.configcat.management.openapi.check.HandwrittenCheck;
import com.configcat.management.openapi.check.NameCheck;
import com.configcat.management.openapi.document.ChosenDocument;
import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.document.DocumentReader;
import com.configcat.management.openapi.fix.Fixer;
import com.configcat.management.openapi.fix.Fixes;
import com.configcat.management.openapi.pull.DocumentPull;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chooses between the live document and the pinned one. */
final class ContractChoice {
  private static final int NAMED = 3;
  private final ContractSettings settings;
  private final Consumer<String> log;
  private @Nullable ChosenDocument refused;

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
    if (isOutOfReach()) {
      log.accept("[INFO] Offline: using the pinned OpenAPI document");
      return pinned();
    }
    try {
      return live();
    } catch (ContractException e) {
      log.accept("[WARNING] Using the pinned OpenAPI document: " + e.getMessage());
      return pinned();
    }
  }

  private ChosenDocument live() throws IOException {
    ChosenDocument chosen = held(pull());
    log.accept("[INFO] Using the OpenAPI document from " + chosen.origin());
    return chosen;
  }

  /**
   * Returns the pinned document.
   *
   * @throws ContractException if it does not give what the facade and the tests use
   */
  ChosenDocument pinned() throws IOException {
    return held(readPinned());
  }

  /** Returns the pinned document, checked like any other but not held against the facade's use. */
  ChosenDocument readPinned() throws IOException {
    Path file = settings.pinned();
    ObjectNode source = usable(Files.readAllBytes(file), file.toString());
    return fixed(
        source, ChosenDocument.PINNED, source.path("info").path("x-contract-date").asText());
  }

  FacadeUse facadeUse() throws IOException {
    return FacadeUse.read(settings.contract().resolve("used-by-facade.txt"));
  }

  private FacadeUse testUse() throws IOException {
    return FacadeUse.read(settings.contract().resolve("used-by-tests.txt"));
  }

  /**
   * Returns the live document, checked like any other but not held against the facade's use.
   *
   * @throws ContractException if it cannot be had or is no document of this API
   */
  ChosenDocument pull() throws IOException {
    String shown = DocumentPull.shown(settings.url());
    if (isOutOfReach()) {
      throw new ContractException("Maven is offline and -Dcontract.mode=live asks for " + shown);
    }
    DocumentPull pull = new DocumentPull(settings.limit(), DocumentReader.MAX_BYTES);
    ObjectNode source = usable(pull.pull(settings.url()), shown);
    return fixed(source, shown, LocalDate.now(ZoneOffset.UTC).toString());
  }

  /** Returns the live document if all that speaks against it is that the facade would break. */
  Optional<ChosenDocument> refused() {
    return Optional.ofNullable(refused);
  }

  private boolean isOutOfReach() {
    return settings.offline() && DocumentPull.isRemote(settings.url());
  }

  private static ObjectNode usable(byte[] bytes, String place) {
    try {
      ObjectNode source = DocumentReader.read(bytes);
      DocumentCheck.check(source);
      return source;
    } catch (ContractException e) {
      throw new ContractException(place + ": " + e.getMessage(), e);
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever a document makes a library do, it is the document that is not usable.
      throw new ContractException(place + ": the document cannot be processed (" + e + ")", e);
    }
  }

  private ChosenDocument fixed(ObjectNode source, String origin, String date) throws IOException {
    return new ChosenDocument(source, fix(source, origin), origin, date);
  }

  private ChosenDocument held(ChosenDocument document) throws IOException {
    if (settings.facade() == ContractSettings.Facade.CHECK) {
      ContractFacts facts = new ContractFacts(document.fixed());
      refuse(document, "would break the facade", facadeUse().brokenBy(facts));
      refuse(document, "would break the tests", testUse().brokenBy(facts));
    }
    return document;
  }

  private void refuse(ChosenDocument document, String what, List<String> broken) {
    if (!broken.isEmpty()) {
      refused = document.isPinned() ? null : document;
      boolean all = broken.size() <= NAMED || settings.mode() != ContractSettings.Mode.AUTO;
      throw new ContractException(
          "the document from "
              + document.origin()
              + " "
              + what
              + ": "
              + String.join(", ", all ? broken : broken.subList(0, NAMED))
              + (all ? "" : " and " + (broken.size() - NAMED) + " more"));
    }
  }

  private ObjectNode fix(ObjectNode source, String origin) throws IOException {
    Fixes fixes = Fixes.read(settings.fixes());
    try {
      ObjectNode fixed = new Fixer(fixes, facadeUse().methods()).fix(source);
      CallCheck.check(fixed);
      NameCheck.check(fixed);
      HandwrittenCheck.check(fixed);
      return fixed;
    } catch (ContractException e) {
      throw new ContractException(origin + ": " + e.getMessage(), e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new ContractException(origin + ": the document cannot be fixed (" + e + ")", e);
    }
  }
}
