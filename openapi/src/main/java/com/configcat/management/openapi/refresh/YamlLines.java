package com.configcat.management.openapi.refresh;

import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Tells in which line of a YAML file something stands. */
public final class YamlLines {
  private final Node root;

  public YamlLines(String file) {
    root = new YamlText(file).root();
  }

  /**
   * Returns the number of a line, from 1.
   *
   * @param steps the keys and indexes that lead there; where they end early, so does the way
   */
  public int of(List<String> steps) {
    Node node = root;
    int line = 1;
    for (String step : steps) {
      Node next = null;
      if (node instanceof MappingNode mapping) {
        for (NodeTuple entry : mapping.getValue()) {
          if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(step)) {
            line = key.getStartMark().getLine() + 1;
            next = entry.getValueNode();
          }
        }
      } else if (node instanceof SequenceNode sequence
          && step.matches("\\d{1,9}")
          && Integer.parseInt(step) < sequence.getValue().size()) {
        next = sequence.getValue().get(Integer.parseInt(step));
        line = next.getStartMark().getLine() + 1;
      }
      if (next == null) {
        return line;
      }
      node = next;
    }
    return line;
  }
}
