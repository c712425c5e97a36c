package com.configcat.management;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the public methods of the facade that lead to some code of it, as bytecode tells. */
final class PublicCallers {
  private final Map<JavaCodeUnit, Set<String>> known = new HashMap<>();

  /**
   * Returns the nearest public methods above some code, such as {@code Flags.ensure}; where none
   * leads there, as to a constant, the class that it is in.
   */
  Set<String> of(JavaCodeUnit code) {
    return known.computeIfAbsent(code, PublicCallers::find);
  }

  private static Set<String> find(JavaCodeUnit code) {
    Set<String> callers = new TreeSet<>();
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> todo = new ArrayDeque<>(List.of(code));
    while (!todo.isEmpty()) {
      JavaCodeUnit unit = todo.pop();
      if (isPublicMethod(unit)) {
        callers.add(unit.getOwner().getSimpleName() + "." + unit.getName());
      } else if (seen.add(unit)) {
        unit.getAccessesToSelf().stream().map(JavaAccess::getOrigin).forEach(todo::push);
        callersOfOverridden(unit).forEach(todo::push);
      }
    }
    return callers.isEmpty() ? Set.of(outermost(code.getOwner()).getSimpleName()) : callers;
  }

  private static boolean isPublicMethod(JavaCodeUnit unit) {
    return unit instanceof JavaMethod
        && unit.getModifiers().contains(JavaModifier.PUBLIC)
        && unit.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
        && !unit.getOwner().getPackageName().contains(".internal");
  }

  /** Whoever calls a method of an interface may reach any that implements it. */
  private static List<JavaCodeUnit> callersOfOverridden(JavaCodeUnit unit) {
    if (unit instanceof JavaConstructor) {
      return List.of();
    }
    String[] parameters =
        unit.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    return unit.getOwner().getAllRawInterfaces().stream()
        .flatMap(above -> above.tryGetMethod(unit.getName(), parameters).stream())
        .flatMap(method -> method.getAccessesToSelf().stream())
        .map(access -> access.getOrigin())
        .toList();
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(PublicCallers::outermost).orElse(type);
  }
}
