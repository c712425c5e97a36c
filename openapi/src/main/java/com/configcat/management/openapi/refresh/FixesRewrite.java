package com.configcat.management.openapi.refresh;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.document.DocumentReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * Writes new operations into {@code fixes.yaml}, below the heading of their resource, and takes
 * those out that are gone; every other line stays as it is.
 */
final class FixesRewrite {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** What needs no quotes and is taken for nothing but a text. */
  private static final String PLAIN = "[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)+";

  private final YamlText text;
  private final String indent;
  private final List<Section> sections = new ArrayList<>();
  private final List<Entry> added = new ArrayList<>();
  private final Set<String> gone = new LinkedHashSet<>();

  /** An operation, such as {@code GET /v1/products}, its resource, and its lines. */
  private record Entry(String operation, String resource, String lines) {
    private String path() {
      return operation.substring(operation.indexOf(' ') + 1);
    }

    private int method() {
      return METHODS.indexOf(operation.substring(0, operation.indexOf(' ')));
    }
  }

  /** Neighbouring entries of one resource below a heading. */
  private record Section(String heading, List<Entry> entries) {
    private boolean isOf(String resource) {
      return !entries.isEmpty() && entries.get(0).resource().equals(resource);
    }

    private void insert(Entry entry) {
      Comparator<Entry> order = Comparator.comparing(Entry::path).thenComparing(Entry::method);
      int place = 0;
      for (int i = 0; i < entries.size(); i++) {
        place = order.compare(entries.get(i), entry) < 0 ? i + 1 : place;
      }
      entries.add(place, entry);
    }
  }

  private FixesRewrite(YamlText text, int column) {
    this.text = text;
    this.indent = " ".repeat(column);
  }

  /**
   * A new text for the file.
   *
   * @param text all of it
   * @param added the lines of new operations
   * @param gone the operations that are no longer named
   */
  record Result(String text, List<String> added, List<String> gone) {
    boolean isEmpty() {
      return added.isEmpty() && gone.isEmpty();
    }
  }

  /**
   * Returns the text of a file that names the operations of a document.
   *
   * @param file the text of {@code fixes.yaml}
   * @param fixed the document after fixes, whose names are written down
   */
  static Result of(String file, ObjectNode fixed) {
    String whole = file.endsWith("\n") ? file : file + "\n";
    YamlText text = new YamlText(whole);
    JsonNode json = DocumentReader.read(whole.getBytes(StandardCharsets.UTF_8)).path("operations");
    for (NodeTuple part : ((MappingNode) text.root()).getValue()) {
      Node operations = part.getValueNode();
      if (text.part(text.start(part.getKeyNode()), text.end(part.getKeyNode())).equals("operations")
          && YamlText.isBlock(operations)) {
        int from = text.nextLine(text.end(part.getKeyNode()));
        int to = text.lineAfter(operations);
        FixesRewrite rewrite = new FixesRewrite(text, operations.getStartMark().getColumn());
        rewrite.read(YamlMember.of(text, operations, json, from, to));
        rewrite.change(ApiOperations.of(fixed));
        return new Result(
            text.part(0, from) + rewrite.lines() + text.part(to, text.length()),
            rewrite.added.stream().map(entry -> entry.lines().strip()).toList(),
            List.copyOf(rewrite.gone));
      }
    }
    throw new ContractException("fixes.yaml has no list of operations to write new ones into");
  }

  private void read(Map<String, YamlMember> members) {
    members.forEach(
        (operation, member) -> {
          JsonNode json = member.json();
          String name = json.isTextual() ? json.asText() : json.path("name").asText();
          String resource = name.substring(0, Math.max(0, name.indexOf('.')));
          String comments = text.part(member.lead(), text.lineStart(member.start()));
          String heading = heading(comments, resource);
          if (!heading.isEmpty() || sections.isEmpty() || !last().isOf(resource)) {
            sections.add(new Section(heading, new ArrayList<>()));
          }
          String lines =
              comments.substring(heading.length())
                  + text.part(text.lineStart(member.start()), member.end());
          last().entries().add(new Entry(operation, resource, lines));
        });
  }

  private Section last() {
    return sections.get(sections.size() - 1);
  }

  /** Returns the comments down to the one that is the name of the resource and nothing else. */
  private static String heading(String comments, String resource) {
    int end = 0;
    int at = 0;
    for (String line : comments.split("(?<=\n)", -1)) {
      at += line.length();
      end = line.strip().equals("# " + resource) ? at : end;
    }
    return comments.substring(0, end);
  }

  private void change(List<ApiOperation> operations) {
    Set<String> wanted = new HashSet<>();
    operations.forEach(operation -> wanted.add(operation.key()));
    Set<String> known = new HashSet<>();
    for (Section section : sections) {
      section.entries().forEach(entry -> known.add(entry.operation()));
    }
    for (ApiOperation operation : operations) {
      if (!known.contains(operation.key())) {
        Entry entry = entry(operation);
        section(entry.resource()).insert(entry);
        added.add(entry);
      }
    }
    for (Section section : sections) {
      section.entries().stream()
          .map(Entry::operation)
          .filter(operation -> !wanted.contains(operation))
          .forEach(gone::add);
      section.entries().removeIf(entry -> gone.contains(entry.operation()));
    }
    sections.removeIf(section -> section.entries().isEmpty());
  }

  private Section section(String resource) {
    for (Section section : sections) {
      if (section.isOf(resource)) {
        return section;
      }
    }
    sections.add(new Section(indent + "# " + resource + "\n", new ArrayList<>()));
    return last();
  }

  private Entry entry(ApiOperation operation) {
    String resource = operation.json().path("tags").path(0).asText();
    String name = operation.json().path("x-operation-name").asText();
    String id = operation.json().path("operationId").asText();
    return new Entry(
        operation.key(),
        resource,
        "%s%s: {name: %s.%s, operationId: %s}\n"
            .formatted(
                indent,
                TextNode.valueOf(operation.key()),
                resource,
                name,
                id.matches(PLAIN) ? id : TextNode.valueOf(id)));
  }

  private String lines() {
    StringBuilder lines = new StringBuilder();
    for (Section section : sections) {
      lines.append(section.heading());
      section.entries().forEach(entry -> lines.append(entry.lines()));
    }
    return lines.toString();
  }
}
