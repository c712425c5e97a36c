package com.configcat.management.it.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.configcat.management.it.report.ContractReport.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractGateTest {
  @TempDir private Path contract;
  @TempDir private Path folder;
  private Path report;

  @BeforeEach
  void writeContract() throws IOException {
    report = folder.resolve("contract-report");
    Files.writeString(
        contract.resolve("source.json"),
        "{\"paths\":{\"/a\":{\"parameters\":[],\"get\":{},\"put\":{}},\"/b\":{\"summary\":\"x\",\"delete\":{}}}}");
    Files.writeString(contract.resolve("openapi.json"), "{}");
    Files.writeString(
        contract.resolve("contract.properties"),
        "contract.hash=h\ncontract.source=pinned\ncontract.date=2026-08\n");
  }

  private static Operation operation(String key, boolean accepted, boolean decoded) {
    String[] parts = key.split(" ", -1);
    return new Operation(
        parts[0],
        parts[1],
        "id",
        "Resource",
        "ResourceOperations.x",
        accepted,
        decoded,
        List.of(),
        List.of());
  }

  private static Operation unserved(String outcome) {
    ContractReport.Case one =
        new ContractReport.Case(
            "minimal request",
            ContractReport.Kind.SUCCESS,
            outcome,
            "XModel: it cannot",
            null,
            null,
            null,
            List.of());
    return new Operation(
        "DELETE",
        "/b",
        "id",
        "Resource",
        "ResourceOperations.x",
        true,
        false,
        List.of("XModel: it cannot"),
        List.of(one));
  }

  private void report(String run, String hash, Operation... operations) throws IOException {
    report(run, hash, "pinned", operations);
  }

  private void report(String run, String hash, String source, Operation... operations)
      throws IOException {
    new ContractReport(
            run,
            new ContractReport.Document(hash, source, "2026-08", 3),
            new ContractReport.Server("local", "5.14.2"),
            42,
            Arrays.asList(operations))
        .write(report);
  }

  private void refuses(String why) {
    assertThatIllegalStateException()
        .isThrownBy(() -> new ContractGate(contract, report, "run").verify())
        .withMessageStartingWith("CONTRACT NOT VERIFIED: ")
        .withMessageContaining(why);
  }

  private static final Operation GET = operation("GET /a", true, true);
  private static final Operation PUT = operation("PUT /a", true, true);
  private static final Operation DELETE = operation("DELETE /b", true, true);

  @Test
  void passesWhenEveryOperationIsThere() throws IOException {
    report("run", "h", DELETE, PUT, GET);

    assertThat(new ContractGate(contract, report, "run").verify())
        .startsWith("Contract verified: 3 of 3");
  }

  @Test
  void refusesWhenNothingRan() {
    refuses("there is no report");
  }

  @Test
  void refusesAReportOfAnotherBuildOrDocument() throws IOException {
    report("yesterday", "h", GET, PUT, DELETE);
    refuses("another build");
    report("run", "other", GET, PUT, DELETE);
    refuses("another document");
  }

  @Test
  void refusesWhenTheSetsAreNotEqual() throws IOException {
    report("run", "h", GET, PUT);
    refuses("not called: [DELETE /b]");
    report("run", "h", GET, PUT, DELETE, operation("POST /c", true, true));
    refuses("not in the document: [POST /c]");
  }

  @Test
  void refusesWhatWasNotAcceptedOrNotDecoded() throws IOException {
    report("run", "h", GET, PUT, operation("DELETE /b", false, true));
    refuses("not accepted by Prism: [DELETE /b]");
    report("run", "h", GET, PUT, operation("DELETE /b", true, false));
    refuses("not decoded: [DELETE /b]");
  }

  @Test
  void namesWhatPrismItselfCannotServeOfADocumentThatWasPulled() throws IOException {
    report("run", "h", "https://example.com", GET, PUT, unserved("unserved"));

    assertThat(new ContractGate(contract, report, "run").verify())
        .startsWith("Contract verified: 2 of 3 operations accepted and decoded")
        .contains("Prism itself cannot serve DELETE /b (XModel: it cannot)");
  }

  @Test
  void excusesNothingElseByWhatPrismCannotServe() throws IOException {
    report("run", "h", "pinned", GET, PUT, unserved("unserved"));
    refuses("not decoded: [DELETE /b]");
    report("run", "h", "https://example.com", GET, PUT, unserved("failed"));
    refuses("not as they must be in other cases: [DELETE /b]");
    report("run", "h", "https://example.com", GET, operation("PUT /a", true, false), DELETE);
    refuses("not decoded: [PUT /a]");
  }

  @Test
  void leavesNoReportWhenTestsAreSkipped() throws IOException {
    report("run", "h", GET, PUT, DELETE);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    ContractGate.run(
        new PrintStream(printed, true, UTF_8),
        "verify",
        contract.toString(),
        report.toString(),
        "run",
        "skipTests=true",
        "skipITs=false");

    assertThat(report).doesNotExist();
    assertThat(printed.toString(UTF_8)).contains("CONTRACT NOT VERIFIED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.slf4j.simpleLogger.defaultLogLevel", "maven.logger.defaultLogLevel"})
  void printsNothingWhereMavenIsToldToBeQuiet(String level) throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setProperty(level, "error");
    try {
      ContractGate.run(
          new PrintStream(printed, true, UTF_8),
          "verify",
          contract.toString(),
          report.toString(),
          "run",
          "skipTests=true");
    } finally {
      System.clearProperty(level);
    }

    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  @Test
  void deletesTheReportOfTheBuildBefore() throws IOException {
    report("run", "h", GET, PUT, DELETE);

    ContractGate.main("prepare", contract.toString(), report.toString(), "run");

    assertThat(report).doesNotExist();
  }
}
