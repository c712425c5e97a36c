package com.configcat.management.fake.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.configcat.management.fake.internal.state.Credential;
import com.configcat.management.fake.internal.state.Document;
import com.configcat.management.fake.internal.state.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestFilterTest {
  private final Document document = Document.pinned();
  private final RequestFilter.Credentials credentials = new RequestFilter.Credentials();
  private final RequestFilter filter = new RequestFilter(document, credentials);

  @Test
  void saysByNameWhichOperationIsNotServed() {
    Routes nothing = new Routes(document);
    credentials.add(new Credential("user", "password", false));
    IncomingRequest request =
        new IncomingRequest(
            "GET",
            "/v1/products",
            "/v1/products",
            List.of("v1", "products"),
            Map.of(),
            Map.of("authorization", "Basic dXNlcjpwYXNzd29yZA=="),
            "");

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                filter.pass(request, nothing.match("GET", request.segments()).orElseThrow(), true))
        .satisfies(
            refusal -> {
              assertThat(refusal.response().status()).isEqualTo(501);
              assertThat(refusal).hasMessageContaining("The fake does not serve GET /v1/products.");
            });
  }
}
