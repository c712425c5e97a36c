package com.configcat.management.fake.junit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link ExtensionUsageTest} cannot do: fail, run in parallel, lack the client. */
class ConfigCatFakeExtensionTest {
  private final Throwable cause = new AssertionError("as planned");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ConfigCatFakeExtension extension =
      new ConfigCatFakeExtension(ConfigCatFake.builder(), new PrintStream(printed, true, UTF_8));
  private final StubContext stub = new StubContext();
  private final ExtensionContext context = stub.context();

  @AfterEach
  void stop() {
    extension.afterAll(context);
  }

  @SuppressWarnings("unused")
  private static void parameters(ConfigCatFake fake, ConfigCatManagementClient client, String no) {}

  private static ParameterContext parameter(Class<?> type) {
    Parameter parameter =
        Arrays.stream(ConfigCatFakeExtensionTest.class.getDeclaredMethods())
            .filter(method -> method.getName().equals("parameters"))
            .flatMap(method -> Arrays.stream(method.getParameters()))
            .filter(each -> each.getType() == type)
            .findFirst()
            .orElseThrow();
    return (ParameterContext)
        Proxy.newProxyInstance(
            ParameterContext.class.getClassLoader(),
            new Class<?>[] {ParameterContext.class},
            (self, method, arguments) -> parameter);
  }

  private ConfigCatFake fake() {
    return (ConfigCatFake) extension.resolveParameter(parameter(ConfigCatFake.class), context);
  }

  private ConfigCatManagementClient client() {
    return (ConfigCatManagementClient)
        extension.resolveParameter(parameter(ConfigCatManagementClient.class), context);
  }

  private String printed() {
    return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static int status(URI base, String path) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) base.resolve(path).toURL().openConnection();
    String pair = ConfigCatFake.USER + ":" + ConfigCatFake.PASSWORD;
    connection.setRequestProperty(
        "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    return connection.getResponseCode();
  }

  @Test
  void printsTheRequestsOfATestThatFails() throws IOException {
    extension.beforeAll(context);
    status(fake().baseUrl(), "/v1/me");
    extension.beforeEach(context);
    status(fake().baseUrl(), "/v1/products");
    fake().faults().at(1, Fault.closeAfter()).at(2, Fault.closeAfter());
    assertThatThrownBy(() -> status(fake().baseUrl(), "/v1/tags/1?x=1"))
        .isInstanceOf(IOException.class);
    extension.afterEach(context);
    extension.testFailed(context, cause);

    assertThat(printed())
        .startsWith(
            """
            StubContext.buys() failed. The fake received:
              GET /v1/products -> 200
              GET /v1/tags/1?x=1 -> connection closed
            """);
  }

  @Test
  void printsTheLastRequestsOfMany() throws IOException {
    extension.beforeAll(context);
    extension.beforeEach(context);
    for (int i = 1; i <= 52; i++) {
      status(fake().baseUrl(), "/v1/tags/" + i);
    }
    extension.testFailed(context, cause);

    assertThat(printed())
        .contains("  … 2 before these\n  GET /v1/tags/3 -> 404\n", "/52 -> 404")
        .doesNotContain("/v1/tags/2 ");
  }

  @Test
  void saysThatThereWasNoRequest() {
    extension.beforeAll(context);
    extension.beforeEach(context);
    extension.testFailed(context, cause);

    assertThat(printed()).isEqualTo("StubContext.buys() failed. The fake received no request.\n");
  }

  @Test
  void namesTheMethodOfARepetition() {
    stub.displayed("repetition 1 of 2");
    extension.beforeAll(context);
    extension.beforeEach(context);
    extension.testFailed(context, cause);

    assertThat(printed()).startsWith("StubContext.buys: repetition 1 of 2 failed. ");
  }

  @Test
  void printsNothingOfATestThatDoesNotFail() {
    extension.beforeAll(context);
    extension.beforeEach(context);
    extension.afterEach(context);
    extension.testSuccessful(context);
    extension.beforeEach(context);
    extension.testAborted(context, cause);
    extension.afterAll(context);

    assertThat(printed()).isEmpty();
  }

  @Test
  void printsTheRequestsOfAClassThatFailsBeforeItsTests() throws IOException {
    extension.beforeAll(context);
    status(fake().baseUrl(), "/v1/me");
    stub.failed(cause);
    extension.afterAll(context);

    assertThat(printed())
        .isEqualTo("StubContext failed. The fake received:\n  GET /v1/me -> 200\n");
  }

  @Test
  void aTestWhoseConstructorFailedLeavesNothingToTheNext() {
    extension.beforeAll(context);
    extension.preConstructTestInstance(null, context);
    fake().world().product("of the constructor that failed");
    extension.testFailed(context, cause);

    extension.preConstructTestInstance(null, context);
    extension.beforeEach(context);

    assertThat(client().products().list()).isEmpty();
  }

  @Test
  void aClientIsOfOneTest() {
    extension.beforeAll(context);
    ConfigCatManagementClient ofClass = client();
    extension.beforeEach(context);
    ConfigCatManagementClient ofTest = client();
    assertThat(client()).isSameAs(ofTest).isNotSameAs(ofClass);
    extension.afterEach(context);
    assertThat(client()).isSameAs(ofClass);

    extension.beforeEach(context);

    assertThat(client()).isNotSameAs(ofTest);
    assertThatThrownBy(() -> ofTest.products().list()).isInstanceOf(IllegalStateException.class);
    assertThat(ofClass.products().list()).isEmpty();
  }

  @Test
  void stopsTheFakeAfterTheClass() {
    extension.beforeAll(context);
    ConfigCatFake fake = fake();
    extension.afterAll(context);

    assertThatThrownBy(() -> status(fake.baseUrl(), "/v1/me")).isInstanceOf(ConnectException.class);
  }

  @Test
  void refusesTestsInParallel() {
    stub.parallel();
    extension.beforeAll(context);

    assertThatThrownBy(() -> extension.beforeEach(context))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining(
            "annotate "
                + StubContext.class.getName()
                + " with @Execution(ExecutionMode.SAME_THREAD)");
  }

  @Test
  void refusesAFieldThatIsNotStatic() {
    assertThatThrownBy(() -> extension.beforeEach(context))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("make it static");
  }

  @Test
  void supportsTheFakeAndItsClient() {
    assertThat(extension.supportsParameter(parameter(ConfigCatFake.class), context)).isTrue();
    assertThat(extension.supportsParameter(parameter(ConfigCatManagementClient.class), context))
        .isTrue();
    assertThat(extension.supportsParameter(parameter(String.class), context)).isFalse();
  }

  @Test
  void worksWhereTheClientIsNot() throws Exception {
    Class<?> type = new WithoutClient().loadClass(ConfigCatFakeExtension.class.getName());
    Object other = type.getConstructor().newInstance();

    ((BeforeAllCallback) other).beforeAll(context);

    assertThat(((ParameterResolver) other).supportsParameter(parameter(String.class), context))
        .isFalse();
    ((BeforeEachCallback) other).beforeEach(context);
    ((AfterAllCallback) other).afterAll(context);
  }

  /** Loads the fake anew, and nothing of the client. */
  private static final class WithoutClient extends ClassLoader {
    WithoutClient() {
      super(ConfigCatFakeExtensionTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("com.configcat.")) {
        return super.loadClass(name, resolve);
      }
      if (!name.startsWith("com.configcat.management.fake.")) {
        throw new ClassNotFoundException(name);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      URL file = getResource(name.replace('.', '/') + ".class");
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      try (InputStream in = file.openStream()) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
