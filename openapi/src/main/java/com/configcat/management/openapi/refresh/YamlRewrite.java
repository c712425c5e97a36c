package com.configcat.management.openapi.refresh;

import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.document.DocumentReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Changes what a YAML file says and leaves the lines of all that stays as they are, comments and
 * layout included.
 *
 * <p>A comment belongs to what it stands before, or in one line with, and goes with it.
 */
final class YamlRewrite {
  private final YamlText text;

  private YamlRewrite(YamlText text) {
    this.text = text;
  }

  /**
   * Returns the text of a file that says what is wanted.
   *
   * @throws ContractException if the file is laid out in a way that this cannot change
   */
  static String of(String file, ObjectNode document) {
    ObjectNode before = read(file);
    // A number is equal only to one of its own width, which reading decides.
    ObjectNode wanted = read(document.toString());
    if (before.equals(wanted)) {
      return file;
    }
    String whole = file.endsWith("\n") ? file : file + "\n";
    YamlText text = new YamlText(whole);
    Node root = text.root();
    int start = text.start(root);
    String result =
        text.part(0, start)
            + new YamlRewrite(text).members(root, before, wanted, start, text.length());
    if (file.contains("\r\n")) {
      result = result.replaceAll("\r?\n", "\r\n");
    }
    refuseOther(result, wanted);
    return result;
  }

  private static void refuseOther(String result, ObjectNode wanted) {
    try {
      if (read(result).equals(wanted)) {
        return;
      }
    } catch (ContractException e) {
      // Said below in the words of somebody who looks at the file as it was.
    }
    throw new ContractException(
        "the pinned document has a layout that cannot be kept; write it in block style");
  }

  private static ObjectNode read(String file) {
    return DocumentReader.read(file.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes what lies between two places: the members of a mapping or sequence. */
  private String members(Node node, JsonNode before, JsonNode wanted, int from, int to) {
    Map<String, YamlMember> members = YamlMember.of(text, node, before, from, to);
    int column = node.getStartMark().getColumn();
    boolean sharesLine = from == text.start(node);
    StringBuilder out = new StringBuilder();
    YamlMember.named(wanted)
        .forEach(
            (name, value) -> {
              YamlMember member = members.get(name);
              String lead =
                  member == null || member.lead() == member.start()
                      ? ""
                      : text.part(member.lead(), text.lineStart(member.start()));
              String body = body(wanted, name, value, member, column);
              if (out.isEmpty() && sharesLine) {
                out.append(body).append(lead);
              } else {
                out.append(lead).append(" ".repeat(column)).append(body);
              }
            });
    // Comments behind the last one stay where they are.
    int end = members.values().stream().mapToInt(YamlMember::end).max().orElse(to);
    return out.append(text.part(end, to)).toString();
  }

  private String body(
      JsonNode whole, String name, JsonNode value, @Nullable YamlMember member, int column) {
    if (member != null && member.json().equals(value)) {
      return text.part(member.start(), member.end());
    }
    if (member != null && keepsItsLines(member.node(), value)) {
      int content = text.start(member.node());
      int from =
          text.lineStart(content) > member.start() ? text.nextLine(member.headEnd()) : content;
      return text.part(member.start(), from)
          + members(member.node(), member.json(), value, from, member.end());
    }
    if (member != null && member.node() instanceof ScalarNode && value.isValueNode()) {
      String before = text.part(text.start(member.node()), text.end(member.node()));
      String now = scalar(value);
      if (!before.isEmpty() && !before.contains("\n") && !now.contains("\n")) {
        return text.part(member.start(), text.start(member.node()))
            + now
            + text.part(text.end(member.node()), member.end());
      }
    }
    JsonNode fresh =
        whole.isArray()
            ? ((ArrayNode) whole).arrayNode().add(value)
            : ((ObjectNode) whole).objectNode().set(name, value);
    StringBuilder body = new StringBuilder();
    if (member != null) {
      text.comments(member.start(), member.end())
          .forEach(comment -> body.append(comment).append('\n'));
    }
    return indented(body.append(PinnedYaml.write(fresh, column)).toString(), column);
  }

  private static boolean keepsItsLines(Node node, JsonNode value) {
    return YamlText.isBlock(node)
        && !value.isEmpty()
        && (node instanceof MappingNode ? value.isObject() : value.isArray());
  }

  private static String scalar(JsonNode value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    return PinnedYaml.write(object.set("k", value), 0).substring("k: ".length()).stripTrailing();
  }

  /** Indents all lines but the first, which the caller puts in its place. */
  private static String indented(String lines, int column) {
    return lines.replaceAll("\n(?=[^\n])", "\n" + " ".repeat(column));
  }
}
