package com.configcat.management.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.codec.EmptyAnswerAllowed;
import com.configcat.management.codec.WireEnum;
import com.configcat.management.operations.CallRunner;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.annotations.SerializedName;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.http.Body;
import retrofit2.http.HTTP;
import retrofit2.http.Header;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Holds what was generated against the document it was generated from, operation by operation. */
class GeneratedSurfaceTest {
  private static final String BASE = "com.configcat.management.";
  // Written by hand, each tested on its own.
  private static final Set<String> HANDWRITTEN = Set.of("SettingValueType", "JsonPatchOperation");

  private static final Predicate<String> IDENTIFIER =
      Pattern.compile("[a-z][A-Za-z0-9]+").asMatchPredicate();

  static Stream<Contract.Operation> operations() throws Exception {
    return Contract.read().operations().stream();
  }

  static Stream<String> schemas() throws Exception {
    return Contract.read().schemas().keySet().stream().filter(name -> !HANDWRITTEN.contains(name));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void annotatesEveryOperationWithItsMethodPathAndParameters(Contract.Operation operation)
      throws Exception {
    Method all = annotated(operation);

    assertThat(httpMethodAndPath(all))
        .isEqualTo(operation.method() + " " + operation.path().substring(1));
    List<String> declared =
        new ArrayList<>(
            operation
                .parameters()
                .map(p -> p.get("in").getAsString() + " " + p.get("name").getAsString())
                .toList());
    if (operation.hasBody()) {
      declared.add("body");
    }
    assertThat(Arrays.stream(all.getParameters()).map(GeneratedSurfaceTest::place))
        .as("parameters of %s", all)
        .containsExactlyInAnyOrderElementsOf(declared);
    assertThat(all.isAnnotationPresent(EmptyAnswerAllowed.class)).isEqualTo(operation.mayBeEmpty());
    Type answer = ((ParameterizedType) all.getGenericReturnType()).getActualTypeArguments()[0];
    assertThat(answer.getTypeName()).isEqualTo(javaType(operation.answer()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void hasAMethodWithWhatItNeedsAndOneWithOptions(Contract.Operation operation) throws Exception {
    List<Method> methods = methods(api(operation), operation.javaId());

    assertThat(methods)
        .hasSize(operation.optionalParameters().isEmpty() ? 1 : 2)
        .allMatch(Method::isDefault);
    assertThat(methods.stream().mapToInt(Method::getParameterCount).min())
        .hasValue(operation.requiredArguments());
    if (!operation.optionalParameters().isEmpty()) {
      Method withOptions =
          methods.stream()
              .filter(m -> m.getParameterCount() > operation.requiredArguments())
              .findFirst()
              .orElseThrow();
      Class<?> options = withOptions.getParameterTypes()[operation.requiredArguments()];
      Class<?> builder = options.getMethod("builder").getReturnType();
      assertThat(
              Arrays.stream(builder.getDeclaredMethods())
                  .filter(m -> Modifier.isPublic(m.getModifiers())))
          .as("the builder's methods: one an option, and build()")
          .hasSize(operation.optionalParameters().size() + 1);
      assertThat(Arrays.stream(builder.getMethods()).map(Method::getName))
          .containsAll(
              operation.optionalParameters().stream()
                  .map(p -> p.get("name").getAsString())
                  .filter(IDENTIFIER)
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void hasABlockingOperationForEach(Contract.Operation operation) throws Exception {
    Class<?> type = Class.forName(BASE + "operations." + operation.stem() + "Operations");
    assertThat(type.getConstructor(api(operation), CallRunner.class)).isNotNull();

    List<Method> blocking =
        methods(type, operation.name()).stream()
            .filter(method -> method.getDeclaringClass() == type)
            .toList();

    assertThat(blocking)
        .as("%s.%s", type, operation.name())
        .hasSize(operation.optionalParameters().isEmpty() ? 1 : 2);
    String answer = operation.answer() == null ? "void" : javaType(operation.answer());
    assertThat(blocking)
        .allSatisfy(
            method -> assertThat(method.getGenericReturnType().getTypeName()).isEqualTo(answer))
        .allSatisfy(
            method ->
                assertThat(method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
                    .isEqualTo(operation.mayBeEmpty()));
  }

  @Test
  void hasNothingThatTheDocumentDoesNotName() throws Exception {
    Set<String> expected = new TreeSet<>();
    Set<String> found = new TreeSet<>();
    for (Contract.Operation operation : Contract.read().operations()) {
      expected.add(operation.stem() + "Api." + operation.javaId() + "WithAll");
      for (Method method : api(operation).getDeclaredMethods()) {
        if (!method.isDefault() && !method.isSynthetic()) {
          found.add(operation.stem() + "Api." + method.getName());
        }
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void hasAModelWithEveryPropertyOfEverySchema(String name) throws Exception {
    JsonObject schema = Contract.read().schemas().getAsJsonObject(name);
    Class<?> model = Class.forName(BASE + "model." + name);
    if (schema.has("enum")) {
      Set<String> values =
          schema.getAsJsonArray("enum").asList().stream()
              .map(JsonElement::getAsString)
              .collect(Collectors.toSet());
      assertThat(
              Arrays.stream(model.getEnumConstants())
                  .map(c -> ((WireEnum) c).wireValue())
                  .filter(v -> v != null))
          .containsExactlyInAnyOrderElementsOf(values);
      assertThat(
              Arrays.stream(model.getEnumConstants())
                  .filter(c -> ((WireEnum) c).wireValue() == null))
          .hasSize(1);
      return;
    }
    JsonObject properties = schema.getAsJsonObject("properties");
    Set<String> required =
        schema.has("required")
            ? schema.getAsJsonArray("required").asList().stream()
                .map(JsonElement::getAsString)
                .collect(Collectors.toSet())
            : Set.of();
    Map<String, Field> fields =
        Arrays.stream(model.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(SerializedName.class))
            .collect(
                Collectors.toMap(
                    field -> field.getAnnotation(SerializedName.class).value(), field -> field));
    assertThat(fields.keySet()).isEqualTo(properties.keySet());
    for (Map.Entry<String, JsonElement> property : properties.entrySet()) {
      Field field = fields.get(property.getKey());
      JsonObject type = property.getValue().getAsJsonObject();
      if (!isInline(type)) {
        assertThat(field.getGenericType().getTypeName())
            .as(property.getKey())
            .isEqualTo(javaType(type));
      }
      boolean nullable = !required.contains(property.getKey()) || isNullable(type);
      assertThat(getter(model, field).getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
          .as("%s.%s is @Nullable", name, property.getKey())
          .isEqualTo(nullable);
    }
  }

  private static Method getter(Class<?> model, Field field) throws NoSuchMethodException {
    String name = field.getName();
    return model.getMethod(
        "get" + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1));
  }

  /** Says whether the generator has made up a name for the type. */
  private static boolean isInline(JsonObject type) {
    JsonObject item = type.has("items") ? type.getAsJsonObject("items") : type;
    return item.has("properties") || item.has("enum");
  }

  private static boolean isNullable(JsonObject type) {
    return type.has("nullable") && type.get("nullable").getAsBoolean();
  }

  private static Class<?> api(Contract.Operation operation) throws ClassNotFoundException {
    return Class.forName(BASE + "api." + operation.stem() + "Api");
  }

  private static Method annotated(Contract.Operation operation) throws ClassNotFoundException {
    List<Method> methods = methods(api(operation), operation.javaId() + "WithAll");
    assertThat(methods).as("methods for %s", operation).hasSize(1);
    return methods.get(0);
  }

  private static List<Method> methods(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .toList();
  }

  private static String httpMethodAndPath(Method method) throws ReflectiveOperationException {
    for (Annotation annotation : method.getAnnotations()) {
      if (annotation instanceof HTTP http) {
        return http.method() + " " + http.path();
      }
      if (annotation.annotationType().getPackageName().equals("retrofit2.http")) {
        return annotation.annotationType().getSimpleName()
            + " "
            + annotation.annotationType().getMethod("value").invoke(annotation);
      }
    }
    throw new AssertionError(method + " has no annotation of Retrofit");
  }

  private static String place(Parameter parameter) {
    if (parameter.isAnnotationPresent(Path.class)) {
      return "path " + parameter.getAnnotation(Path.class).value();
    }
    if (parameter.isAnnotationPresent(Query.class)) {
      return "query " + parameter.getAnnotation(Query.class).value();
    }
    if (parameter.isAnnotationPresent(Header.class)) {
      return "header " + parameter.getAnnotation(Header.class).value();
    }
    return parameter.isAnnotationPresent(Body.class) ? "body" : "nothing";
  }

  private static boolean isObject(JsonObject schema) {
    return schema.get("type").getAsString().equals("object");
  }

  private static String javaType(@Nullable JsonObject schema) {
    if (schema == null) {
      return "java.lang.Void";
    }
    if (schema.has("allOf")) {
      return javaType(schema.getAsJsonArray("allOf").get(0).getAsJsonObject());
    }
    if (schema.has("$ref")) {
      String name = schema.get("$ref").getAsString().replaceFirst(".*/", "");
      return BASE + "model." + (name.equals("SettingValueType") ? "SettingValue" : name);
    }
    if (!schema.has("type") || (isObject(schema) && !schema.has("additionalProperties"))) {
      return "com.google.gson.JsonElement";
    }
    String format = schema.has("format") ? schema.get("format").getAsString() : "";
    return switch (schema.get("type").getAsString()) {
      case "array" ->
          (schema.has("uniqueItems") ? "java.util.Set<" : "java.util.List<")
              + javaType(schema.getAsJsonObject("items"))
              + ">";
      case "object" ->
          "java.util.Map<java.lang.String, "
              + javaType(schema.getAsJsonObject("additionalProperties"))
              + ">";
      case "boolean" -> "java.lang.Boolean";
      case "integer" -> format.equals("int64") ? "java.lang.Long" : "java.lang.Integer";
      case "number" -> format.equals("double") ? "java.lang.Double" : "java.math.BigDecimal";
      case "string" ->
          switch (format) {
            case "date" -> "java.time.LocalDate";
            case "uri" -> "java.net.URI";
            case "uuid" -> "java.util.UUID";
            case "date-time" -> "java.time.OffsetDateTime";
            default -> "java.lang.String";
          };
      default -> throw new AssertionError(schema);
    };
  }
}
