package com.configcat.management.badinput;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that a parameter should not take.
 *
 * @param kind a word for it
 * @param value what is given
 */
record BadValues(String kind, @Nullable Object value) {
  static final String NULL = "null";
  static final String NULL_ELEMENT = "null inside";
  static final String BLANK = "blank";
  static final String HALF = "half a surrogate pair";
  static final String CONTROL = "control character";
  static final String NEGATIVE = "negative";
  static final String ZERO = "zero";
  static final String NOT_FINITE = "not finite";

  /** What to try in place of a good argument. */
  static List<BadValues> of(Parameter parameter) {
    Class<?> type = parameter.getType();
    List<BadValues> values = new ArrayList<>();
    if (!type.isPrimitive() && !isNullable(parameter.getAnnotatedType())) {
      values.add(new BadValues(NULL, null));
    }
    if (type == String.class) {
      Arrays.asList("", " ", "\t", "\u2003").forEach(s -> values.add(new BadValues(BLANK, s)));
      Arrays.asList("a\nb", "a\u0000b", "a\u007f", "x\r\nX-Evil: 1")
          .forEach(s -> values.add(new BadValues(CONTROL, s)));
      Arrays.asList("a\uD83Db", "a\uDE00", "\uDE00\uD83D")
          .forEach(s -> values.add(new BadValues(HALF, s)));
    } else if (type == int.class || type == Integer.class) {
      Arrays.asList(-1, Integer.MIN_VALUE).forEach(n -> values.add(new BadValues(NEGATIVE, n)));
      values.add(new BadValues(ZERO, 0));
    } else if (type == long.class || type == Long.class) {
      Arrays.asList(-1L, Long.MIN_VALUE).forEach(n -> values.add(new BadValues(NEGATIVE, n)));
      values.add(new BadValues(ZERO, 0L));
    } else if (type == double.class || type == Double.class) {
      Arrays.asList(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
          .forEach(n -> values.add(new BadValues(NOT_FINITE, n)));
    } else if (type == Duration.class) {
      values.add(new BadValues(NEGATIVE, Duration.ofNanos(-1)));
      values.add(new BadValues(ZERO, Duration.ZERO));
    } else if (Collection.class.isAssignableFrom(type) && type.isAssignableFrom(List.class)) {
      values.add(new BadValues(NULL_ELEMENT, Collections.singletonList(null)));
    } else if (type == Map.class) {
      values.add(new BadValues(NULL_ELEMENT, Collections.singletonMap(null, null)));
    } else if (type.isArray() && !type.getComponentType().isPrimitive()) {
      values.add(new BadValues(NULL_ELEMENT, Array.newInstance(type.getComponentType(), 1)));
    }
    return values;
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  String shown() {
    return kind + (value instanceof String || value instanceof Number ? " " + quoted() : "");
  }

  private String quoted() {
    StringBuilder shown = new StringBuilder();
    for (char c : String.valueOf(value).toCharArray()) {
      shown.append(c > ' ' && c < 127 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return "\"" + shown + "\"";
  }
}
