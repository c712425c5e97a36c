package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The audit log of V1 leads to that of V2. */
class AuditLogRedirectTest extends Shop {
  private final String ofProduct = "/products/" + product.id() + "/auditlogs";

  private String location(String path) {
    Caller.Reply reply = caller.get(path);
    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.http().body()).isEmpty();
    return reply.http().headers().firstValue("Location").orElseThrow();
  }

  @Test
  void theQueryGoesWithIt() {
    String query = "?configId=" + v1.id() + "&fromUtcDateTime=2026-08-20T00%3A00%3A00Z";

    assertThat(location("/v1" + ofProduct + query)).isEqualTo("/v2" + ofProduct + query);
    String ofOrganization = "/organizations/" + fake.world().organizationId() + "/auditlogs";
    assertThat(location("/v1" + ofOrganization + query)).isEqualTo("/v2" + ofOrganization + query);
  }

  @Test
  void withoutARangeItIsThatOfAWeek() {
    fake.world().now(Instant.parse("2026-10-31T00:00:00Z"));

    assertThat(location("/v1" + ofProduct))
        .isEqualTo("/v2" + ofProduct + "?fromUtcDateTime=2026-10-24T00:00:00Z");
    assertThat(location("/v1" + ofProduct + "?toUtcDateTime=2026-10-08T00:00:00Z"))
        .endsWith("?toUtcDateTime=2026-10-08T00:00:00Z&fromUtcDateTime=2026-10-01T00:00:00Z");
  }

  @Test
  void theRangeIsThirtyDaysAtMost() {
    String from = "/v1" + ofProduct + "?fromUtcDateTime=2026-08-01T00:00:00Z&toUtcDateTime=";

    assertThat(caller.get(from + "2026-08-31T00:00:00Z").status()).isEqualTo(302);
    assertThat(caller.get(from + "2026-08-31T00:00:01Z").status()).isEqualTo(400);
    assertThat(caller.get(from + "tomorrow").status()).isEqualTo(400);
  }

  @Test
  void whereItLeadsIsTheSameLog() {
    caller.post("/v1/products/" + product.id() + "/tags", "{\"name\":\"t\"}");

    assertThat(caller.get(location("/v1" + ofProduct)).object().getAsJsonArray("data")).hasSize(1);
  }
}
