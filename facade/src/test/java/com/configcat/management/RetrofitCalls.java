package com.configcat.management;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Query;

/** Reads what Retrofit's annotations say of a call. */
public final class RetrofitCalls {
  private static final Package RETROFIT = Query.class.getPackage();

  private RetrofitCalls() {}

  /** Returns the methods of an interface that make calls. */
  public static Stream<Method> of(Class<?> type) {
    return Arrays.stream(type.getMethods()).filter(method -> !operation(method).isEmpty());
  }

  /** Returns HTTP method and path as the annotation shows them; nothing if there is none. */
  public static String operation(Method method) {
    return retrofits(method.getAnnotations()).findFirst().orElse("");
  }

  /** Returns what is sent, as the annotations show it. */
  public static List<String> parameters(Method method) {
    return Arrays.stream(method.getParameterAnnotations())
        .flatMap(RetrofitCalls::retrofits)
        .toList();
  }

  /** Returns what has to be sent, as the annotations show it. */
  public static List<String> needed(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .flatMap(parameter -> retrofits(parameter.getAnnotations()))
        .toList();
  }

  /** Returns the names of what is sent in the query, which can be left out. */
  public static List<String> queries(Method method) {
    return Arrays.stream(method.getParameters())
        .map(parameter -> parameter.getAnnotation(Query.class))
        .filter(Objects::nonNull)
        .map(Query::value)
        .toList();
  }

  private static Stream<String> retrofits(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(annotation -> annotation.annotationType().getPackage() == RETROFIT)
        .map(Annotation::toString);
  }
}
