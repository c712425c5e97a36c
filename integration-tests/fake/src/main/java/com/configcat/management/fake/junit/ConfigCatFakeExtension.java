package com.configcat.management.fake.junit;

import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.ConfigCatFakeBuilder;
import com.configcat.management.fake.World;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * JUnit 5 extension that gives a test class a {@link ConfigCatFake} of its own, and passes it and a
 * client for it to test methods, constructors and lifecycle methods.
 *
 * <pre>{@code
 * @ExtendWith(ConfigCatFakeExtension.class)
 * class CheckoutTest {
 *   @BeforeAll
 *   static void fill(ConfigCatFake fake) {
 *     fake.world().product("Shop");
 *   }
 *
 *   @Test
 *   void findsTheProduct(ConfigCatManagementClient configcat) {
 *     assertThat(configcat.products().list()).hasSize(1);
 *   }
 * }
 * }</pre>
 *
 * <p>Each test finds what was there after {@code @BeforeAll}, and neither requests nor faults of
 * another test. The fake starts empty; another one is registered in a static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final ConfigCatFakeExtension fake = ConfigCatFakeExtension.seeded(Seed.shop());
 * }</pre>
 *
 * <p>{@code @Nested} classes use the fake of the class that they are in, and find what was there
 * after their own {@code @BeforeAll}. A client does not wait for a rate limit; it is closed after
 * the test, one that is passed to a {@code @BeforeAll} method after the class. When a test fails,
 * the requests that the fake received during it are printed to {@code System.err}.
 *
 * <p>Classes may run in parallel. The tests of one class may not, since they share a fake: they are
 * refused, unless the class is annotated with {@code @Execution(ExecutionMode.SAME_THREAD)}.
 */
public final class ConfigCatFakeExtension
    implements BeforeAllCallback,
        TestInstancePreConstructCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver,
        TestWatcher {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ConfigCatFakeExtension.class);

  /** Compared by name, since the client may not be there. */
  private static final String CLIENT = "com.configcat.management.ConfigCatManagementClient";

  private final ConfigCatFakeBuilder builder;
  private final PrintStream out;

  /** Creates an extension whose fakes have one Organization and nothing else. */
  public ConfigCatFakeExtension() {
    this(ConfigCatFake.builder(), System.err);
  }

  ConfigCatFakeExtension(ConfigCatFakeBuilder builder, PrintStream out) {
    this.builder = builder;
    this.out = out;
  }

  /**
   * Creates an extension whose fakes start with something in them.
   *
   * @param seed for example {@code Seed.shop()}
   * @return an extension to register in a static field
   */
  public static ConfigCatFakeExtension seeded(Consumer<World> seed) {
    return of(ConfigCatFake.builder().seed(seed));
  }

  /**
   * Creates an extension whose fakes are set up in any way.
   *
   * @param builder starts a fake for each class
   * @return an extension to register in a static field
   */
  public static ConfigCatFakeExtension of(ConfigCatFakeBuilder builder) {
    return new ConfigCatFakeExtension(Objects.requireNonNull(builder, "builder"), System.err);
  }

  /** Called by JUnit. */
  @Override
  public void beforeAll(ExtensionContext context) {
    FakeSession known = known(context);
    if (known != null && !known.isOf(context)) {
      refuseParallel(context);
    }
    session(context).enterClass();
  }

  /** Called by JUnit. */
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    // An instance for all tests is constructed before @BeforeAll, and no test begins with it.
    if (!context.getTestInstanceLifecycle().equals(Optional.of(TestInstance.Lifecycle.PER_CLASS))) {
      session(context).beginTest();
    }
  }

  /** Called by JUnit. */
  @Override
  public void beforeEach(ExtensionContext context) {
    FakeSession session = known(context);
    if (session == null) {
      throw new ExtensionConfigurationException(
          "A ConfigCatFakeExtension is in a field that is not static: make it static, or use"
              + " @ExtendWith");
    }
    refuseParallel(context);
    session.beginTest();
  }

  private static void refuseParallel(ExtensionContext context) {
    boolean parallel =
        context
            .getConfigurationParameter("junit.jupiter.execution.parallel.enabled")
            .map(Boolean::parseBoolean)
            .orElse(false);
    if (parallel && context.getExecutionMode() == ExecutionMode.CONCURRENT) {
      throw new ExtensionConfigurationException(
          "The tests of a class share one ConfigCatFake and cannot run in parallel: annotate "
              + outermost(context).getName()
              + " with @Execution(ExecutionMode.SAME_THREAD); classes may still run in parallel");
    }
  }

  private static Class<?> outermost(ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    while (type.getEnclosingClass() != null) {
      type = type.getEnclosingClass();
    }
    return type;
  }

  /** Called by JUnit. */
  @Override
  public void afterEach(ExtensionContext context) {
    endTest(context);
  }

  /** Called by JUnit. */
  @Override
  public void testSuccessful(ExtensionContext context) {
    endTest(context);
  }

  /** Called by JUnit. */
  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    endTest(context);
  }

  /** Called by JUnit. */
  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    FakeSession session = known(context);
    if (session != null) {
      session.printRequests(name(context), out);
      session.endTest();
    }
  }

  /** Names the method also where only a repetition or arguments are displayed. */
  private static String name(ExtensionContext context) {
    String displayed = context.getDisplayName();
    String method = context.getTestMethod().map(Method::getName).orElse("");
    return context.getRequiredTestClass().getSimpleName()
        + "."
        + (displayed.startsWith(method) ? displayed : method + ": " + displayed);
  }

  private static void endTest(ExtensionContext context) {
    FakeSession session = known(context);
    if (session != null) {
      session.endTest();
    }
  }

  /** Called by JUnit. */
  @Override
  public void afterAll(ExtensionContext context) {
    FakeSession session = known(context);
    if (session == null) {
      return;
    }
    if (!session.hasBegunTests() && context.getExecutionException().isPresent()) {
      session.printRequests(context.getRequiredTestClass().getSimpleName(), out);
    }
    session.leaveClass();
    if (session.isOf(context)) {
      context.getStore(NAMESPACE).remove(FakeSession.class);
      session.close();
    }
  }

  /** Called by JUnit. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == ConfigCatFake.class || type.getName().equals(CLIENT);
  }

  /** Called by JUnit. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    FakeSession session = session(context);
    return parameter.getParameter().getType() == ConfigCatFake.class
        ? session.fake()
        : session.client();
  }

  private static @Nullable FakeSession known(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(FakeSession.class, FakeSession.class);
  }

  /** Returns the one of this class or of one around it, or starts one. */
  private FakeSession session(ExtensionContext context) {
    FakeSession known = known(context);
    if (known != null) {
      return known;
    }
    FakeSession started = new FakeSession(builder.start(), context.getUniqueId());
    context.getStore(NAMESPACE).put(FakeSession.class, started);
    return started;
  }
}
