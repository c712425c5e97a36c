package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedTest {
  @Test
  void theShopServesItsFlags() {
    try (ConfigCatFake fake = ConfigCatFake.builder().seed(Seed.shop()).start()) {
      String key = fake.world().sdkKey("Shop", "Checkout", "Test");
      Caller caller = Caller.of(fake).with("X-CONFIGCAT-SDKKEY", key);

      assertThat(
              caller
                  .get("/v2/settings/banner/value")
                  .object()
                  .getAsJsonObject("defaultValue")
                  .get("stringValue")
                  .getAsString())
          .isEqualTo("Hello");
      assertThat(fake.world().sdkKeys())
          .containsOnlyKeys(
              "Shop / Storefront / Production",
              "Shop / Storefront / Test",
              "Shop / Checkout / Production",
              "Shop / Checkout / Test");
    }
  }

  @Test
  void whatTheServiceWouldRefuseIsRefused() {
    Seed seed =
        Seed.parse(
            "{'products':[{'name':'A','configs':[{'name':'B','flags':['a b']}]}]}"
                .replace('\'', '"'));

    assertThatThrownBy(() -> ConfigCatFake.builder().seed(seed).start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The service would refuse this");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[] | The seed is not a JSON object",
        "{ | The seed is not a JSON object",
        "{'product':[]} | /product is unknown here; known are products",
        "{'products':{}} | /products is no array",
        "{'products':[{}]} | /products/0/name has to be a text",
        "{'products':[{'name':'A','environments':[1]}]} | /products/0/environments/0/name has to"
            + " be",
        "{'products':[{'name':'A','configs':[{'name':'B','evaluationVersion':'v3'}]}]} | v1, v2",
        "{'products':[{'name':'A','configs':[{'name':'B','flags':[{'key':'c','type':'x'}]}]}]} |"
            + " boolean, double, int, string",
        "{'products':[{'name':'A','configs':[{'name':'B','flags':[{'key':'c','tags':['d']}]}]}]} |"
            + " the tag 'd', which it does not have",
        "{'products':[{'name':'A','configs':[{'name':'B','flags':[{'key':'c','values':{'E':{}}}]}]}]}"
            + " | the environment 'E', which it does not have"
      })
  void tellsWhatIsWrong(String json, String message) {
    assertThatThrownBy(() -> Seed.parse(json.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
