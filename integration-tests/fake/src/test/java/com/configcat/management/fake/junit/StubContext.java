package com.configcat.management.fake.junit;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What JUnit passes to an extension, for outcomes that no test here may have. */
final class StubContext {
  private final Map<Object, Object> store = new HashMap<>();
  private String displayName = "buys()";
  private boolean parallel;
  private Throwable failure;

  StubContext displayed(String name) {
    displayName = name;
    return this;
  }

  StubContext parallel() {
    parallel = true;
    return this;
  }

  StubContext failed(Throwable cause) {
    failure = cause;
    return this;
  }

  ExtensionContext context() {
    return proxy(ExtensionContext.class, (name, arguments) -> answer(name));
  }

  private Object answer(String method) {
    return switch (method) {
      case "getStore" -> proxy(ExtensionContext.Store.class, this::stored);
      case "getUniqueId" -> "[class:StubContext]";
      case "getDisplayName" -> displayName;
      case "getTestMethod" -> Optional.of(method());
      case "getRequiredTestClass" -> StubContext.class;
      case "getTestInstanceLifecycle" -> Optional.of(TestInstance.Lifecycle.PER_METHOD);
      case "getExecutionException" -> Optional.ofNullable(failure);
      case "getConfigurationParameter" -> Optional.of(Boolean.toString(parallel));
      case "getExecutionMode" -> parallel ? ExecutionMode.CONCURRENT : ExecutionMode.SAME_THREAD;
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private static Method method() {
    try {
      return StubContext.class.getDeclaredMethod("buys");
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  /** The test that seems to run. */
  void buys() {}

  private Object stored(String method, Object... arguments) {
    return switch (method) {
      case "get" -> store.get(arguments[0]);
      case "put" -> store.put(arguments[0], arguments[1]);
      case "remove" -> store.remove(arguments[0]);
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private interface MethodCall {
    Object to(String method, Object... arguments);
  }

  private static <T> T proxy(Class<T> type, MethodCall answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.to(method.getName(), arguments)));
  }
}
