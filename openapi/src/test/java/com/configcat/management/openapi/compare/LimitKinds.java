package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.replay.Edits;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kinds of changes of limits: each limit at each place, set, taken away, or moved. What is tighter
 * surprises who sends, and what is looser who reads.
 */
final class LimitKinds {
  private static final Pattern ID =
      Pattern.compile(
          "(?<place>request-(?:read-only-)?property|request-body|request-parameter|response-property|response-body)"
              + "-(?<limit>max|min|max-length|min-length|max-items|min-items|max-properties|min-properties"
              + "|multiple-of|unique-items|pattern)"
              + "-(?<verb>set|added|unset|removed|increased|decreased|changed|generalized|specialized)");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String UPDATE = "PUT /v1/tags/{tagId}";
  private static final String GET = "GET /v1/tags/{tagId}";
  private static final String LIST = "GET /v2/products/{productId}/change-requests";

  /** Where a limit can stand: the schema, the member, and whether values are sent from there. */
  private record Spot(Function<ObjectNode, ObjectNode> schema, String member, boolean sent) {}

  private LimitKinds() {}

  /** Returns the case that an id stands for, if it speaks of a limit. */
  static Optional<KindCase> of(String id) {
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String keyword = keyword(matcher.group("limit"));
    String type = type(keyword);
    Spot spot = spot(matcher.group("place"), type);
    ValueNode[] values = values(keyword, matcher.group("verb"));
    return Optional.of(
        KindCase.of(
            document -> put(spot.schema().apply(document).removeAll(), type, keyword, values[0]),
            document -> put(spot.schema().apply(document).removeAll(), type, keyword, values[1]),
            severity(keyword, matcher.group("verb"), spot.sent()),
            sentence(keyword, matcher.group("verb"), spot, values)));
  }

  private static void put(ObjectNode schema, String type, String keyword, ValueNode value) {
    schema.setAll(Documents.json(type));
    if (!value.isNull()) {
      schema.set(keyword, value);
    }
  }

  private static Spot spot(String place, String type) {
    String java = JavaTypes.of(Documents.json(type), "");
    return switch (place) {
      case "request-property", "request-read-only-property" ->
          new Spot(
              document -> Edits.property(document, "CreateTagModel.color"),
              "CreateTagModel.builder().color(" + java + ")",
              true);
      case "request-body" ->
          new Spot(
              document ->
                  Edits.operation(document, UPDATE)
                      .withObject("/requestBody/content/application~1json/schema"),
              "the body of configcat.tags().update(tagId, body)",
              true);
      case "request-parameter" ->
          new Spot(
              document -> (ObjectNode) Edits.parameter(document, LIST, "settingId").get("schema"),
              "the option settingId of configcat.changeRequests().list",
              true);
      case "response-property" ->
          new Spot(
              document -> Edits.property(document, "TagModel.color"), "TagModel.getColor()", false);
      default ->
          new Spot(
              document ->
                  Edits.response(document, GET, "200")
                      .withObject("/content/application~1json/schema"),
              "the answer of configcat.tags().get(tagId)",
              false);
    };
  }

  private static String keyword(String limit) {
    return switch (limit) {
      case "max" -> "maximum";
      case "min" -> "minimum";
      default -> JavaNames.variable(limit);
    };
  }

  private static String type(String keyword) {
    return switch (keyword) {
      case "maximum", "minimum", "multipleOf" -> "{type: 'integer'}";
      case "maxLength", "minLength", "pattern" -> "{type: 'string'}";
      case "maxItems", "minItems", "uniqueItems" -> "{type: 'array', items: {type: 'string'}}";
      default -> "{type: 'object', additionalProperties: {type: 'string'}}";
    };
  }

  /** The value before and after; null for none. */
  private static ValueNode[] values(String keyword, String verb) {
    ValueNode small =
        switch (keyword) {
          case "uniqueItems" -> JSON.booleanNode(true);
          case "pattern" -> JSON.textNode("a.*");
          default -> JSON.numberNode(6);
        };
    ValueNode large = keyword.equals("pattern") ? JSON.textNode(".*") : JSON.numberNode(12);
    ValueNode odd = keyword.equals("pattern") ? JSON.textNode("b.*") : JSON.numberNode(13);
    return switch (verb) {
      case "set", "added" -> new ValueNode[] {JSON.nullNode(), small};
      case "unset", "removed" -> new ValueNode[] {small, JSON.nullNode()};
      case "increased", "specialized" -> new ValueNode[] {small, large};
      case "changed" -> new ValueNode[] {small, odd};
      default -> new ValueNode[] {large, small};
    };
  }

  private static Severity severity(String keyword, String verb, boolean sent) {
    Boolean tighter = tighter(keyword, verb);
    return tighter == null || tighter == sent ? SURPRISES : NO_EFFECT;
  }

  /** Whether less passes than before; null where nobody can tell. */
  private static Boolean tighter(String keyword, String verb) {
    boolean upper = keyword.startsWith("max");
    return switch (verb) {
      case "set", "added", "specialized" -> true;
      case "unset", "removed" -> false;
      case "increased" -> !upper;
      case "decreased" -> upper;
      case "generalized" -> keyword.equals("pattern") ? null : Boolean.FALSE;
      default -> null;
    };
  }

  private static String sentence(String keyword, String verb, Spot spot, ValueNode[] values) {
    Map<String, String> shown = Map.of("null", "nothing");
    String was = shown.getOrDefault(values[0].asText(), values[0].asText());
    String is = shown.getOrDefault(values[1].asText(), values[1].asText());
    String change = keyword + " is " + is + ", was " + was;
    if (severity(keyword, verb, spot.sent()) == NO_EFFECT) {
      return spot.member() + ": " + change;
    }
    Boolean tighter = tighter(keyword, verb);
    String what = tighter == null ? "other values" : tighter ? "less" : "more";
    return spot.member() + (spot.sent() ? " takes " : " may hold ") + what + ": " + change;
  }
}
