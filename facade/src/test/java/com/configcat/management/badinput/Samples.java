package com.configcat.management.badinput;

import com.configcat.management.api.SdkKey;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Makes good arguments, and objects to call methods of, by looking for how: a builder, a factory, a
 * constructor.
 */
final class Samples {
  private static final int DEPTH = 10;

  private final Map<Class<?>, Supplier<Object>> given = new HashMap<>();
  private final Map<String, Object[]> givenArguments = new HashMap<>();

  /** Makes samples of which every text and every class is the same. */
  Samples(String text, Class<?> type) {
    give(String.class, () -> text);
    give(CharSequence.class, () -> text);
    give(Object.class, () -> text);
    give(SdkKey.class, () -> SdkKey.of("any-sdk-key"));
    give(boolean.class, () -> true);
    give(Boolean.class, () -> true);
    give(int.class, () -> 1);
    give(Integer.class, () -> 1);
    give(long.class, () -> 1L);
    give(Long.class, () -> 1L);
    give(double.class, () -> 1.0);
    give(Double.class, () -> 1.0);
    give(Number.class, () -> 1);
    AtomicLong ids = new AtomicLong();
    give(UUID.class, () -> new UUID(0x08d86d6327214da6L, ids.incrementAndGet()));
    give(Duration.class, () -> Duration.ofSeconds(1));
    give(Instant.class, () -> Instant.EPOCH);
    give(OffsetDateTime.class, () -> OffsetDateTime.parse("2026-01-02T03:04:05Z"));
    give(URI.class, () -> URI.create("http://127.0.0.1/"));
    give(HttpUrl.class, () -> HttpUrl.get("http://127.0.0.1/"));
    give(OkHttpClient.class, OkHttpClient::new);
    give(MeterRegistry.class, SimpleMeterRegistry::new);
    give(ObservationRegistry.class, ObservationRegistry::create);
    give(JsonElement.class, JsonArray::new);
    give(JsonObject.class, JsonObject::new);
    give(byte[].class, () -> "[]".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    give(Class.class, () -> type);
    give(Throwable.class, IllegalStateException::new);
  }

  /** Says how to make what cannot be found out. */
  void give(Class<?> type, Supplier<Object> maker) {
    given.put(type, maker);
  }

  /** Gives the arguments of methods whose texts have to differ. */
  void giveArguments(String method, Object... arguments) {
    givenArguments.put(method, arguments);
  }

  /** Arguments for each parameter. */
  Object[] arguments(Executable executable) {
    Object[] arguments = givenArguments.get(executable.getName());
    return arguments != null ? arguments.clone() : arguments(executable, DEPTH);
  }

  private Object[] arguments(Executable executable, int depth) {
    return Arrays.stream(executable.getGenericParameterTypes())
        .map(type -> make(type, depth))
        .toArray();
  }

  Object make(Type type) {
    return make(type, DEPTH);
  }

  private Object make(Type type, int depth) {
    Class<?> raw = raw(type);
    if (given.containsKey(raw)) {
      return given.get(raw).get();
    }
    if (depth == 0) {
      throw new CannotMake(raw);
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    if (raw.isArray()) {
      Object array = Array.newInstance(raw.getComponentType(), 1);
      Array.set(array, 0, make(raw.getComponentType(), depth - 1));
      return array;
    }
    if (raw == Optional.class) {
      return Optional.of(make(argument(type, 0), depth - 1));
    }
    if (raw == Map.class) {
      return Map.of(make(argument(type, 0), depth - 1), make(argument(type, 1), depth - 1));
    }
    if (raw == Set.class) {
      return Set.of(make(argument(type, 0), depth - 1));
    }
    if (raw == Stream.class) {
      return Stream.of(make(argument(type, 0), depth - 1));
    }
    if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
      return List.of(make(argument(type, 0), depth - 1));
    }
    return raw.isInterface() ? stub(raw) : object(raw, depth - 1);
  }

  private Object object(Class<?> type, int depth) {
    return Stream.of(factories(type), builders(type), constructors(type))
        .flatMap(makers -> makers)
        .map(maker -> attempt(maker, depth))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new CannotMake(type));
  }

  private static Stream<Executable> factories(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> type.isAssignableFrom(method.getReturnType()))
        .sorted(Comparator.comparing(Method::getParameterCount).thenComparing(Method::toString))
        .map(Executable.class::cast);
  }

  /** For a type that a builder makes, the builder's method. */
  private static Stream<Executable> builders(Class<?> type) {
    return Arrays.stream(type.getClasses())
        .filter(nested -> nested.getSimpleName().equals("Builder"))
        .flatMap(builder -> Arrays.stream(builder.getMethods()))
        .filter(method -> method.getName().equals("build"))
        .map(Executable.class::cast);
  }

  /** Those that are not public, too: some objects come from answers only. */
  private static Stream<Executable> constructors(Class<?> type) {
    return Modifier.isAbstract(type.getModifiers())
        ? Stream.empty()
        : Arrays.stream(type.getDeclaredConstructors())
            .sorted(
                Comparator.comparing((Constructor<?> c) -> !Modifier.isPublic(c.getModifiers()))
                    .thenComparing(Constructor::toString))
            .map(Executable.class::cast);
  }

  private Optional<Object> attempt(Executable maker, int depth) {
    try {
      maker.setAccessible(true);
      Object[] arguments = arguments(maker, depth);
      if (maker instanceof Constructor<?> constructor) {
        return Optional.of(constructor.newInstance(arguments));
      }
      Object receiver =
          Modifier.isStatic(maker.getModifiers()) ? null : builderOf((Method) maker, depth);
      return Optional.ofNullable(((Method) maker).invoke(receiver, arguments));
    } catch (CannotMake | InvocationTargetException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object builderOf(Method build, int depth) throws ReflectiveOperationException {
    Class<?> made = build.getReturnType();
    Optional<Method> start =
        Arrays.stream(made.getMethods())
            .filter(method -> method.getName().equals("builder") && method.getParameterCount() == 0)
            .findFirst();
    return start.isPresent() ? start.get().invoke(null) : object(build.getDeclaringClass(), depth);
  }

  /** Does nothing; what looks like a change of its argument returns it. */
  private static Object stub(Class<?> type) {
    return Proxy.newProxyInstance(
        Samples.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
              case "hashCode" -> System.identityHashCode(proxy);
              case "equals" -> proxy == arguments[0];
              default -> "stub";
            };
          }
          Class<?> returned = method.getReturnType();
          if (returned.isPrimitive()) {
            return returned == void.class ? null : Array.get(Array.newInstance(returned, 1), 0);
          }
          return arguments != null && returned.isInstance(arguments[0]) ? arguments[0] : null;
        });
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType parameterized
        ? parameterized.getActualTypeArguments()[index]
        : Object.class;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> raw) {
      return raw;
    }
    if (type instanceof ParameterizedType parameterized) {
      return raw(parameterized.getRawType());
    }
    if (type instanceof TypeVariable<?> variable) {
      return raw(variable.getBounds()[0]);
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.getLowerBounds().length > 0
          ? raw(wildcard.getLowerBounds()[0])
          : raw(wildcard.getUpperBounds()[0]);
    }
    return Object[].class;
  }

  /** Nothing was found that makes one. */
  static final class CannotMake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotMake(Class<?> type) {
      super("found no way to make a " + type.getName() + ": give one in Examples");
    }
  }
}
