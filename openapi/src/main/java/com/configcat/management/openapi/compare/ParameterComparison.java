package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.ADDS;
import static com.configcat.management.openapi.compare.Severity.BREAKS;
import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.configcat.management.openapi.check.FacadeUse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the parameters of an operation, found by the name that Java has for them: what is
 * required is an argument, and everything else an option.
 */
final class ParameterComparison {
  private static final Set<String> KNOWN = Set.of("name", "in", "required", "schema", "deprecated");

  private final List<Change> changes;
  private final FacadeUse use;
  private final JavaNames names;
  private final SchemaComparison schemas;

  ParameterComparison(
      List<Change> changes, FacadeUse use, JavaNames names, SchemaComparison schemas) {
    this.changes = changes;
    this.use = use;
    this.names = names;
    this.schemas = schemas;
  }

  void compare(ComparedOperation before, ComparedOperation after, Place call) {
    Map<String, JsonNode> old = byName(before);
    Map<String, JsonNode> now = byName(after);
    now.forEach(
        (name, parameter) -> {
          if (old.containsKey(name)) {
            common(name, old.get(name), parameter, before, after, call);
          } else {
            added(name, parameter, after, call);
          }
        });
    old.forEach(
        (name, parameter) -> {
          if (!now.containsKey(name)) {
            boolean argument = isArgument(parameter);
            changes.add(
                change(
                    call,
                    before,
                    parameter,
                    BREAKS,
                    argument ? ChangeKind.ARGUMENT_GONE : ChangeKind.OPTION_GONE,
                    Sentence.of(
                        "The " + noun(argument) + " {} of {} is gone",
                        name,
                        names.method(before))));
          }
        });
    order(before, after, call);
  }

  private void added(String name, JsonNode parameter, ComparedOperation after, Place call) {
    String type = type(name, parameter, after);
    if (isArgument(parameter)) {
      changes.add(
          call.change(
              BREAKS,
              ChangeKind.ARGUMENT_NEW,
              call.says(" needs a new argument, {}: {}", name, names.call(after))));
    } else {
      changes.add(
          call.change(
              ADDS,
              ChangeKind.OPTION_NEW,
              Sentence.of("new option: {}", names.callWith(after, name, type))));
    }
  }

  private void common(
      String name,
      JsonNode before,
      JsonNode now,
      ComparedOperation old,
      ComparedOperation after,
      Place call) {
    boolean was = isArgument(before);
    boolean is = isArgument(now);
    if (was != is) {
      changes.add(
          change(
              call,
              after,
              now,
              BREAKS,
              is ? ChangeKind.OPTION_BECOMES_ARGUMENT : ChangeKind.ARGUMENT_BECOMES_OPTION,
              Sentence.of(
                  is
                      ? "The option {} is an argument now: {}, was {}"
                      : "The argument {} is an option now: {}, was {}",
                  name,
                  names.call(after),
                  names.call(old))));
    }
    Place place =
        new Place(
            call.resource(),
            Sentence.of("the " + noun(is) + " {} of {}", name, names.method(after)),
            call.inline() + JavaNames.capitalized(name),
            Direction.SENT,
            is ? ChangeKind.ARGUMENT_TYPE : ChangeKind.OPTION_TYPE,
            callers(after, now, call));
    schemas.compare(before.path("schema"), now.path("schema"), place);
    attributes(before, now, place);
  }

  private void attributes(JsonNode before, JsonNode now, Place place) {
    if (!before.path("in").equals(now.path("in"))) {
      changes.add(
          place.change(
              NO_EFFECT,
              ChangeKind.PARAMETER_PLACE,
              Sentence.of(
                  "travels as {}, was {}", now.path("in").asText(), before.path("in").asText())));
    }
    boolean deprecated = now.path("deprecated").asBoolean();
    if (deprecated != before.path("deprecated").asBoolean()) {
      changes.add(
          deprecated
              ? place.change(
                  SURPRISES, ChangeKind.PARAMETER_DEPRECATED, place.says(" is deprecated"))
              : place.change(
                  NO_EFFECT,
                  ChangeKind.PARAMETER_DEPRECATED,
                  Sentence.of("is no longer deprecated")));
    }
    for (String key : Keys.differing(before, now, KNOWN)) {
      changes.add(SchemaComparison.unknown(place, key));
    }
  }

  /** Arguments that stay may still have changed places. */
  private void order(ComparedOperation before, ComparedOperation after, Place call) {
    List<String> old = arguments(before);
    List<String> now = arguments(after);
    List<String> kept = new ArrayList<>(old);
    kept.retainAll(now);
    now.retainAll(old);
    if (!kept.equals(now)) {
      changes.add(
          call.change(
              BREAKS,
              ChangeKind.ARGUMENT_ORDER,
              call.says(" takes its arguments in another order: {}", names.call(after))));
    }
  }

  private Change change(
      Place call,
      ComparedOperation operation,
      JsonNode parameter,
      Severity severity,
      ChangeKind kind,
      Sentence sentence) {
    return new Change(
        severity,
        kind,
        call.resource(),
        call.member(),
        sentence,
        callers(operation, parameter, call));
  }

  /** Everyone who calls passes the arguments; options are passed by those who set them. */
  private List<String> callers(ComparedOperation operation, JsonNode parameter, Place call) {
    return isArgument(parameter)
        ? call.callers()
        : use.callersOfOption(operation.key(), parameter.path("name").asText());
  }

  private static Map<String, JsonNode> byName(ComparedOperation operation) {
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    for (JsonNode parameter : operation.parameters()) {
      String name = JavaNames.variable(parameter.path("name").asText());
      // Two of one name in different places: the generator numbers them in some way.
      while (byName.putIfAbsent(name, parameter) != null) {
        name += "2";
      }
    }
    return byName;
  }

  private static List<String> arguments(ComparedOperation operation) {
    return new ArrayList<>(
        operation.required().stream()
            .map(p -> JavaNames.variable(p.path("name").asText()))
            .toList());
  }

  private static boolean isArgument(JsonNode parameter) {
    return parameter.path("required").asBoolean();
  }

  private static String noun(boolean argument) {
    return argument ? "argument" : "option";
  }

  private static String type(String name, JsonNode parameter, ComparedOperation operation) {
    return JavaTypes.of(
        parameter.path("schema"),
        JavaNames.capitalized(operation.javaId()) + JavaNames.capitalized(name) + "Parameter");
  }
}
