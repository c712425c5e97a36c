package com.configcat.management.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.model.WireEnum;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the generated models against the document they were generated from. */
class GeneratedModelsTest {
  private static final Set<String> TYPES =
      Set.of("$ref", "type", "allOf", "oneOf", "anyOf", "enum");

  static Stream<String> enums() throws Exception {
    JsonObject schemas = ContractDocument.read().models();
    return schemas.keySet().stream().filter(name -> schemas.getAsJsonObject(name).has("enum"));
  }

  static Stream<String> models() throws Exception {
    JsonObject schemas = ContractDocument.read().models();
    return schemas.keySet().stream().filter(name -> !schemas.getAsJsonObject(name).has("enum"));
  }

  @ParameterizedTest
  @MethodSource("enums")
  void hasAConstantForEveryValueAndOneForAnyOther(String name) throws Exception {
    List<String> values =
        ContractDocument.read()
            .models()
            .getAsJsonObject(name)
            .getAsJsonArray("enum")
            .asList()
            .stream()
            .map(JsonElement::getAsString)
            .toList();
    List<String> wireValues =
        Arrays.stream(ModelClass.of(name).type().getEnumConstants())
            .map(constant -> ((WireEnum) constant).wireValue())
            .toList();

    assertThat(wireValues)
        .hasSize(values.size() + 1)
        .containsAll(values)
        .containsOnlyOnce((String) null);
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasEveryPropertyOfTheSchema(String name) throws Exception {
    JsonObject schema = ContractDocument.read().models().getAsJsonObject(name);
    ModelClass model = ModelClass.of(name);
    Map<String, Field> fields = model.fields();
    JsonObject properties = schema.getAsJsonObject("properties");

    assertThat(fields.keySet()).isEqualTo(properties.keySet());
    for (Map.Entry<String, JsonElement> property : properties.entrySet()) {
      Field field = fields.get(property.getKey());
      JsonObject type = property.getValue().getAsJsonObject();
      assertThat(field.getGenericType().getTypeName())
          .as(property.getKey())
          .isEqualTo(JavaTypeNames.of(type));
      boolean nullable = !required(schema).contains(property.getKey()) || isNullable(type);
      Method getter = model.getter(field);
      assertThat(getter.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
          .as("%s.%s is @Nullable", name, property.getKey())
          .isEqualTo(nullable);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void isBuiltWithAnythingMissingUnlessItIsSent(String name) throws Exception {
    JsonObject schema = ContractDocument.read().models().getAsJsonObject(name);
    Set<String> needed = required(schema);
    needed.removeIf(
        property -> {
          JsonObject type = schema.getAsJsonObject("properties").getAsJsonObject(property);
          return isNullable(type) || isTrue(type, "readOnly");
        });
    if (isTrue(schema, "x-request-model") && !needed.isEmpty()) {
      assertThatThrownBy(() -> ModelClass.of(name).empty())
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching(name + " needs .+: set it with .+");
    } else {
      assertThat(ModelClass.of(name).empty()).hasToString(name + "{}");
    }
  }

  private static Set<String> required(JsonObject schema) {
    Set<String> required = new TreeSet<>();
    if (schema.has("required")) {
      schema.getAsJsonArray("required").forEach(name -> required.add(name.getAsString()));
    }
    return required;
  }

  /** A property of any type can be null, whether the document says so or not. */
  private static boolean isNullable(JsonObject type) {
    return isTrue(type, "nullable") || TYPES.stream().noneMatch(type::has);
  }

  private static boolean isTrue(JsonObject schema, String keyword) {
    return schema.has(keyword) && schema.get(keyword).getAsBoolean();
  }
}
