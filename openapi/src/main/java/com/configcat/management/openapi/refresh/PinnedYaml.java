package com.configcat.management.openapi.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Writes the pinned document the way it is laid out, so that only what changed shows up as changed.
 */
public final class PinnedYaml {
  private static final int WIDTH = 110;

  private PinnedYaml() {}

  /** Returns the comment at the head of the file. */
  static String head(String text) {
    return text.lines()
        .takeWhile(line -> line.startsWith("#"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  public static String write(String head, ObjectNode document) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(WIDTH);
    options.setAllowUnicode(true);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    try {
      Object plain = new ObjectMapper().treeToValue(document, Object.class);
      return head + new Yaml(new LinesAsLines(options), options).dump(plain);
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
