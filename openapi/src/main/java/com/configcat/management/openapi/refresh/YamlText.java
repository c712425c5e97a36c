package com.configcat.management.openapi.refresh;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The text of a YAML file with its lines and the places of its nodes. */
final class YamlText {
  private final String text;

  /** Where each code point begins; SnakeYAML counts those. */
  private final int[] offsets;

  YamlText(String text) {
    this.text = text;
    this.offsets = new int[text.codePointCount(0, text.length()) + 1];
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = text.offsetByCodePoints(offsets[i - 1], 1);
    }
  }

  Node root() {
    return new Yaml(new SafeConstructor(options())).compose(new StringReader(text));
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return options;
  }

  String part(int start, int end) {
    return text.substring(start, end);
  }

  int length() {
    return text.length();
  }

  int offset(Mark mark) {
    return offsets[mark.getIndex()];
  }

  int start(Node node) {
    return offset(node.getStartMark());
  }

  int end(Node node) {
    return offset(node.getEndMark());
  }

  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Returns where the line after that of an offset begins. */
  int nextLine(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }

  /** Returns where the line begins that follows the last one of a node. */
  int lineAfter(Node node) {
    if (node instanceof MappingNode mapping && isBlock(node)) {
      return lineAfter(mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
    }
    if (node instanceof CollectionNode<?> sequence && isBlock(node)) {
      return lineAfter((Node) sequence.getValue().get(sequence.getValue().size() - 1));
    }
    int end = end(node);
    // A block of text ends where the next line begins.
    boolean ended = isText(node) && part(lineStart(end), end).isBlank();
    return ended ? lineStart(end) : nextLine(end);
  }

  private static boolean isText(Node node) {
    return node instanceof ScalarNode scalar
        && Set.of(DumperOptions.ScalarStyle.LITERAL, DumperOptions.ScalarStyle.FOLDED)
            .contains(scalar.getScalarStyle());
  }

  /** Says whether a node is a mapping or sequence whose members have lines of their own. */
  static boolean isBlock(Node node) {
    return node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == DumperOptions.FlowStyle.BLOCK
        && !collection.getValue().isEmpty();
  }

  /** Returns the comments between two places, in order. */
  List<String> comments(int start, int end) {
    LoaderOptions options = options();
    options.setProcessComments(true);
    List<String> comments = new ArrayList<>();
    for (Event event : new Yaml(new SafeConstructor(options)).parse(new StringReader(text))) {
      if (event instanceof CommentEvent comment
          && comment.getCommentType() != CommentType.BLANK_LINE) {
        int place = offset(comment.getStartMark());
        if (place >= start && place < end) {
          comments.add("#" + comment.getValue());
        }
      }
    }
    return comments;
  }
}
