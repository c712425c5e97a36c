package com.configcat.management.it.report;

import com.configcat.management.it.contract.Contract;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Fails the build unless every operation of the document was called through the client, accepted by
 * Prism and decoded, in this very build.
 */
public final class ContractGate {
  /** Where Maven 3 and Maven 4 put what {@code -q} asks for; this class runs in Maven's JVM. */
  private static final List<String> LEVELS =
      List.of("org.slf4j.simpleLogger.defaultLogLevel", "maven.logger.defaultLogLevel");

  private final Path contract;
  private final Path report;
  private final String run;

  ContractGate(Path contract, Path report, String run) {
    this.contract = contract;
    this.report = report;
    this.run = run;
  }

  /**
   * Prepares a build or judges it; Maven runs it.
   *
   * @param arguments {@code prepare} or {@code verify}, the contract's folder, the report's folder,
   *     the build's name, and whatever asks for tests to be skipped
   * @throws IOException if a file cannot be read or deleted
   */
  public static void main(String... arguments) throws IOException {
    run(System.out, arguments);
  }

  static void run(PrintStream out, String... arguments) throws IOException {
    ContractGate gate =
        new ContractGate(Path.of(arguments[1]), Path.of(arguments[2]), arguments[3]);
    if (arguments[0].equals("prepare")) {
      ContractReport.delete(gate.report);
      return;
    }
    boolean skipped =
        Arrays.stream(arguments).skip(4).anyMatch(argument -> argument.endsWith("=true"));
    if (skipped) {
      ContractReport.delete(gate.report);
      say(out, "[WARNING] CONTRACT NOT VERIFIED: the tests were skipped");
    } else {
      say(out, "[INFO] " + gate.verify());
    }
  }

  /** Prints a line unless Maven was told to be quiet ({@code -q}). */
  private static void say(PrintStream out, String line) {
    if (LEVELS.stream().map(System::getProperty).noneMatch("error"::equalsIgnoreCase)) {
      out.println(line);
    }
  }

  /**
   * Returns what to say of a build that passes. Of a document that was pulled Prism may be unable
   * to serve something, which is named; of the pinned one it serves everything.
   */
  String verify() throws IOException {
    ContractReport found = ContractReport.read(report);
    if (found == null) {
      throw notVerified("there is no report: the sweep did not run; run without -Dit.test");
    }
    if (!found.run().equals(run)) {
      throw notVerified("the report is that of another build");
    }
    if (!found.document().hash().equals(Contract.in(contract).hash())) {
      throw notVerified("the report is about another document");
    }
    Set<String> operations = operations();
    Set<String> called =
        found.operations().stream()
            .map(ContractReport.Operation::key)
            .collect(Collectors.toCollection(TreeSet::new));
    refuse(minus(operations, called), "not called");
    refuse(minus(called, operations), "called, but not in the document");
    refuse(keys(found, o -> !o.accepted()), "not accepted by Prism");
    boolean pinned = found.document().source().equals("pinned");
    refuse(keys(found, o -> !o.decoded() && (pinned || o.unserved().isEmpty())), "not decoded");
    refuse(keys(found, ContractGate::hasFailed), "not as they must be in other cases");
    return "Contract verified: %d of %d operations accepted and decoded (%s Prism %s)%s; see %s"
        .formatted(
            found.operations().stream().filter(ContractReport.Operation::decoded).count(),
            operations.size(),
            found.prism().mode(),
            found.prism().version(),
            unserved(found),
            report.resolve("index.html"));
  }

  private static boolean hasFailed(ContractReport.Operation operation) {
    return operation.cases().stream().anyMatch(one -> one.outcome().equals("failed"));
  }

  /** Names what nobody could have decoded. */
  private static String unserved(ContractReport report) {
    String all =
        report.operations().stream()
            .filter(operation -> !operation.unserved().isEmpty())
            .map(
                operation -> operation.key() + " (" + String.join(", ", operation.unserved()) + ")")
            .sorted()
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? "" : "; Prism itself cannot serve " + all;
  }

  private static Set<String> keys(
      ContractReport report, java.util.function.Predicate<ContractReport.Operation> which) {
    return report.operations().stream()
        .filter(which)
        .map(ContractReport.Operation::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> minus(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static void refuse(Set<String> operations, String what) {
    if (!operations.isEmpty()) {
      throw notVerified(operations.size() + " operations are " + what + ": " + operations);
    }
  }

  private static IllegalStateException notVerified(String why) {
    return new IllegalStateException("CONTRACT NOT VERIFIED: " + why);
  }

  /** The operations of the document as it was before fixes. */
  private Set<String> operations() throws IOException {
    Set<String> operations = new TreeSet<>();
    Set<String> methods =
        Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    try (Reader reader = Files.newBufferedReader(contract.resolve("source.json"))) {
      JsonObject paths = JsonParser.parseReader(reader).getAsJsonObject().getAsJsonObject("paths");
      for (String path : paths.keySet()) {
        for (String member : paths.getAsJsonObject(path).keySet()) {
          if (methods.contains(member)) {
            operations.add(member.toUpperCase(Locale.ROOT) + " " + path);
          }
        }
      }
    }
    return operations;
  }
}
