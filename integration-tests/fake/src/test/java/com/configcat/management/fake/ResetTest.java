package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetTest {
  private static void create(ConfigCatFake fake, String product) {
    String path = "/v1/organizations/" + fake.world().organizationId() + "/products";
    assertThat(Caller.of(fake).post(path, "{\"name\":\"" + product + "\"}").status())
        .isEqualTo(201);
  }

  @Test
  void goesBackToTheSeed() {
    try (ConfigCatFake fake = ConfigCatFake.builder().seed(Seed.shop()).start()) {
      JsonObject start = fake.snapshot();
      create(fake, "Second");
      JsonObject first = fake.snapshot();

      fake.reset();

      assertThat(fake.snapshot()).isEqualTo(start).isNotEqualTo(first);
      create(fake, "Second");
      assertThat(fake.snapshot()).as("ids and times are the same again").isEqualTo(first);
    }
  }

  @Test
  void goesBackToACheckpoint() {
    try (ConfigCatFake fake = ConfigCatFake.start()) {
      FakeFlag flag = fake.world().product("Shop").v2Config("Main").flag("newCheckout");
      Checkpoint checkpoint = fake.checkpoint();
      JsonObject then = fake.snapshot();
      fake.world().flag(flag.id()).tag(fake.world().product("Other").tag("x"));

      fake.reset(checkpoint);

      assertThat(fake.snapshot()).isEqualTo(then);
      assertThat(Caller.of(fake).delete("/v1/settings/" + flag.id()).status()).isEqualTo(204);
      fake.reset(checkpoint);
      assertThat(fake.snapshot()).isEqualTo(then);
      fake.reset();
      assertThat(Caller.of(fake).get("/v1/products").objects()).isEmpty();
    }
  }

  @Test
  void forgetsRequestsFaultsAndCredentials() {
    try (ConfigCatFake fake = ConfigCatFake.start()) {
      fake.world().credential("known", "before");
      Checkpoint checkpoint = fake.checkpoint();
      fake.world().credential("known", "after").readOnlyCredential("late", "x");
      fake.faults().always("", Fault.statusBefore(503));
      Caller.of(fake).get("/v1/me");

      fake.reset(checkpoint);

      assertThat(fake.requests()).isEmpty();
      assertThat(fake.faults().waiting()).isZero();
      assertThat(Caller.of(fake).get("/v1/me").status()).isEqualTo(200);
      assertThat(Caller.of(fake, "known", "before").get("/v1/me").status()).isEqualTo(200);
      assertThat(Caller.of(fake, "known", "after").get("/v1/me").status()).isEqualTo(401);
      assertThat(Caller.of(fake, "late", "x").get("/v1/me").status()).isEqualTo(401);
    }
  }

  @Test
  void forgetsCountsOfTheQuota() {
    RequestQuota one = RequestQuota.parse("1/h");
    try (ConfigCatFake fake = ConfigCatFake.builder().quota(one).start()) {
      assertThat(Caller.of(fake).getText("/v1/me").status()).isEqualTo(200);
      assertThat(Caller.of(fake).getText("/v1/me").status()).isEqualTo(429);

      fake.reset();

      assertThat(Caller.of(fake).getText("/v1/me").status()).isEqualTo(200);
    }
  }

  @Test
  void forgetsSurprises() {
    try (ConfigCatFake fake = ConfigCatFake.builder().seed(Seed.shop()).start()) {
      fake.plantUnknownMembers();
      fake.serveUnknownMembers();
      assertThat(Caller.of(fake).get("/v1/me").object().has("fromTheFuture")).isTrue();

      fake.reset();

      assertThat(fake.lostUnknownMembers()).isEmpty();
      assertThat(Caller.of(fake).get("/v1/me").object().has("fromTheFuture")).isFalse();
      assertThat(fake.snapshot().toString()).doesNotContain("fromTheFuture");
    }
  }

  @Test
  void isSavedAsAnyOtherChange(@TempDir Path folder) {
    Path file = folder.resolve("state.json");
    try (ConfigCatFake fake = ConfigCatFake.builder().stateFile(file).start()) {
      create(fake, "First");
    }
    try (ConfigCatFake fake = ConfigCatFake.builder().stateFile(file).start()) {
      create(fake, "Second");
      fake.reset();
      assertThat(Caller.of(fake).get("/v1/products").objects()).as("as in the file").hasSize(1);
    }
    try (ConfigCatFake fake = ConfigCatFake.builder().stateFile(file).start()) {
      assertThat(Caller.of(fake).get("/v1/products").objects()).hasSize(1);
    }
  }
}
