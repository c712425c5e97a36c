package com.configcat.management.openapi.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Reads an untrusted document, JSON or YAML by its content, into a tree.
 *
 * <p>Refuses what could blow up or mean two things: duplicate keys, YAML anchors, aliases and tags,
 * deep nesting, bytes that are no UTF-8.
 */
public final class DocumentReader {
  public static final int MAX_BYTES = 16 * 1024 * 1024;
  private static final int MAX_DEPTH = 100;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private DocumentReader() {}

  public static ObjectNode read(byte[] bytes) {
    String text = decode(bytes);
    String start = text.stripLeading();
    if (start.isEmpty()) {
      throw new ContractException("the document is empty");
    }
    if (start.matches("(?s)<[!?A-Za-z].*")) {
      throw new ContractException("the document is HTML or XML, not OpenAPI");
    }
    try {
      JsonNode root = start.startsWith("{") ? JSON.readTree(text) : readYaml(text);
      if (root instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new ContractException(
          "the document is neither valid JSON nor valid YAML: " + e.getOriginalMessage(), e);
    } catch (YAMLException e) {
      throw new ContractException(
          "the document is not valid YAML: " + firstLine(e.getMessage()), e);
    }
    throw new ContractException("the document is not an object");
  }

  private static String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ContractException("the document is not UTF-8", e);
    }
  }

  private static JsonNode readYaml(String text) throws JsonProcessingException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_BYTES);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setAllowDuplicateKeys(false);
    int depth = 0;
    for (Event event : new Yaml(new SafeConstructor(options)).parse(new StringReader(text))) {
      refuseReferences(event);
      depth += event.is(Event.ID.MappingStart) || event.is(Event.ID.SequenceStart) ? 1 : 0;
      depth -= event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd) ? 1 : 0;
      if (depth > MAX_DEPTH) {
        throw new ContractException("the document is nested deeper than " + MAX_DEPTH + " levels");
      }
    }
    return YAMLMapper.builder(YAMLFactory.builder().loaderOptions(options).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build()
        .readTree(text);
  }

  private static void refuseReferences(Event event) {
    if (event instanceof AliasEvent
        || (event instanceof NodeEvent node && node.getAnchor() != null)) {
      throw new ContractException(
          "the document uses YAML anchors or aliases, which are refused" + line(event));
    }
    String tag = null;
    if (event instanceof ScalarEvent scalar) {
      tag = scalar.getTag();
      if (scalar.isPlain() && scalar.getValue().equals("<<")) {
        throw new ContractException(
            "the document uses a YAML merge key, which is refused" + line(event));
      }
    } else if (event instanceof CollectionStartEvent collection) {
      tag = collection.getTag();
    }
    if (tag != null) {
      throw new ContractException(
          "the document uses the YAML tag " + tag + ", which is refused" + line(event));
    }
  }

  private static String line(Event event) {
    return " (line " + (event.getStartMark().getLine() + 1) + ")";
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
