package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotaTest {
  @Test
  void answers429ToWhatExceedsTheQuotaOfAnOperation() {
    try (ConfigCatFake fake = ConfigCatFake.builder().quota(RequestQuota.parse("2/h")).start()) {
      Caller caller = Caller.of(fake);
      assertThat(caller.get("/v1/products").http().headers().firstValue("X-Rate-Limit-Remaining"))
          .contains("1");
      assertThat(caller.get("/v1/products").status()).isEqualTo(200);

      Caller.Reply third = caller.getText("/v1/products");

      assertThat(third.status()).isEqualTo(429);
      assertThat(third.http().body()).contains("2 in 3600 s");
      assertThat(third.http().headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/plain");
      assertThat(third.http().headers().firstValue("X-Rate-Limit-Remaining")).contains("0");
      assertThat(third.http().headers().firstValue("X-Rate-Limit-Reset").orElseThrow())
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}Z");
      assertThat(Long.parseLong(third.http().headers().firstValue("Retry-After").orElseThrow()))
          .isBetween(1L, 3600L);
      assertThat(caller.get("/v1/organizations").status())
          .as("another operation has its own quota")
          .isEqualTo(200);
      fake.world().credential("other", "secret");
      assertThat(Caller.of(fake, "other", "secret").get("/v1/products").status())
          .as("another credential has its own quota")
          .isEqualTo(200);
    }
  }

  @Test
  void remembersTheLastRequests() {
    try (ConfigCatFake fake = ConfigCatFake.builder().rememberedRequests(2).start()) {
      Caller caller = Caller.of(fake);
      caller.get("/v1/me");
      caller.get("/v1/products");
      caller.get("/v1/organizations");

      assertThat(fake.requests())
          .extracting(ReceivedRequest::path)
          .containsExactly("/v1/products", "/v1/organizations");
    }
  }
}
