package com.configcat.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.api.ProductsApi;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.TransportException;
import com.configcat.management.error.UnauthorizedException;
import com.configcat.management.listener.CallListener;
import com.configcat.management.listener.RetryReason;
import com.configcat.management.listener.RetryScheduled;
import com.configcat.management.model.CreateTagModel;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CredentialsProviderTest {
  private final MockWebServer server = MockServers.create();
  private final Vault vault = new Vault();
  private final List<RetryReason> retries = new CopyOnWriteArrayList<>();
  private ConfigCatManagementClient client;

  /** Gives the next password each time, and the last one again and again. */
  private static final class Vault implements CredentialsProvider {
    private final Queue<String> passwords = new ArrayDeque<>(List.of("p4ssw0rd-1"));
    private Exception failure;
    private int asked;

    @Override
    public synchronized ApiCredentials get() throws Exception {
      asked++;
      if (failure != null) {
        throw failure;
      }
      return ApiCredentials.of(
          "api-user", passwords.size() > 1 ? passwords.remove() : passwords.element());
    }
  }

  @BeforeEach
  void start() throws Exception {
    server.start();
    client = builder().build();
  }

  private ConfigCatManagementClientBuilder builder() {
    return ConfigCatManagementClient.builder()
        .credentials(vault)
        .baseUrl(server.url("/").toString())
        .listener(
            new CallListener() {
              @Override
              public void retryScheduled(RetryScheduled event) {
                retries.add(event.reason());
              }
            });
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private String password() throws Exception {
    String header = server.takeRequest().getHeaders().get("Authorization");
    for (int i = 1; i <= 3; i++) {
      if (Credentials.basic("api-user", "p4ssw0rd-" + i).equals(header)) {
        return "p4ssw0rd-" + i;
      }
    }
    return String.valueOf(header);
  }

  @Test
  void isAskedForEachAttempt() throws Exception {
    vault.passwords.addAll(List.of("p4ssw0rd-2", "p4ssw0rd-3"));
    answer(503, "");
    answer(200, "[]");
    answer(200, "[]");

    var unused = client.products().list();
    unused = client.enqueue(client.api(ProductsApi.class).getProducts()).join();

    assertThat(password()).isEqualTo("p4ssw0rd-1");
    assertThat(password()).isEqualTo("p4ssw0rd-2");
    assertThat(password()).isEqualTo("p4ssw0rd-3");
    assertThat(vault.asked).isEqualTo(3);
  }

  @Test
  void sendsOnceMoreWhenCredentialsWereReplaced() throws Exception {
    vault.passwords.add("p4ssw0rd-2");
    answer(401, "");
    answer(200, "{}");

    // Even a POST, and without retries: a 401 is certainly not applied.
    var unused =
        client
            .withOptions(options -> options.maxAttempts(1))
            .tags()
            .create(new UUID(0, 1), CreateTagModel.builder().name("a").build());

    assertThat(password()).isEqualTo("p4ssw0rd-1");
    assertThat(password()).isEqualTo("p4ssw0rd-2");
    assertThat(vault.asked).isEqualTo(2);
    assertThat(retries).containsExactly(RetryReason.CREDENTIALS_CHANGED);
  }

  @Test
  void sendsNoMoreThanOnceMore() {
    vault.passwords.addAll(List.of("p4ssw0rd-2", "p4ssw0rd-3", "p4ssw0rd-4"));
    answer(401, "");
    answer(401, "no p4ssw0rd-1 and p4ssw0rd-2");

    UnauthorizedException refusal =
        catchThrowableOfType(UnauthorizedException.class, () -> client.products().list());

    assertThat(refusal.attempts()).isEqualTo(2);
    assertThat(refusal).hasMessageContaining("no *** and ***");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void acceptsTheRefusalOfTheSameCredentials() {
    answer(401, "");

    assertThatExceptionOfType(UnauthorizedException.class)
        .isThrownBy(() -> client.products().list());
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(vault.asked).isEqualTo(2);
  }

  @Test
  void sendsNothingWithoutCredentials() {
    vault.failure = new IOException("the vault is sealed");

    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> client.products().list());

    assertThat(failure)
        .hasMessage(
            "GET /v1/products was not sent: the credentials provider "
                + Vault.class.getName()
                + " failed")
        .hasRootCauseMessage("the vault is sealed");
    assertThat(failure.requestMayHaveBeenApplied()).isFalse();
    assertThat(server.getRequestCount()).isZero();
    assertThat(vault.asked).isEqualTo(1);
  }

  @Test
  void refusesNoCredentials() {
    try (ConfigCatManagementClient none = builder().credentials(() -> null).build()) {
      assertThatExceptionOfType(TransportException.class)
          .isThrownBy(() -> none.products().list())
          .withRootCauseInstanceOf(NullPointerException.class);
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void letsTheRefusalStandIfItCannotBeAskedAgain() {
    answer(401, "");
    CredentialsProvider once =
        new CredentialsProvider() {
          private boolean asked;

          @Override
          public ApiCredentials get() throws IOException {
            if (asked) {
              throw new IOException("sealed");
            }
            asked = true;
            return ApiCredentials.of("api-user", "p4ssw0rd-1");
          }
        };

    try (ConfigCatManagementClient other = builder().credentials(once).build()) {
      assertThatExceptionOfType(UnauthorizedException.class)
          .isThrownBy(() -> other.products().list());
    }
  }

  @Test
  void masksWhatItGave() {
    vault.passwords.add("p4ssw0rd-2");
    answer(400, "p4ssw0rd-1");
    answer(400, "p4ssw0rd-1 p4ssw0rd-2 api-user");

    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(BadRequestException.class)
          .isThrownBy(() -> client.products().list())
          .satisfies(
              e -> assertThat(e.getMessage() + e.rawBody()).contains("***").doesNotContain("p4ss"));
    }
    vault.failure = new IOException("no p4ssw0rd-2");
    assertThatExceptionOfType(TransportException.class)
        .isThrownBy(() -> client.products().list())
        .satisfies(e -> assertThat(e.getCause()).hasMessage("java.io.IOException: no ***"));
  }

  @Test
  void keepsAnInterruptOfTheProvider() {
    vault.failure = new InterruptedException("while asking");

    assertThatExceptionOfType(TransportException.class).isThrownBy(() -> client.products().list());
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void isNotAskedByADryRun() {
    assertThat(client.dryRun(c -> c.tags().delete(1L))).hasSize(1);
    assertThat(vault.asked).isZero();
    assertThat(ApiCredentials.of("api-user", "p4ssw0rd-1")).hasToString("ApiCredentials[***]");
  }
}
