package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections of a Product to outside services. */
class IntegrationEndpointsTest extends Shop {
  private final String all = "/v1/products/" + product.id() + "/integrations";

  private Caller.Reply create(String type, String parameters) {
    return caller.post(
        all,
        """
        {"integrationType":"%s","name":"I","parameters":%s,"environmentIds":["%s"],"configIds":[]}
        """
            .formatted(type, parameters, test.id()));
  }

  private String created() {
    return "/v1/integrations/"
        + create("dataDog", "{\"apikey\":\"a\"}").object().get("integrationId").getAsString();
  }

  private static String body(String environments, String configs) {
    return """
    {"name":"J","parameters":{"apikey":"b"},"environmentIds":[%s],"configIds":[%s]}
    """
        .formatted(environments, configs);
  }

  @Test
  void oneIsCreatedReadChangedAndDeleted() {
    String path = created();

    JsonObject read = caller.get(path).object();
    assertThat(read.get("integrationType").getAsString()).isEqualTo("dataDog");
    assertThat(read.get("parameters")).isEqualTo(JsonParser.parseString("{\"apikey\":\"a\"}"));
    assertThat(read.getAsJsonArray("environmentIds").toString()).contains(test.id().toString());
    assertThat(read.getAsJsonObject("product").get("name").getAsString()).isEqualTo("Shop");
    JsonObject changed = caller.put(path, body("", "\"" + v1.id() + "\"")).object();
    assertThat(changed.get("name").getAsString()).isEqualTo("J");
    assertThat(changed.get("integrationType").getAsString()).isEqualTo("dataDog");
    assertThat(changed.get("parameters").toString()).isEqualTo("{\"apikey\":\"b\"}");
    assertThat(changed.getAsJsonArray("environmentIds")).isEmpty();
    assertThat(list()).containsExactly(changed);
    assertThat(caller.delete(path).status()).isEqualTo(204);
    assertThat(list()).isEmpty();
    assertThat(caller.get(path).status()).isEqualTo(404);
    assertThat(new AuditLog(caller, product).types())
        .containsExactly("integrationRemoved", "integrationChanged", "integrationAdded");
  }

  private JsonArray list() {
    return caller.get(all).object().getAsJsonArray("integrations");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dataDog   | {'apikey':'a'}                                                    | 201
          dataDog   | {'apikey':'a','site':'Us1Fed'}                                    | 201
          dataDog   | {'apikey':'a','site':'Mars'}                                      | 400
          dataDog   | {'apiKey':'a'}                                                    | 400
          dataDog   | {'apikey':''}                                                     | 400
          slack     | {'incoming_webhook.url':'u','includeSensitiveData':'true'}        | 201
          slack     | {'incoming_webhook.url':'u','includeSensitiveData':'maybe'}       | 400
          slack     | {}                                                                | 400
          amplitude | {'apiKey':'a','secretKey':'s'}                                    | 201
          amplitude | {'apiKey':'a'}                                                    | 400
          mixPanel  | {'serviceAccountUserName':'u','serviceAccountSecret':'s','projectId':'p'} | 201
          mixPanel  | {'serviceAccountUserName':'u','serviceAccountSecret':'s'}         | 400
          segment   | {'writeKey':'w','server':'Eu'}                                    | 201
          segment   | {'server':'Eu'}                                                   | 400
          pubNub    | {}                                                                | 201
          carrier   | {}                                                                | 400
          """)
  void eachTypeHasItsParameters(String type, String parameters, int status) {
    JsonObject before = fake.content();

    Caller.Reply reply = create(type, parameters.replace('\'', '"'));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(fake.content().equals(before)).isEqualTo(status == 400);
  }

  @Test
  void anUpdateNeedsTheParametersOfItsType() {
    String path = created();

    Caller.Reply reply = caller.put(path, body("", "").replace("apikey", "writeKey"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.http().body())
        .isEqualTo("{\"Parameters\":[\"The parameter apikey is required.\"]}");
  }

  @Test
  void itCoversOnlyWhatIsInTheProduct() {
    String path = created();
    FakeProduct other = fake.world().product("Other");

    assertThat(caller.put(path, body("\"" + UUID.randomUUID() + "\"", "")).object().keySet())
        .containsExactly("EnvironmentIds");
    String config = "\"" + other.v1Config("c").id() + "\"";
    assertThat(caller.put(path, body("", config)).object().keySet()).containsExactly("ConfigIds");
  }

  @Test
  void itGoesWithItsProductAndForgetsWhatIsDeleted() {
    String path = created();
    caller.put(
        path,
        body(
            "\"" + test.id() + "\",\"" + production.id() + "\"",
            "\"" + v1.id() + "\",\"" + v2.id() + "\""));

    caller.delete("/v1/environments/" + test.id());
    caller.delete("/v1/configs/" + v1.id());

    JsonObject left = caller.get(path).object();
    assertThat(left.getAsJsonArray("environmentIds").toString())
        .isEqualTo("[\"" + production.id() + "\"]");
    assertThat(left.getAsJsonArray("configIds").toString()).isEqualTo("[\"" + v2.id() + "\"]");
    caller.delete("/v1/products/" + product.id());
    assertThat(caller.get(path).status()).isEqualTo(404);
    assertThat(fake.content().getAsJsonObject("integrations").size()).isZero();
  }
}
