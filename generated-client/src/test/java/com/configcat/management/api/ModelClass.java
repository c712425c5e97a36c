package com.configcat.management.api;

import com.configcat.management.codec.ManagementGson;
import com.google.gson.Gson;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A generated model, by what the document calls it and its properties. */
record ModelClass(Class<?> type) {
  static final String PACKAGE = "com.configcat.management.model.";

  private static final Gson WITH_NULLS =
      ManagementGson.create().newBuilder().serializeNulls().create();

  static ModelClass of(String schema) throws ClassNotFoundException {
    return new ModelClass(Class.forName(PACKAGE + schema));
  }

  /** The fields by the names of the properties that they hold. */
  Map<String, Field> fields() {
    List<Field> fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> !field.getName().startsWith("_"))
            .toList();
    Iterator<String> names =
        WITH_NULLS
            .toJsonTree(WITH_NULLS.fromJson("{}", type))
            .getAsJsonObject()
            .keySet()
            .iterator();
    Map<String, Field> byName = new LinkedHashMap<>();
    fields.forEach(field -> byName.put(names.next(), field));
    if (names.hasNext()) {
      throw new AssertionError(type + " writes more than its fields: " + names.next());
    }
    return byName;
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
