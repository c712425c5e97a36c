package com.configcat.management.it.publish;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.ProductsApi;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a native image of GraalVM is told, beside what the classes do. */
class ReachabilityMetadataTest {
  private static final String FOLDER = "META-INF/native-image/com.configcat.management/";
  private static final List<String> ARTIFACTS =
      List.of("configcat-management-generated-client", "configcat-management-client");

  /** Classes of the JDK that look for something by name, or at members. */
  private static final Set<String> REFLECTIVE =
      Set.of(
          "java.lang.Class",
          "java.lang.ClassLoader",
          "java.lang.invoke.MethodHandles",
          "java.lang.reflect.Proxy",
          "java.util.ResourceBundle",
          "java.util.ServiceLoader");

  private static final Set<String> HARMLESS =
      Set.of(
          "cast",
          "desiredAssertionStatus",
          "equals",
          "getClassLoader",
          "getComponentType",
          "getEnumConstants",
          "getName",
          "getPackage",
          "getPackageName",
          "getSimpleName",
          "hashCode",
          "isArray",
          "isAssignableFrom",
          "isEnum",
          "isInstance",
          "isInterface",
          "isPrimitive",
          "toString");

  private static final JavaClasses CLASSES = classes();

  private static JavaClasses classes() {
    return new ClassFileImporter()
        .importLocations(
            List.of(
                Location.of(location(ProductsApi.class)),
                Location.of(location(ConfigCatManagementClient.class))));
  }

  private static URI location(Class<?> type) {
    try {
      return type.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void hasEachRetrofitInterfaceAndItsProxy() throws IOException {
    Set<String> interfaces =
        CLASSES.stream()
            .filter(JavaClass::isInterface)
            .filter(type -> type.getMethods().stream().anyMatch(ReachabilityMetadataTest::isSent))
            .map(JavaClass::getName)
            .collect(toCollection(TreeSet::new));
    Set<String> withMethods = new TreeSet<>();
    Set<String> proxies = new TreeSet<>();
    for (JsonObject entry : entries("reflection")) {
      JsonElement type = entry.get("type");
      if (type.isJsonObject()) {
        JsonArray implemented = type.getAsJsonObject().getAsJsonArray("proxy");
        assertThat(implemented).hasSize(1);
        proxies.add(implemented.get(0).getAsString());
      } else if (entry.has("allDeclaredMethods")) {
        withMethods.add(type.getAsString());
      }
    }

    assertThat(interfaces).hasSizeGreaterThan(25);
    assertThat(withMethods).isEqualTo(interfaces);
    assertThat(proxies).isEqualTo(interfaces);
  }

  private static boolean isSent(JavaMethod method) {
    return method.getAnnotations().stream()
        .anyMatch(annotation -> annotation.getRawType().getPackageName().equals("retrofit2.http"));
  }

  /** The client reads them by name; see {@code ManagedCallAdapterFactory}. */
  @Test
  void hasTheValueOfEachAnnotationThatNamesAPath() throws IOException {
    Set<String> annotations =
        CLASSES.stream()
            .flatMap(type -> type.getMethods().stream())
            .flatMap(method -> method.getAnnotations().stream())
            .map(annotation -> annotation.getRawType().getName())
            .filter(name -> name.matches("retrofit2\\.http\\.[A-Z]+"))
            .filter(name -> !name.equals("retrofit2.http.HTTP"))
            .collect(toCollection(TreeSet::new));
    Set<String> listed = new TreeSet<>();
    for (JsonObject entry : entries("reflection")) {
      if (entry.has("methods")) {
        JsonObject method = entry.getAsJsonArray("methods").get(0).getAsJsonObject();
        assertThat(method.get("name").getAsString()).isEqualTo("value");
        listed.add(entry.get("type").getAsString());
      }
    }

    assertThat(annotations).hasSizeGreaterThan(3);
    assertThat(listed).containsAll(annotations);
  }

  @Test
  void hasEachResource() throws Exception {
    Set<String> resources = new TreeSet<>();
    for (Class<?> type : List.of(ProductsApi.class, ConfigCatManagementClient.class)) {
      Path place = Path.of(location(type));
      if (Files.isDirectory(place)) {
        resources.addAll(resources(place));
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
          resources.addAll(resources(jar.getPath("/")));
        }
      }
    }

    Set<String> listed = new TreeSet<>();
    entries("resources").forEach(entry -> listed.add(entry.get("glob").getAsString()));
    assertThat(listed).isEqualTo(resources);
  }

  private static List<String> resources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.endsWith(".class") && !name.startsWith("META-INF/"))
          .toList();
    }
  }

  /** Whoever adds reflection tells a native image of it, and then this test. */
  @Test
  void nothingElseIsReflective() {
    Map<String, Set<String>> callers = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
        MethodCallTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        boolean reflective =
            owner.startsWith("java.lang.reflect.Constructor")
                || owner.startsWith("java.lang.reflect.Field")
                || (REFLECTIVE.contains(owner) && !HARMLESS.contains(target.getName()));
        if (reflective) {
          callers
              .computeIfAbsent(outermost(type), name -> new TreeSet<>())
              .add(target.getOwner().getSimpleName() + "." + target.getName());
        }
      }
    }

    assertThat(callers)
        .isEqualTo(
            Map.of(
                "com.configcat.management.internal.call.CallListeners", Set.of("Class.forName"),
                // Reads "value" of annotations of Retrofit, which are registered with the methods.
                "com.configcat.management.internal.call.ManagedCallAdapterFactory",
                    Set.of("Class.getMethod"),
                "com.configcat.management.internal.client.OperationTemplates",
                    Set.of("Class.getMethods"),
                "com.configcat.management.internal.http.UserAgent",
                    Set.of("Class.getResourceAsStream")));
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  private static List<JsonObject> entries(String section) throws IOException {
    List<JsonObject> entries = new ArrayList<>();
    for (String artifact : ARTIFACTS) {
      String name = FOLDER + artifact + "/reachability-metadata.json";
      List<URL> found =
          Collections.list(ReachabilityMetadataTest.class.getClassLoader().getResources(name));
      assertThat(found).as(name).hasSize(1);
      try (InputStream file = found.get(0).openStream()) {
        JsonObject metadata =
            JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                .getAsJsonObject();
        if (metadata.has(section)) {
          metadata.getAsJsonArray(section).forEach(entry -> entries.add(entry.getAsJsonObject()));
        }
      }
    }
    return entries;
  }
}
