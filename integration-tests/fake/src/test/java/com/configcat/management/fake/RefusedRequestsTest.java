package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fake refuses whatever the operation. */
class RefusedRequestsTest extends Shop {
  private static final String PRODUCTS = "/v1/products";

  @Test
  void nobodyGetsInWithoutCredentials() {
    JsonObject before = fake.snapshot();

    assertThat(Caller.anonymous(fake).get(PRODUCTS).status()).isEqualTo(401);
    assertThat(Caller.of(fake, ConfigCatFake.USER, "wrong").get(PRODUCTS).status()).isEqualTo(401);
    assertThat(Caller.anonymous(fake).delete(PRODUCTS + "/" + product.id()).status())
        .isEqualTo(401);
    assertThat(fake.snapshot()).isEqualTo(before);
  }

  @Test
  void otherCredentialsGetInWhenTheWorldSaysSo() {
    fake.world().credential("übel", "pässword");

    assertThat(Caller.of(fake, "übel", "pässword").get(PRODUCTS).status()).isEqualTo(200);
  }

  @Test
  void whoMayOnlyReadMayOnlyRead() {
    fake.world().readOnlyCredential("reader", "secret");
    Caller reader = Caller.of(fake, "reader", "secret");
    JsonObject before = fake.snapshot();

    assertThat(reader.get(oldValue()).object().get("readOnly").getAsBoolean()).isTrue();
    assertThat(reader.put(oldValue(), "{\"value\":true}").status()).isEqualTo(403);
    assertThat(reader.patch(oldValue(), "[]").status()).isEqualTo(403);
    assertThat(reader.delete(PRODUCTS + "/" + product.id()).status()).isEqualTo(403);
    assertThat(fake.snapshot()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/nothing, 404",
    "GET, /v1/products/, 404",
    "PATCH, /v1/products, 405",
    "GET, /v1/products/08d8f29c-7a1c-4a53-89d2-ffffffffffff, 404",
    "GET, /v1/products/x, 400",
    "GET, /v1/settings/99, 404",
    "GET, /v1/settings/abc, 400",
    "GET, /v1/settings/99999999999, 400",
    "DELETE, /v1/tags/99, 404"
  })
  void whatIsNotThereIsNotFound(String method, String path, int status) {
    assertThat(caller.send(method, path, null).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                           | $
          {'name':'x'} trailing       | $
          []                          | ''
          {}                          | Name
          {'name':null}               | Name
          {'name':''}                 | Name
          {'name':1}                  | Name
          {'name':'x','order':'1'}    | Order
          {'name':'x','order':1.5}    | Order
          {'name':'x','evaluationVersion':'v3'} | EvaluationVersion
          """)
  void aBodyThatBreaksTheContractIsRefusedByField(String body, String field) {
    Caller.Reply reply =
        caller.post("/v1/products/" + product.id() + "/configs", body.replace('\'', '"'));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.object().keySet()).containsExactly(field);
    assertThat(reply.object().getAsJsonArray(field)).isNotEmpty();
  }

  @Test
  void namesHaveTheLengthThatTheDocumentSays() {
    String path = "/v1/products/" + product.id() + "/tags";

    assertThat(caller.post(path, "{\"name\":\"" + "é".repeat(255) + "\"}").status()).isEqualTo(201);
    assertThat(caller.post(path, "{\"name\":\"" + "é".repeat(256) + "\"}").status()).isEqualTo(400);
  }

  @Test
  void aBodyHasToBeThereAndJson() {
    String path = "/v1/products/" + product.id() + "/tags";

    assertThat(caller.post(path, "").status()).isEqualTo(400);
    assertThat(caller.with("Content-Type", "text/plain").post(path, "{\"name\":\"x\"}").status())
        .isEqualTo(415);
    assertThat(
            caller
                .with("Content-Type", "application/vnd.x+json; charset=utf-8")
                .post(path, "{\"name\":\"x\"}")
                .status())
        .isEqualTo(201);
  }

  @Test
  void aQueryIsCheckedToo() {
    String path = "/v2/products/" + product.id() + "/auditlogs";

    assertThat(caller.get(path + "?pageSize=101").status()).isEqualTo(400);
    assertThat(caller.get(path + "?pageSize=0").status()).isEqualTo(400);
    assertThat(caller.get(path + "?pageNumber=x").status()).isEqualTo(400);
    assertThat(caller.get(path + "?fromUtcDateTime=yesterday").status()).isEqualTo(400);
    assertThat(caller.get(path + "?pageSize=100&pageNumber=1").status()).isEqualTo(200);
  }
}
