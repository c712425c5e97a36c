package com.configcat.management.it.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.ReceivedRequest;
import com.configcat.management.it.contract.Contract;
import com.configcat.management.it.prism.Prism;
import com.configcat.management.it.prism.PrismViolations;
import com.configcat.management.it.sweep.OpenApi;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prism between the client and the fake finds nothing wrong in either direction. */
class FakeContractIT {
  /** The validator knows which statuses are possible though no operation declares them. */
  private static final String UNDECLARED = "Unable to match the returned status code";

  private static ConfigCatFake fake;
  private static Prism prism;

  private final List<String> violations = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    assumeThat(Prism.canStartProxy())
        .as("Prism is a proxy only on Node.js, and this machine has Docker alone")
        .isTrue();
    fake = ConfigCatFake.start();
    prism =
        Prism.startProxy(ProxyDocument.write(Contract.ofBuild().pinned(), folder), fake.baseUrl());
  }

  @AfterAll
  static void stop() {
    if (prism != null) {
      prism.close();
    }
    if (fake != null) {
      fake.close();
    }
  }

  @AfterEach
  void reset() {
    fake.reset();
  }

  @Test
  void everyOperationServedHoldsToTheContract() {
    try (ConfigCatManagementClient client = client()) {
      new Walk(client, fake.world()).all();
    }

    assertThat(violations).isEmpty();
    Set<String> served = new TreeSet<>(fake.served());
    // Prism follows redirects by itself.
    served.removeAll(Walk.REDIRECTED);
    assertThat(fake.requests())
        .extracting(ReceivedRequest::operation)
        .as("an operation is served, but not walked: add it to Walk")
        .containsAll(served);
    assertThat(fake.requests()).extracting(ReceivedRequest::status).allMatch(s -> s < 300);
  }

  @Test
  void everyRefusalHoldsToTheContract() throws IOException {
    fake.world().readOnlyCredential(RefusedRequests.READER, RefusedRequests.READER);
    List<Set<Integer>> passed = new ArrayList<>();
    AnswerSchemas schemas = new AnswerSchemas(Contract.ofBuild());
    OpenApi document = OpenApi.read(Contract.ofBuild().pinned());

    for (OpenApi.Operation operation : document.operations()) {
      new RefusedRequests(document, operation)
          .forEach(
              (request, statuses) -> {
                fake.forgetRequests();
                RawRequest.Answer answer = request.send(prism.baseUrl());
                if (fake.requests().isEmpty()) {
                  // Prism lets nothing pass without credentials, and no body that is not JSON.
                  return;
                }
                passed.add(statuses);
                assertThat(schemas.problems(request, answer)).as("%s", request).isEmpty();
                answer.violations().all().stream()
                    .filter(violation -> violation.location().get(0).equals("response"))
                    .filter(violation -> !violation.message().startsWith(UNDECLARED))
                    .forEach(violation -> violations.add(request + ": " + violation));
              });
    }

    assertThat(violations).isEmpty();
    assertThat(passed).contains(Set.of(401), Set.of(403), Set.of(400), Set.of(404, 400));
  }

  @Test
  void anAnswerThatBreaksTheContractIsNoticed() {
    UUID id = fake.world().product("Broken").id();
    try (ConfigCatManagementClient client = client()) {
      fake.change(
          state -> {
            JsonObject product =
                state.tree().getAsJsonObject("products").getAsJsonObject(id.toString());
            product.addProperty("order", "first");
            product.remove("reasonRequired");
          });

      assertThatThrownBy(() -> client.products().get(id)).isInstanceOf(ConfigCatException.class);

      assertThat(violations)
          .anyMatch(text -> text.contains("order"))
          .anyMatch(text -> text.contains("reasonRequired"));
    } finally {
      fake.change(state -> state.tree().getAsJsonObject("products").remove(id.toString()));
    }
  }

  private ConfigCatManagementClient client() {
    return ConfigCatManagementClient.builder()
        .credentials(ConfigCatFake.USER, ConfigCatFake.PASSWORD)
        .baseUrl(prism.baseUrl())
        .httpClient(new OkHttpClient.Builder().addNetworkInterceptor(this::look).build())
        .build();
  }

  private Response look(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    PrismViolations found = PrismViolations.ofHeader(response.header(PrismViolations.HEADER));
    found
        .all()
        .forEach(
            violation ->
                violations.add(
                    chain.request().method()
                        + " "
                        + chain.request().url().encodedPath()
                        + ": "
                        + violation));
    return response;
  }
}
