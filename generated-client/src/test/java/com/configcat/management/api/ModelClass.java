package com.configcat.management.api;

import com.google.gson.annotations.SerializedName;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A generated model, by what the document calls it and its properties. */
record ModelClass(Class<?> type) {
  static ModelClass of(String schema) throws ClassNotFoundException {
    return new ModelClass(Class.forName("com.configcat.management.model." + schema));
  }

  /** The fields by the names of the properties that they hold. */
  Map<String, Field> fields() {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(SerializedName.class))
        .collect(
            Collectors.toMap(
                field -> field.getAnnotation(SerializedName.class).value(), field -> field));
  }

  /** The accessor of a field; how the generator writes it depends on the name's first letters. */
  Method getter(Field field) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> plain(method.getName()).equals("get" + plain(field.getName())))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no getter of " + field));
  }

  private static String plain(String name) {
    return name.replaceAll("[_$]", "").toLowerCase(Locale.ROOT);
  }

  /** Builds it with nothing set. */
  Object empty() throws ReflectiveOperationException {
    Object builder = type.getMethod("builder").invoke(null);
    return builder.getClass().getMethod("build").invoke(builder);
  }
}
