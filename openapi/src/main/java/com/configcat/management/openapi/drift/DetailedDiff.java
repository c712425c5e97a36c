package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.document.NormalForm;
import com.configcat.management.openapi.document.Operation;
import com.configcat.management.openapi.document.Operations;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.HtmlRender;
import org.openapitools.openapidiff.core.output.MarkdownRender;
import org.openapitools.openapidiff.core.output.Render;

/**
 * What openapi-diff finds between two documents, operation by operation.
 *
 * @param html a fragment
 * @param markdown sections of the third level and below
 */
record DetailedDiff(String html, String markdown) {
  static DetailedDiff between(ObjectNode before, ObjectNode after) {
    try {
      ChangedOpenApi changes = OpenApiCompare.fromContents(text(before), text(after));
      String page = render(new HtmlRender("", ""), changes);
      int start = page.indexOf("<div class=\"article\">");
      int end = page.lastIndexOf("</body>");
      String fragment = start < 0 || end < start ? page : page.substring(start, end);
      return new DetailedDiff(
          fragment.replaceAll("<span> ?null</span>", ""),
          render(new MarkdownRender(), changes)
              .lines()
              .skip(2)
              .map(String::stripTrailing)
              .reduce(new StringBuilder(), DetailedDiff::line, StringBuilder::append)
              .toString()
              .replaceAll("\n{3,}", "\n\n"));
    } catch (RuntimeException | StackOverflowError e) {
      // A report is no reason to stop a build.
      String reason = "openapi-diff could not compare the documents: " + e.getClass().getName();
      return new DetailedDiff("<p>" + reason + "</p>", reason + "\n");
    }
  }

  private static StringBuilder line(StringBuilder lines, String line) {
    return lines.append(line).append('\n');
  }

  /** Leaves out the words, which are not what a document is compared for. */
  private static String text(ObjectNode document) {
    ObjectNode structure = NormalForm.structure(document);
    structure.putObject("info").put("title", "").put("version", "");
    for (Operation operation : Operations.of(structure)) {
      operation
          .json()
          .path("responses")
          .forEach(
              response -> {
                if (response instanceof ObjectNode described) {
                  described.put("description", "");
                }
              });
    }
    return structure.toString();
  }

  private static String render(Render render, ChangedOpenApi changes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStreamWriter writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      render.render(changes, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
