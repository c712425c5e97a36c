package com.configcat.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.check.FacadeUse;
import com.configcat.management.openapi.compare.Change;
import com.configcat.management.openapi.compare.ChangeKind;
import com.configcat.management.openapi.compare.ContractComparison;
import com.configcat.management.openapi.compare.Severity;
import com.configcat.management.openapi.document.ChosenDocument;
import com.configcat.management.openapi.document.DocumentReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the Java that the drift report speaks to the Java that there is: everything of the contract
 * is reported as new, and has to be a member of the client that was built from it.
 */
class ReportedJavaTest {
  private static final String ROOT = "com.configcat.management.";
  private static final Path CONTRACT = Path.of(System.getProperty("contract.directory"));
  private static List<Change> changes = List.of();

  @BeforeAll
  static void compareWithNothing() throws Exception {
    ObjectNode source = read("source.json");
    ObjectNode fixed = read("openapi.json");
    FacadeUse use =
        FacadeUse.read(Path.of(System.getProperty("contract.sources"), "used-by-facade.txt"));
    ChosenDocument all = new ChosenDocument(source, fixed, "now", "now");
    ObjectNode none = fixed.deepCopy();
    none.putObject("paths");
    ObjectNode bare = fixed.deepCopy();
    strip(bare);
    changes =
        Stream.of(none, bare)
            .flatMap(
                before ->
                    ContractComparison.between(
                        new ChosenDocument(source, before, "before", "before"), all, use)
                        .stream())
            .toList();
  }

  private static ObjectNode read(String file) throws Exception {
    return DocumentReader.read(Files.readAllBytes(CONTRACT.resolve(file)));
  }

  /** Leaves operations without options, models without properties, and enums without values. */
  private static void strip(ObjectNode document) {
    document
        .path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      if (operation.path("parameters") instanceof ArrayNode parameters) {
                        parameters.removeIf(parameter -> !parameter.path("required").asBoolean());
                      }
                    }));
    for (JsonNode schema : document.at("/components/schemas")) {
      if (schema.path("properties") instanceof ObjectNode properties) {
        properties.removeAll();
      }
      if (schema.path("enum") instanceof ArrayNode values) {
        values.removeAll().add("none");
      }
    }
  }

  @Test
  void everyOperationIsCalledAsTheReportSays() throws Exception {
    List<Change> operations = of(ChangeKind.OPERATION_NEW);
    assertThat(operations).hasSizeGreaterThan(100);
    for (Change change : operations) {
      List<String> names = change.sentence().names();
      Call call = Call.of(names.get(0));
      Method method = method(call.resource(), call.method(), call.arguments().size());
      String returned = change.sentence().words().contains(" returns ") ? names.get(1) : "void";
      assertThat(name(method.getGenericReturnType()))
          .as("%s", change.sentence())
          .isEqualTo(returned);
    }
  }

  @Test
  void everyOptionIsSetAsTheReportSays() throws Exception {
    List<Change> options = of(ChangeKind.OPTION_NEW);
    assertThat(options).hasSizeGreaterThan(30);
    for (Change change : options) {
      Call call = Call.of(change.sentence().names().get(0));
      String option = call.arguments().get(call.arguments().size() - 1);
      Method method = method(call.resource(), call.method(), call.arguments().size());
      Class<?> type = method.getParameterTypes()[call.arguments().size() - 1];
      assertThat(option).startsWith(type.getSimpleName() + ".builder().").endsWith(".build()");
      String set =
          option.substring(option.indexOf("builder().") + 10, option.lastIndexOf(".build()"));
      assertSetter(type, set);
    }
  }

  @Test
  void everyPropertyIsReadOrSetAsTheReportSays() throws Exception {
    List<Change> properties = of(ChangeKind.PROPERTY_NEW);
    assertThat(properties).hasSizeGreaterThan(500);
    for (Change change : properties) {
      String member = change.sentence().names().get(0);
      Class<?> model = Class.forName(ROOT + "model." + member.substring(0, member.indexOf('.')));
      String rest = member.substring(member.indexOf('.') + 1);
      if (rest.startsWith("builder().")) {
        assertSetter(model, rest.substring(10));
      } else {
        Method getter = model.getMethod(rest.substring(0, rest.length() - 2));
        assertThat(name(getter.getGenericReturnType())).isEqualTo(change.sentence().names().get(1));
      }
    }
  }

  @Test
  void everyValueAndModelIsCalledAsTheReportSays() throws Exception {
    assertThat(of(ChangeKind.VALUE_NEW)).hasSizeGreaterThan(200);
    for (Change change : of(ChangeKind.VALUE_NEW)) {
      List<String> names = change.sentence().names();
      String[] constant = names.get(names.size() - 1).split("\\.", 2);
      assertThat(
              Class.forName(ROOT + "model." + constant[0]).getField(constant[1]).isEnumConstant())
          .isTrue();
    }
  }

  private static List<Change> of(ChangeKind kind) {
    return changes.stream()
        .filter(change -> change.kind() == kind && change.severity() != Severity.NO_EFFECT)
        .toList();
  }

  private static void assertSetter(Class<?> owner, String call) throws Exception {
    String name = call.substring(0, call.indexOf('('));
    String type = call.substring(call.indexOf('(') + 1, call.length() - 1);
    Class<?> builder = owner.getMethod("builder").getReturnType();
    assertThat(
            Arrays.stream(builder.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                .map(method -> name(method.getGenericParameterTypes()[0])))
        .as("%s of %s", call, owner)
        .contains(type);
  }

  private static Method method(String resource, String name, int arguments) throws Exception {
    Class<?> type =
        resource.startsWith("operations(")
            ? Class.forName(ROOT + "operations." + resource.substring(11).replace(".class)", ""))
            : ConfigCatManagementClient.class.getMethod(resource.replace("()", "")).getReturnType();
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
        .filter(method -> method.getDeclaringClass().getPackageName().endsWith(".operations"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no " + name + " of " + arguments));
  }

  /** Writes a type without packages. */
  private static String name(Type type) {
    return type.getTypeName().replaceAll("[a-z0-9]+\\.", "").replaceAll("\\w+\\$", "");
  }

  /**
   * A call as it is reported.
   *
   * @param resource {@code flags()} or {@code operations(UsageOperations.class)}
   * @param method its method
   * @param arguments what is passed
   */
  private record Call(String resource, String method, List<String> arguments) {
    static Call of(String text) {
      String call = text.substring("configcat.".length());
      int dot = call.indexOf(").") + 1;
      String rest = call.substring(dot + 1);
      String inside = rest.substring(rest.indexOf('(') + 1, rest.length() - 1);
      return new Call(
          call.substring(0, dot),
          rest.substring(0, rest.indexOf('(')),
          inside.isEmpty() ? List.of() : List.of(inside.split(", (?![^<]*>)", -1)));
    }
  }
}
