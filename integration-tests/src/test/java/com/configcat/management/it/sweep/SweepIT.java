package com.configcat.management.it.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.it.contract.Contract;
import com.configcat.management.it.prism.Prism;
import com.configcat.management.it.prism.SharedPrism;
import com.configcat.management.it.report.ContractReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Calls every operation of the document through the client, and writes the contract report.
 *
 * <p>Another seed: {@code -Dsweep.seed=…}; the report names the one used.
 */
@ExtendWith(SharedPrism.class)
class SweepIT {
  private static final Path REPORT = Path.of(System.getProperty("contract.report"));
  private static final long SEED = Long.getLong("sweep.seed", 42);
  private static final List<ContractReport.Operation> CALLED = new ArrayList<>();
  private static Contract contract;
  private static OpenApi document;
  private static ContractReport.Server server;
  private static Sweep sweep;

  @BeforeAll
  static void start(Prism prism) throws Exception {
    contract = Contract.ofBuild();
    document = OpenApi.read(contract.document());
    server = new ContractReport.Server(prism.mode(), prism.version());
    sweep = new Sweep(document, contract.pulled(), prism, SEED);
    System.out.println("The sweep's seed is " + SEED);
  }

  @TestFactory
  Stream<DynamicTest> everyOperationWorksOnPrism() {
    return document.operations().stream()
        .map(operation -> DynamicTest.dynamicTest(operation.key(), () -> check(operation)));
  }

  private static void check(OpenApi.Operation operation) {
    ContractReport.Operation called = sweep.call(operation);
    CALLED.add(called);
    assertThat(called.cases())
        .filteredOn(c -> c.outcome().equals("failed"))
        .extracting(c -> c.name() + ": " + c.detail())
        .as("%s with seed %d", operation, SEED)
        .isEmpty();
  }

  @AfterAll
  static void report() throws Exception {
    sweep.close();
    new ContractReport(
            System.getProperty("contract.run", "none"),
            new ContractReport.Document(
                contract.hash(), contract.source(), contract.date(), document.operations().size()),
            server,
            SEED,
            CALLED)
        .write(REPORT);
  }
}
