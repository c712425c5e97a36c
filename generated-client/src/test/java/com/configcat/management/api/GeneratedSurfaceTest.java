package com.configcat.management.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.codec.EmptyAnswerAllowed;
import com.configcat.management.operations.CallRunner;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
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
  private static final Predicate<String> IDENTIFIER =
      Pattern.compile("[a-z][A-Za-z0-9]+").asMatchPredicate();

  static Stream<ContractDocument.Operation> operations() throws Exception {
    return ContractDocument.read().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void annotatesEveryOperationWithItsMethodPathAndParameters(ContractDocument.Operation operation)
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
    assertThat(answer.getTypeName()).isEqualTo(JavaTypeNames.of(operation.answer()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void hasAMethodWithWhatItNeedsAndOneWithOptions(ContractDocument.Operation operation)
      throws Exception {
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
      List<String> expected = new ArrayList<>(optionsInJava(operation));
      expected.add("build");
      assertThat(
              Arrays.stream(builder.getDeclaredMethods())
                  .filter(m -> Modifier.isPublic(m.getModifiers()))
                  .map(Method::getName))
          .as("the builder's methods: one an option, and build()")
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** What the optional parameters are called in Java: what the document does, where that can be. */
  private static List<String> optionsInJava(ContractDocument.Operation operation) throws Exception {
    List<String> optional =
        operation.optionalParameters().stream()
            .map(p -> p.get("in").getAsString() + " " + p.get("name").getAsString())
            .toList();
    List<String> names = new ArrayList<>();
    for (Parameter parameter : annotated(operation).getParameters()) {
      String place = place(parameter);
      if (optional.contains(place)) {
        names.add(parameter.getName());
        String name = place.substring(place.indexOf(' ') + 1);
        if (IDENTIFIER.test(name) && SourceVersion.isName(name)) {
          assertThat(parameter.getName().replaceFirst("^_", "")).isEqualTo(name);
        }
      }
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void hasABlockingOperationForEach(ContractDocument.Operation operation) throws Exception {
    Class<?> type = Class.forName(BASE + "operations." + operation.stem() + "Operations");
    assertThat(type.getConstructor(api(operation), CallRunner.class)).isNotNull();

    List<Method> blocking =
        methods(type, operation.name()).stream()
            .filter(method -> method.getDeclaringClass() == type)
            .toList();

    assertThat(blocking)
        .as("%s.%s", type, operation.name())
        .hasSize(operation.optionalParameters().isEmpty() ? 1 : 2);
    String answer = operation.answer() == null ? "void" : JavaTypeNames.of(operation.answer());
    assertThat(blocking)
        .allSatisfy(
            method -> assertThat(method.getGenericReturnType().getTypeName()).isEqualTo(answer))
        .allSatisfy(
            method ->
                assertThat(method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
                    .isEqualTo(operation.mayBeEmpty()));
  }

  /** Another type than the key of a flag has, so that the two cannot be swapped. */
  @Test
  void takesAnSdkKeyWhereTheDocumentNamesOne() throws Exception {
    List<String> found = new ArrayList<>();
    for (ContractDocument.Operation operation : ContractDocument.read().operations()) {
      Class<?> blocking = Class.forName(BASE + "operations." + operation.stem() + "Operations");
      boolean bySdkKey = operation.parameters().anyMatch(p -> p.has("x-sdk-key"));
      assertThat(methods(api(operation), operation.javaId()))
          .allMatch(method -> takesSdkKey(method) == bySdkKey);
      assertThat(methods(blocking, operation.name()))
          .filteredOn(method -> method.getDeclaringClass() == blocking)
          .allMatch(method -> takesSdkKey(method) == bySdkKey);
      if (bySdkKey) {
        found.add(operation.stem() + "." + operation.name());
      }
    }
    assertThat(found)
        .contains(
            "SettingValuesBySdkKey.get",
            "SettingValuesBySdkKey.patch",
            "SettingValuesBySdkKey.replace",
            "SettingValuesBySdkKeyV2.get",
            "SettingValuesBySdkKeyV2.patch",
            "SettingValuesBySdkKeyV2.replace");
  }

  private static boolean takesSdkKey(Method method) {
    return List.of(method.getParameterTypes()).contains(SdkKey.class);
  }

  @Test
  void hasNothingThatTheDocumentDoesNotName() throws Exception {
    Set<String> expected = new TreeSet<>();
    Set<String> found = new TreeSet<>();
    for (ContractDocument.Operation operation : ContractDocument.read().operations()) {
      expected.add(operation.stem() + "Api." + operation.javaId() + "WithAll");
      for (Method method : api(operation).getDeclaredMethods()) {
        if (!method.isDefault() && !method.isSynthetic()) {
          found.add(operation.stem() + "Api." + method.getName());
        }
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  private static Class<?> api(ContractDocument.Operation operation) throws ClassNotFoundException {
    return Class.forName(BASE + "api." + operation.stem() + "Api");
  }

  private static Method annotated(ContractDocument.Operation operation)
      throws ClassNotFoundException {
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
}
