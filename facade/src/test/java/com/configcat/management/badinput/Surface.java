package com.configcat.management.badinput;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ContractSource;
import com.configcat.management.core.Ensured;
import com.configcat.management.core.EnsuredItem;
import com.configcat.management.flag.Flag;
import com.configcat.management.listener.CallListener;
import com.configcat.management.operations.CallRunner;
import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What users see of the facade, read from its class files. */
final class Surface {
  private static final String OURS = "com.configcat.management.";

  /** Every record in these is something that methods of the client return, as the service said. */
  private static final Set<String> RESULTS = Set.of(OURS + "flag", OURS + "resource");

  private static final boolean PINNED = ContractSource.isPinned();

  private Surface() {}

  private static boolean isOperations(Class<?> type) {
    return type.getName().startsWith(OURS + "operations.");
  }

  /**
   * The public types of the packages that are exported, which are all but the internal ones, and
   * the generated operations that the client returns. Not the latter when they come of a document
   * that was pulled: it may have parameters that nobody thought of, and has to build all the same.
   */
  static List<Class<?>> types() throws IOException, URISyntaxException {
    Stream<Class<?>> returned =
        Arrays.stream(ConfigCatManagementClient.class.getMethods())
            .<Class<?>>map(Method::getReturnType)
            .filter(type -> isOperations(type) && PINNED);
    return Stream.concat(own().stream(), returned)
        .distinct()
        .sorted(Comparator.comparing(Class::getName))
        .toList();
  }

  private static List<Class<?>> own() throws IOException, URISyntaxException {
    Path classes =
        Path.of(
            ConfigCatManagementClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.'))
          .filter(name -> name.startsWith(OURS) && !name.contains(".internal."))
          .<Class<?>>map(Surface::load)
          .filter(Surface::isPublic)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Surface.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
  }

  /** What of a type takes arguments and is called by users: not what users implement. */
  static List<Executable> executables(Class<?> type) {
    Stream<Executable> methods =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getDeclaringClass().getName().startsWith(OURS))
            .filter(method -> PINNED || !isOperations(method.getDeclaringClass()))
            .filter(method -> isCalledByUsers(type) || Modifier.isStatic(method.getModifiers()))
            .filter(method -> !method.isBridge() && !method.isSynthetic())
            .filter(method -> !method.getName().equals("equals"))
            .filter(method -> !(type.isEnum() && method.getName().equals("valueOf")))
            .filter(method -> !isCalledByJUnit(method) && !isCalledByTheClient(method))
            .map(Executable.class::cast);
    Stream<Executable> constructors =
        Modifier.isAbstract(type.getModifiers()) || isMadeByTheClient(type)
            ? Stream.empty()
            : Arrays.stream(type.getConstructors());
    return Stream.concat(constructors, methods)
        .filter(executable -> executable.getParameterCount() > 0)
        .peek(executable -> ((AccessibleObject) executable).setAccessible(true))
        .sorted(Comparator.comparing(Surface::name))
        .toList();
  }

  /** Interfaces are for users to implement, but for those that the client implements. */
  private static boolean isCalledByUsers(Class<?> type) {
    return !type.isInterface() || type == Flag.class;
  }

  /** A constructor that is public since it is a record's: it need not doubt what it is given. */
  static boolean isResult(Executable executable) {
    Class<?> type = executable.getDeclaringClass();
    return executable instanceof Constructor
        && type.isRecord()
        && (RESULTS.contains(type.getPackageName())
            || type == Ensured.class
            || type == EnsuredItem.class);
  }

  /** Exceptions, events and resources have public constructors for the client's own packages. */
  private static boolean isMadeByTheClient(Class<?> type) {
    return type.getName().startsWith(OURS + "error.")
        || type.getName().startsWith(OURS + "listener.")
        || Arrays.stream(type.getConstructors())
            .flatMap(made -> Arrays.stream(made.getParameterTypes()))
            .anyMatch(Surface::isNotForUsers);
  }

  private static boolean isNotForUsers(Class<?> parameter) {
    return parameter == CallRunner.class || parameter.getName().contains(".internal.");
  }

  /** Listeners are given to the client, which calls them. */
  private static boolean isCalledByTheClient(Method method) {
    return CallListener.class.isAssignableFrom(method.getDeclaringClass());
  }

  private static boolean isCalledByJUnit(Method method) {
    return Arrays.asList(method.getParameterTypes()).contains(ExtensionContext.class);
  }

  /** Such as {@code RateLimit.perSecond(int)}. */
  static String name(Executable executable) {
    return owner(executable)
        + (executable instanceof Method ? "." + executable.getName() : "")
        + parameters(executable);
  }

  static String owner(Executable executable) {
    return executable.getDeclaringClass().getName().replaceFirst(".*\\.", "").replace('$', '.');
  }

  private static String parameters(Executable executable) {
    return Arrays.stream(executable.getParameterTypes())
        .map(Class::getSimpleName)
        .toList()
        .toString()
        .replace('[', '(')
        .replaceFirst("]$", ")");
  }
}
