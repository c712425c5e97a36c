package com.configcat.management.openapi.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A member of a mapping or sequence in block style, and the lines that are its own.
 *
 * @param lead where the comments before it begin
 * @param start where its key or dash is
 * @param headEnd where its key or dash ends
 * @param end where the comments before the next one begin
 * @param node its value
 * @param json what the value says
 */
record YamlMember(int lead, int start, int headEnd, int end, Node node, JsonNode json) {

  /** Returns the members of a node, whose lines lie between two places, by name. */
  static Map<String, YamlMember> of(YamlText text, Node node, JsonNode json, int from, int to) {
    int column = node.getStartMark().getColumn();
    List<Integer> starts = new ArrayList<>();
    List<Integer> headEnds = new ArrayList<>();
    List<Node> values = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        starts.add(text.lineStart(text.start(entry.getKeyNode())) + column);
        headEnds.add(text.end(entry.getKeyNode()));
        values.add(entry.getValueNode());
      }
    } else {
      for (Node value : ((SequenceNode) node).getValue()) {
        starts.add(dash(text, value, column));
        headEnds.add(starts.get(starts.size() - 1) + 1);
        values.add(value);
      }
    }
    // The line of the first one may begin with the dash of a sequence around it.
    starts.set(0, text.start(node));
    List<Integer> leads = new ArrayList<>(List.of(from));
    for (int i = 1; i < values.size(); i++) {
      leads.add(lead(text, text.lineAfter(values.get(i - 1)), starts.get(i), column));
    }
    leads.add(lead(text, text.lineAfter(values.get(values.size() - 1)), to, column));
    Map<String, YamlMember> members = new LinkedHashMap<>();
    named(json)
        .forEach(
            (name, value) -> {
              int i = members.size();
              members.put(
                  name,
                  new YamlMember(
                      leads.get(i),
                      starts.get(i),
                      headEnds.get(i),
                      leads.get(i + 1),
                      values.get(i),
                      value));
            });
    return members;
  }

  /** Returns the values in an object or array by what tells them apart. */
  static Map<String, JsonNode> named(JsonNode json) {
    if (json instanceof ArrayNode array) {
      return StructureMerge.byIdentity(array);
    }
    Map<String, JsonNode> named = new LinkedHashMap<>();
    json.properties().forEach(entry -> named.put(entry.getKey(), entry.getValue()));
    return named;
  }

  private static int dash(YamlText text, Node value, int column) {
    int line = text.lineStart(text.start(value));
    while (line > 0 && !text.part(line + column, line + column + 1).equals("-")) {
      line = text.lineStart(line - 1);
    }
    return line + column;
  }

  /** Comments that are indented deeper still belong to what stands before them. */
  private static int lead(YamlText text, int from, int start, int column) {
    int lead = from;
    int end = text.lineStart(start);
    for (int line = from; line < end; line = text.nextLine(line)) {
      String comment = text.part(line, text.nextLine(line));
      if (!comment.isBlank() && comment.length() - comment.stripLeading().length() > column) {
        lead = text.nextLine(line);
      }
    }
    return lead;
  }
}
