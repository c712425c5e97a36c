package com.configcat.management;

import com.configcat.management.hal.HalBrowser;
import com.configcat.management.internal.call.BlockingCallRunner;
import com.configcat.management.operations.CallRunner;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import retrofit2.Retrofit;

/** Makes resources, each once. */
final class Resources {
  private final CallRunner runner = new BlockingCallRunner();
  private final Retrofit retrofit;
  private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();

  Resources(Retrofit retrofit) {
    this.retrofit = retrofit;
  }

  <A> A api(Class<A> type) {
    return retrofit.create(type);
  }

  HalBrowser hal() {
    return get(HalBrowser.class, HalBrowser::new);
  }

  <A, R> R get(Class<A> api, Class<R> type, BiFunction<A, CallRunner, R> constructor) {
    return once(type, () -> constructor.apply(api(api), runner));
  }

  <R> R get(Class<R> type, BiFunction<Retrofit, CallRunner, R> constructor) {
    return once(type, () -> constructor.apply(retrofit, runner));
  }

  <R> R get(Class<R> type, Function<CallRunner, R> constructor) {
    return once(type, () -> constructor.apply(runner));
  }

  <R> R get(Class<R> type) {
    return once(type, () -> construct(type));
  }

  private <R> R once(Class<R> type, Supplier<R> making) {
    return type.cast(made.computeIfAbsent(type, absent -> making.get()));
  }

  private <R> R construct(Class<R> type) {
    Constructor<?> constructor =
        Arrays.stream(type.getConstructors())
            .filter(c -> c.getParameterCount() == 2 && c.getParameterTypes()[1] == CallRunner.class)
            .filter(c -> c.getParameterTypes()[0].isInterface())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        type.getName()
                            + " holds no operations: give a class of"
                            + " com.configcat.management.operations"));
    try {
      return type.cast(constructor.newInstance(api(constructor.getParameterTypes()[0]), runner));
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(
          type.getName() + " cannot be made: give a class of com.configcat.management.operations",
          e);
    }
  }
}
