package app;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.Fault;
import com.configcat.management.fake.Seed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** A Spring Boot application with two properties, and what its operators look at. */
@EnableAutoConfiguration
public class SpringApp {
  private static final String PASSWORD = ConfigCatFake.PASSWORD;

  private static Path log;

  public static void main(String[] arguments) throws Exception {
    log = Files.createTempFile("spring", ".log");
    try (ConfigCatFake fake = ConfigCatFake.builder().seed(Seed.shop()).start()) {
      String base = "configcat.management.base-url=" + fake.baseUrl();
      String user = "configcat.management.user=" + ConfigCatFake.USER;
      String password = "configcat.management.password=" + PASSWORD;
      runsAndIsWatched(fake, base, user, password);
      hasNoClientWithoutCredentials(base);
      namesWhatIsMissing(base, user);
      namesWhatIsWrong(user, password);
    }
    check(!Files.readString(log).contains(PASSWORD), "The log has the password: " + log);
    System.out.println(
        "Spring Boot "
            + org.springframework.boot.SpringBootVersion.getVersion()
            + ", module "
            + ConfigCatManagementClient.class.getModule()
            + ": it works");
    System.exit(0);
  }

  private static ConfigurableApplicationContext start(String... properties) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "server.port=0",
                "server.address=127.0.0.1",
                "spring.main.banner-mode=off",
                "logging.file.name=" + log,
                "management.endpoints.web.exposure.include=*",
                "management.endpoint.configprops.show-values=always",
                "management.endpoint.env.show-values=always",
                "management.endpoint.health.show-details=always",
                "management.health.configcat.enabled=true"));
    all.addAll(List.of(properties));
    SpringApplication application = new SpringApplication(SpringApp.class);
    return application.run(all.stream().map(each -> "--" + each).toArray(String[]::new));
  }

  private static void runsAndIsWatched(
      ConfigCatFake fake, String base, String user, String password) throws Exception {
    ConfigCatManagementClient client;
    try (ConfigurableApplicationContext context = start(base, user, password)) {
      client = context.getBean(ConfigCatManagementClient.class);
      fake.faults().at(1, "GET /v1/products", Fault.statusBefore(503));
      check(!client.products().list().isEmpty(), "There is no Product");

      String health = get(context, "health", 200);
      check(health.contains("\"configcat\":{") && health.contains("UP"), health);
      String meters = get(context, "prometheus", 200);
      for (String meter :
          List.of(
              "configcat_management_call_seconds_count{error=\"none\",exception=\"none\",method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/v1/products\"}"
                  + " 1",
              "configcat_management_attempt_seconds_count{error=\"none\",method=\"GET\",outcome=\"SERVER_ERROR\",status=\"503\",uri=\"/v1/products\"}"
                  + " 1",
              "configcat_management_retries_total{method=\"GET\",reason=\"SERVER_ERROR\",uri=\"/v1/products\"}"
                  + " 1.0",
              "configcat_management_wait_seconds_count{method=\"GET\",uri=\"/v1/products\"} 2")) {
        check(meters.contains(meter), "There is no " + meter + " in:\n" + meters);
      }
      for (String endpoint : List.of("configprops", "env", "health", "prometheus", "beans")) {
        String shown = get(context, endpoint, 200);
        check(!shown.contains(PASSWORD), endpoint + " shows the password: " + shown);
        check(!shown.contains(ConfigCatFake.USER), endpoint + " shows the user: " + shown);
      }
      check(get(context, "configprops", 200).contains("configcat.management"), "No properties");

      fake.faults().always("GET /v1/me", Fault.statusBefore(401));
      String down = get(context, "health", 503);
      check(down.contains("401") && !down.contains(PASSWORD), down);
      fake.faults().clear();
    }
    try {
      client.products().list();
      check(false, "The client is still open");
    } catch (IllegalStateException expected) {
      check(expected.getMessage().contains("closed"), expected.toString());
    }
  }

  private static void hasNoClientWithoutCredentials(String base) {
    try (ConfigurableApplicationContext context = start(base)) {
      check(context.getBeansOfType(ConfigCatManagementClient.class).isEmpty(), "There is a client");
    }
  }

  private static void namesWhatIsMissing(String base, String user) throws Exception {
    fails("configcat.management.password", base, user);
    check(
        Files.readString(log).contains("APPLICATION FAILED TO START"),
        "It is not told as a reason");
  }

  private static void namesWhatIsWrong(String user, String password) throws Exception {
    fails(
        "configcat.management.base-url",
        user,
        password,
        "configcat.management.base-url=https://u:" + PASSWORD + "@example.com");
  }

  private static void fails(String property, String... properties) throws Exception {
    long before = Files.size(log);
    try (ConfigurableApplicationContext context = start(properties)) {
      check(false, "It starts without " + property);
    } catch (RuntimeException expected) {
      String told = Files.readString(log).substring((int) before);
      check(told.contains("Set the property " + property), property + " is not named in:\n" + told);
    }
  }

  private static String get(ConfigurableApplicationContext context, String endpoint, int status)
      throws Exception {
    String port = context.getEnvironment().getProperty("local.server.port");
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/" + endpoint))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    check(
        response.statusCode() == status,
        endpoint + ": " + response.statusCode() + " " + response.body());
    return response.body();
  }

  private static void check(boolean fact, String otherwise) {
    if (!fact) {
      throw new AssertionError(otherwise);
    }
  }
}
