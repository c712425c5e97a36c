package com.configcat.management.it.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.it.Contract;
import com.configcat.management.it.Prism;
import com.configcat.management.it.PrismViolations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prism between the client and the fake finds nothing wrong in either direction. */
class FakeContractIT {
  private final List<String> violations = new CopyOnWriteArrayList<>();

  @Test
  void everyOperationServedHoldsToTheContract(@TempDir Path folder) throws Exception {
    Path document = ProxyDocument.write(Contract.ofBuild().document(), folder);
    try (ConfigCatFake fake = ConfigCatFake.start();
        Prism prism = Prism.startProxy(document, fake.baseUrl());
        ConfigCatManagementClient client =
            ConfigCatManagementClient.builder()
                .credentials(ConfigCatFake.USER, ConfigCatFake.PASSWORD)
                .baseUrl(prism.baseUrl())
                .httpClient(new OkHttpClient.Builder().addNetworkInterceptor(this::look).build())
                .build()) {
      new Walk(client, fake.world()).all();

      assertThat(violations).isEmpty();
      assertThat(fake.requests())
          .extracting(ReceivedRequest::operation)
          .as("an operation is served, but not walked: add it to Walk")
          .containsAll(fake.served());
      assertThat(fake.requests()).extracting(ReceivedRequest::status).allMatch(s -> s < 300);
    }
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
