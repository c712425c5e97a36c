package com.configcat.management.openapi.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes YAML the way the pinned document is laid out. */
public final class PinnedYaml {
  private static final int WIDTH = 110;

  private PinnedYaml() {}

  public static String write(String head, ObjectNode document) {
    return head + write(document, 0);
  }

  /** Writes a value whose lines are to be indented by so many columns. */
  static String write(JsonNode value, int indent) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(WIDTH - indent);
    options.setAllowUnicode(true);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    // A long path stays a key like any other.
    options.setMaxSimpleKeyLength(1000);
    try {
      Object plain = new ObjectMapper().treeToValue(value, Object.class);
      return new Yaml(new LinesAsLines(options), options).dump(plain);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a text of several lines as a block. */
  private static final class LinesAsLines extends Representer {
    LinesAsLines(DumperOptions options) {
      super(options);
      representers.put(String.class, this::text);
    }

    private Node text(Object data) {
      String text = (String) data;
      return representScalar(
          Tag.STR,
          text,
          text.contains("\n")
              ? DumperOptions.ScalarStyle.LITERAL
              : DumperOptions.ScalarStyle.PLAIN);
    }
  }
}
