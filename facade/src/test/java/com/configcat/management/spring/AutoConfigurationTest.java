package com.configcat.management.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.error.TransportException;
import com.configcat.management.listener.CallEnded;
import com.configcat.management.listener.CallListener;
import com.configcat.management.micrometer.CallMeterListener;
import com.configcat.management.micrometer.CallObservationListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Credentials;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AutoConfigurationTest {
  private static final String[] CREDENTIALS = {
    "configcat.management.user=bean-user", "configcat.management.password=p4ssw0rd"
  };

  private final MockWebServer server = MockServers.create();
  private ApplicationContextRunner contexts =
      new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(listed()));

  /** Returns the classes that the jar lists for Spring Boot. */
  private static Class<?>[] listed() {
    return ImportCandidates.load(
            AutoConfiguration.class, AutoConfigurationTest.class.getClassLoader())
        .getCandidates()
        .stream()
        .filter(name -> name.startsWith("com.configcat."))
        .map(
            name -> {
              try {
                return Class.forName(name);
              } catch (ClassNotFoundException e) {
                throw new AssertionError("Listed for Spring Boot, and not there: " + name, e);
              }
            })
        .toArray(Class<?>[]::new);
  }

  @BeforeEach
  void start() throws Exception {
    server.start();
    contexts = contexts.withPropertyValues("configcat.management.base-url=" + server.url("/"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void serveProducts() {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json")
            .body("[]")
            .build());
  }

  @Test
  void makesNothingWithoutCredentials() {
    contexts.run(
        context ->
            assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(ConfigCatManagementClient.class)
                .doesNotHaveBean(CallListener.class)
                .doesNotHaveBean(ConfigCatManagementProperties.class));
  }

  @Test
  void makesAClientThatIsClosedWithTheContext() {
    serveProducts();
    List<ConfigCatManagementClient> clients = new ArrayList<>();
    contexts
        .withPropertyValues(CREDENTIALS)
        .withPropertyValues("configcat.management.application=shop/1.0")
        .run(
            context -> {
              ConfigCatManagementClient client = context.getBean(ConfigCatManagementClient.class);
              assertThat(client.products().list()).isEmpty();
              clients.add(client);
            });

    assertThat(clients.get(0))
        .satisfies(
            client ->
                assertThatThrownBy(() -> client.products().list()).hasMessageContaining("closed"));
  }

  @Test
  void sendsTheCredentialsAndTheApplication() throws Exception {
    serveProducts();
    contexts
        .withPropertyValues(CREDENTIALS)
        .withPropertyValues("configcat.management.application=shop/1.0")
        .run(context -> context.getBean(ConfigCatManagementClient.class).products().list());

    var request = server.takeRequest();
    assertThat(request.getHeaders().get("Authorization"))
        .isEqualTo(Credentials.basic("bean-user", "p4ssw0rd"));
    assertThat(request.getHeaders().get("User-Agent")).contains("shop/1.0");
  }

  @Test
  void leavesAClientOfTheUserAlone() {
    ConfigCatManagementClient mine =
        ConfigCatManagementClient.builder().credentials("mine", "mine").build();
    contexts
        .withPropertyValues(CREDENTIALS)
        .withBean(ConfigCatManagementClient.class, () -> mine)
        .run(
            context -> assertThat(context).getBean(ConfigCatManagementClient.class).isSameAs(mine));
  }

  @Test
  void callsCustomizersAndListeners() {
    serveProducts();
    List<String> events = new ArrayList<>();
    CallListener listener =
        new CallListener() {
          @Override
          public void callEnded(CallEnded event) {
            events.add("listener: " + event.call().operation());
          }
        };
    contexts
        .withPropertyValues(CREDENTIALS)
        .withBean("mine", CallListener.class, () -> listener)
        .withBean(
            ConfigCatManagementClientCustomizer.class,
            () -> builder -> builder.application("customized/2.0"))
        .run(
            context -> {
              context.getBean(ConfigCatManagementClient.class).products().list();
              assertThat(server.takeRequest().getHeaders().get("User-Agent"))
                  .contains("customized/2.0");
            });

    assertThat(events).containsExactly("listener: GET /v1/products");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "configcat.management.rate-limit.per-second=1",
        "configcat.management.rate-limit.per-minute=1",
        "configcat.management.rate-limit.share=0.01"
      })
  void limitsCalls(String limit) {
    serveProducts();
    contexts
        .withPropertyValues(CREDENTIALS)
        .withPropertyValues("configcat.management.deadline=300ms", limit)
        .run(
            context -> {
              ConfigCatManagementClient client = context.getBean(ConfigCatManagementClient.class);
              client.products().list();
              assertThatThrownBy(() -> client.products().list())
                  .isInstanceOf(DeadlineExceededException.class);
              assertThat(server.getRequestCount()).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "configcat.management.rate-limit.per-second=3",
        "configcat.management.rate-limit.per-minute=3",
        "configcat.management.rate-limit.share=0.15"
      })
  void limitsNoMoreThanAsked(String limit) {
    contexts
        .withPropertyValues(CREDENTIALS)
        .withPropertyValues("configcat.management.deadline=30s", limit)
        .run(
            context -> {
              ConfigCatManagementClient client = context.getBean(ConfigCatManagementClient.class);
              for (int i = 0; i < 3; i++) {
                serveProducts();
                client.products().list();
              }
              assertThat(server.getRequestCount()).isEqualTo(3);
            });
  }

  @Test
  void endsCallsAtTheDeadline() {
    contexts
        .withPropertyValues(CREDENTIALS)
        .withPropertyValues("configcat.management.deadline=200ms")
        .run(
            context ->
                assertThatThrownBy(
                        () -> context.getBean(ConfigCatManagementClient.class).products().list())
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessageContaining("PT0.2S"));
  }

  @Test
  void endsReadsAtTheirTimeout() {
    contexts
        .withPropertyValues(CREDENTIALS)
        .withPropertyValues("configcat.management.read-timeout=50ms")
        .withBean(
            ConfigCatManagementClientCustomizer.class,
            () -> builder -> builder.callOptions(CallOptions.defaults().maxAttempts(1)))
        .run(
            context ->
                assertThatThrownBy(
                        () -> context.getBean(ConfigCatManagementClient.class).products().list())
                    .isInstanceOf(TransportException.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password | configcat.management.user=u",
        "user | configcat.management.password=p4ssw0rd",
        "user | configcat.management.user=a:b configcat.management.password=p4ssw0rd",
        "password | configcat.management.user=u configcat.management.password='p4ssw0rd'",
        "base-url | configcat.management.base-url=ftp://example.com",
        "base-url | configcat.management.base-url=http://example.com",
        "base-url | configcat.management.base-url=https://u:p4ssw0rd@example.com",
        "deadline | configcat.management.deadline=0s",
        "connect-timeout | configcat.management.connect-timeout=-1s",
        "read-timeout | configcat.management.read-timeout=0",
        "application | configcat.management.application=é",
        "rate-limit.per-second | configcat.management.rate-limit.per-second=0",
        "rate-limit.per-minute | configcat.management.rate-limit.per-minute=-5",
        "rate-limit.share | configcat.management.rate-limit.share=1.5",
        "rate-limit.share | configcat.management.rate-limit.share=0.5"
            + " configcat.management.rate-limit.per-second=3",
      })
  void namesThePropertyThatIsWrong(String name, String properties) {
    ApplicationContextRunner runner =
        properties.contains("password") || properties.contains("user=")
            ? contexts
            : contexts.withPropertyValues(CREDENTIALS);
    if (properties.contains("management.base-url=https")) {
      runner = contexts.withPropertyValues(CREDENTIALS);
    }
    runner
        .withPropertyValues(properties.split(" "))
        .run(
            context -> {
              assertThat(context).hasFailed();
              Throwable cause = context.getStartupFailure();
              while (cause.getCause() != null) {
                cause = cause.getCause();
              }
              assertThat(cause)
                  .asInstanceOf(InstanceOfAssertFactories.type(InvalidPropertyException.class))
                  .satisfies(
                      invalid -> {
                        assertThat(invalid.property()).isEqualTo("configcat.management." + name);
                        assertThat(invalid).hasMessageStartingWith(invalid.property() + ": ");
                        assertThat(invalid.getMessage()).doesNotContain("p4ssw0rd");
                      });
            });
  }

  @Test
  void showsNoCredentialsInTheProperties() {
    contexts
        .withPropertyValues(CREDENTIALS)
        .run(
            context ->
                assertThat(context.getBean(ConfigCatManagementProperties.class).toString())
                    .contains("deadline")
                    .doesNotContain("bean-user", "p4ssw0rd"));
  }

  @Test
  void observesCallsWhereThereAreRegistries() {
    serveProducts();
    contexts
        .withPropertyValues(CREDENTIALS)
        .withBean(ObservationRegistry.class, ObservationRegistry::create)
        .withBean(SimpleMeterRegistry.class)
        .run(
            context -> {
              assertThat(context)
                  .hasSingleBean(CallObservationListener.class)
                  .hasSingleBean(CallMeterListener.class);
              context.getBean(ConfigCatManagementClient.class).products().list();
              assertThat(
                      context
                          .getBean(MeterRegistry.class)
                          .get("configcat.management.wait")
                          .timer()
                          .count())
                  .isEqualTo(1);
            });
  }

  @Test
  void observesNothingWithoutRegistriesOrWithoutMicrometer() {
    contexts
        .withPropertyValues(CREDENTIALS)
        .run(context -> assertThat(context).doesNotHaveBean(CallListener.class));
    contexts
        .withPropertyValues(CREDENTIALS)
        .withClassLoader(new FilteredClassLoader("io.micrometer"))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(ConfigCatManagementClient.class)
                    .doesNotHaveBean(CallListener.class));
  }

  @Test
  void hasNoHealthIndicatorUnlessAskedFor() {
    contexts
        .withPropertyValues(CREDENTIALS)
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
        .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }

  @Test
  void isHealthyIfTheServiceAcceptsTheCredentials() {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json")
            .body("{\"fullName\":\"Ada\",\"email\":\"ada@example.com\"}")
            .build());
    server.enqueue(new MockResponse.Builder().code(401).build());
    contexts
        .withPropertyValues(CREDENTIALS)
        .withPropertyValues("management.health.configcat.enabled=true")
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
        .run(
            context -> {
              HealthIndicator indicator = context.getBean(HealthIndicator.class);
              assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
              assertThat(indicator.health())
                  .satisfies(
                      health -> {
                        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                        assertThat(health.getDetails().toString())
                            .contains("401")
                            .doesNotContain("p4ssw0rd");
                      });
              assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/me");
            });
  }

  @Test
  void isHealthyInSpringBoot4() {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json")
            .body("{}")
            .build());
    contexts
        .withPropertyValues(CREDENTIALS)
        .withPropertyValues("management.health.configcat.enabled=true")
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
        .run(
            context ->
                assertThat(
                        context
                            .getBean(
                                org.springframework.boot.health.contributor.HealthIndicator.class)
                            .health()
                            .getStatus()
                            .getCode())
                    .isEqualTo("UP"));
  }
}
