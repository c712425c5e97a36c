package com.configcat.management.conformance;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.codec.ManagementGson;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.HTTP;
import retrofit2.http.Header;
import retrofit2.http.Query;

/** Finds the generated method of an operation by the id that the contract gives it. */
final class GeneratedMethods {
  private static final Gson GSON = ManagementGson.create();
  private final Map<String, String> keysById = new HashMap<>();
  private final Map<String, Method> methodsByKey = new HashMap<>();

  GeneratedMethods() {
    try {
      readDocument();
      for (Class<?> api : interfaces()) {
        Arrays.stream(api.getMethods())
            .filter(method -> !method.isDefault())
            .forEach(method -> methodsByKey.put(key(method), method));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readDocument() throws IOException {
    Path document = Path.of(System.getProperty("contract.directory"), "openapi.json");
    JsonObject paths =
        JsonParser.parseString(Files.readString(document))
            .getAsJsonObject()
            .getAsJsonObject("paths");
    paths
        .asMap()
        .forEach(
            (path, item) ->
                item.getAsJsonObject()
                    .asMap()
                    .forEach(
                        (method, operation) -> {
                          if (operation instanceof JsonObject object && object.has("operationId")) {
                            keysById.put(
                                object.get("operationId").getAsString(),
                                method.toUpperCase(Locale.ROOT) + " " + path);
                          }
                        }));
  }

  /** The generated interfaces: one a tag, beside each other in one folder or jar. */
  private static List<Class<?>> interfaces() throws IOException {
    String folder = ProductsApi.class.getPackageName().replace('.', '/');
    try {
      URI location = ProductsApi.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path path = Path.of(location);
      if (Files.isDirectory(path)) {
        return interfaces(path.resolve(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(path)) {
        return interfaces(jar.getPath(folder));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> interfaces(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Api.class"))
          .<Class<?>>map(name -> named(name.substring(0, name.length() - ".class".length())))
          .toList();
    }
  }

  private static Class<?> named(String simpleName) {
    try {
      return Class.forName(ProductsApi.class.getPackageName() + "." + simpleName);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      if (annotation instanceof HTTP http) {
        return http.method() + " /" + http.path();
      }
      if (annotation.annotationType().getPackage().equals(HTTP.class.getPackage())) {
        return annotation.annotationType().getSimpleName() + " /" + value(annotation);
      }
    }
    throw new IllegalArgumentException(method + " is no operation");
  }

  private static String value(Annotation annotation) {
    try {
      return (String) annotation.annotationType().getMethod("value").invoke(annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  Method method(Vector.Call call) {
    Method method = methodsByKey.get(keysById.get(call.operationId()));
    if (method == null) {
      throw new AssertionError("There is no operation " + call.operationId());
    }
    return method;
  }

  /** Makes the call that a vector describes; nothing is sent. */
  @SuppressWarnings("unchecked") // What the call gives is only ever made JSON again.
  Call<Object> call(ConfigCatManagementClient client, Vector.Call call) {
    Method method = method(call);
    Object[] arguments = new Object[method.getParameterCount()];
    JsonObject given = call.parameters().deepCopy();
    for (int i = 0; i < arguments.length; i++) {
      Annotation annotation = wire(method.getParameterAnnotations()[i]);
      JsonElement json = annotation instanceof Body ? call.body() : given.remove(name(annotation));
      arguments[i] =
          json == null ? null : GSON.fromJson(json, method.getGenericParameterTypes()[i]);
    }
    if (!given.isEmpty()) {
      throw new AssertionError(call.operationId() + " does not have " + given.keySet());
    }
    try {
      return (Call<Object>) method.invoke(client.api(method.getDeclaringClass()), arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Annotation wire(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(a -> a.annotationType().getPackage().equals(HTTP.class.getPackage()))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable String name(Annotation annotation) {
    if (annotation instanceof Query query) {
      return query.value();
    }
    return annotation instanceof Header header ? header.value() : value(annotation);
  }
}
