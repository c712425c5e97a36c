package com.configcat.management.openapi;

import com.configcat.management.openapi.document.CanonicalJson;
import com.configcat.management.openapi.document.ChosenDocument;
import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.document.ContractFiles;
import com.configcat.management.openapi.drift.DriftReport;
import com.configcat.management.openapi.refresh.ContractRefresh;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Makes the document that the client is generated from; Maven runs it. */
public final class ContractBuild {
  private final ContractSettings settings;
  private final Consumer<String> log;

  ContractBuild(ContractSettings settings, Consumer<String> log) {
    this.settings = settings;
    this.log = log;
  }

  /**
   * Runs with arguments of the form {@code name=value}; the module's pom has them all.
   *
   * @param arguments what to do and where
   * @throws IOException if a file cannot be written
   * @throws ContractException if there is no usable document
   */
  public static void main(String... arguments) throws IOException {
    new ContractBuild(ContractSettings.of(arguments), System.out::println).run();
  }

  void run() throws IOException {
    ContractChoice choice = new ContractChoice(settings, log);
    try {
      ChosenDocument chosen = chosen(choice);
      ChosenDocument pinned = chosen.isPinned() ? chosen : choice.readPinned();
      write(chosen, pinned);
      report(choice, chosen, pinned);
    } catch (ContractException e) {
      if (choice.refused().isPresent()) {
        report(choice, choice.refused().get(), choice.readPinned());
      }
      throw e;
    }
  }

  private ChosenDocument chosen(ContractChoice choice) throws IOException {
    if (settings.goal() == ContractSettings.Goal.REFRESH) {
      return refresh(choice);
    }
    return choice.choose();
  }

  private void write(ChosenDocument chosen, ChosenDocument pinned) throws IOException {
    Path out = settings.out();
    ContractFiles.write(out.resolve("source.json"), CanonicalJson.pretty(chosen.source()));
    ContractFiles.write(out.resolve("openapi.json"), CanonicalJson.pretty(chosen.fixed()));
    ContractFiles.write(out.resolve("contract.properties"), chosen.properties());
    ContractFiles.write(out.resolve("pinned.json"), CanonicalJson.pretty(pinned.fixed()));
  }

  /** Reports on the live document, all the more where the facade is why it is not used. */
  private void report(ContractChoice choice, ChosenDocument chosen, ChosenDocument pinned)
      throws IOException {
    DriftReport report = new DriftReport(settings.drift(), log);
    ChosenDocument live = choice.refused().orElse(chosen);
    if (live.isPinned()) {
      report.delete();
    } else {
      report.write(pinned, live, choice.facadeUse(), choice.refused().isEmpty());
    }
  }

  /** Takes the live document in and goes on with the result, if the facade can live with it. */
  private ChosenDocument refresh(ContractChoice choice) throws IOException {
    ChosenDocument live = choice.pull();
    ContractRefresh refresh =
        new ContractRefresh(settings.pinned(), settings.fixes(), settings.refresh(), log);
    // Later builds find no drift any more and would delete a report in the usual place.
    new DriftReport(refresh.drift(), log)
        .write(choice.readPinned(), live, choice.facadeUse(), true);
    refresh.merge(live);
    refresh.draftChangelog(settings.changelog());
    return choice.pinned();
  }
}
