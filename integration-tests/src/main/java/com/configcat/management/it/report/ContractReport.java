package com.configcat.management.it.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of every operation of a document.
 *
 * @param run the build that made it
 * @param document what the client was generated from
 * @param prism the mock server
 * @param seed where the requests' chance started
 * @param operations what was called
 */
public record ContractReport(
    String run, Document document, Server prism, long seed, List<Operation> operations) {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /**
   * Copies the list.
   *
   * @param run the build that made it
   * @param document what the client was generated from
   * @param prism the mock server
   * @param seed where the requests' chance started
   * @param operations what was called
   */
  public ContractReport {
    operations = List.copyOf(operations);
  }

  /**
   * The document.
   *
   * @param hash SHA-256 of it as it was before fixes
   * @param source {@code pinned}, or where it was pulled from
   * @param date when it was pinned or pulled
   * @param operations how many it has
   */
  public record Document(String hash, String source, String date, int operations) {}

  /**
   * The mock server.
   *
   * @param mode how it ran
   * @param version of Prism
   */
  public record Server(String mode, String version) {}

  /**
   * One operation, and what was tried with it.
   *
   * @param method the HTTP method
   * @param path the path template
   * @param operationId of the document
   * @param resource the stem of its classes
   * @param blocking the method called, {@code ProductsOperations.list}
   * @param accepted whether Prism took all valid requests
   * @param decoded whether all answers to them were decoded without loss
   * @param unserved the schemas of which Prism itself could make no answer, and what it said
   * @param cases what was tried
   */
  public record Operation(
      String method,
      String path,
      String operationId,
      String resource,
      String blocking,
      boolean accepted,
      boolean decoded,
      List<String> unserved,
      List<Case> cases) {
    /**
     * Copies the lists.
     *
     * @param method the HTTP method
     * @param path the path template
     * @param operationId of the document
     * @param resource the stem of its classes
     * @param blocking the method called
     * @param accepted whether Prism took all valid requests
     * @param decoded whether all answers to them were decoded without loss
     * @param unserved the schemas of which Prism itself could make no answer
     * @param cases what was tried
     */
    public Operation {
      unserved = List.copyOf(unserved);
      cases = List.copyOf(cases);
    }

    /**
     * Names the operation.
     *
     * @return method and path
     */
    public String key() {
      return method + " " + path;
    }
  }

  /**
   * One try.
   *
   * @param name what was tried
   * @param kind the kind of it
   * @param outcome {@code passed}, {@code failed}, or {@code unserved} where Prism itself failed
   * @param detail why it failed
   * @param exception the exception it ended in, as it should
   * @param request what was sent
   * @param answer what was answered
   * @param violations what Prism found
   */
  public record Case(
      String name,
      Kind kind,
      String outcome,
      String detail,
      @Nullable String exception,
      @Nullable Request request,
      @Nullable ReportedResponse answer,
      List<String> violations) {
    /**
     * Copies the list.
     *
     * @param name what was tried
     * @param kind the kind of it
     * @param outcome {@code passed} or {@code failed}
     * @param detail why it failed
     * @param exception the exception it ended in
     * @param request what was sent
     * @param answer what was answered
     * @param violations what Prism found
     */
    public Case {
      violations = List.copyOf(violations);
    }
  }

  /** What kind of try. */
  public enum Kind {
    /** A valid request. */
    @SerializedName("success")
    SUCCESS,
    /** Without credentials. */
    @SerializedName("noCredentials")
    NO_CREDENTIALS,
    /** With one parameter that is not valid. */
    @SerializedName("brokenParameter")
    BROKEN_PARAMETER,
    /** With a body that is not valid. */
    @SerializedName("brokenBody")
    BROKEN_BODY,
    /** Asking for a status that the document declares. */
    @SerializedName("declaredStatus")
    DECLARED_STATUS
  }

  /**
   * A request as it went out.
   *
   * @param method the HTTP method
   * @param url the whole URL
   * @param headers with secrets masked
   * @param body as text
   */
  public record Request(String method, String url, Map<String, String> headers, String body) {}

  /**
   * An answer as it came.
   *
   * @param status the HTTP status
   * @param headers as they came
   * @param body as text
   */
  public record ReportedResponse(int status, Map<String, String> headers, String body) {}

  /**
   * Writes the report as JSON, and as a page beside it.
   *
   * @param folder where to
   * @throws IOException if it cannot be written
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    String json = GSON.toJson(this) + "\n";
    // An answer may hold half a character, which writeString would refuse.
    Files.write(folder.resolve("contract-report.json"), json.getBytes(StandardCharsets.UTF_8));
    Files.writeString(folder.resolve("index.html"), ReportPage.html(json));
  }

  /**
   * Reads a report.
   *
   * @param folder where it is
   * @return the report, or null if there is none
   * @throws IOException if it cannot be read
   */
  public static @Nullable ContractReport read(Path folder) throws IOException {
    Path file = folder.resolve("contract-report.json");
    if (!Files.exists(file)) {
      return null;
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      return GSON.fromJson(reader, ContractReport.class);
    }
  }

  /**
   * Deletes the report of an earlier build.
   *
   * @param folder where it was
   * @throws IOException if it cannot be deleted
   */
  public static void delete(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (var entries = Files.list(folder)) {
        entries.forEach(files::add);
      }
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.deleteIfExists(folder);
  }
}
