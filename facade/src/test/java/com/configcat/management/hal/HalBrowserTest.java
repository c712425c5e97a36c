package com.configcat.management.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.VirtualClients;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.internal.call.VirtualTime;
import com.configcat.management.listener.CallEnded;
import com.configcat.management.listener.CallListener;
import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.SettingModel;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalBrowserTest {
  private static final String ID = "08d86d63-2721-4da6-8c06-584521d516bc";

  private final MockWebServer server = MockServers.create();
  private final List<String> operations = new ArrayList<>();
  private ConfigCatManagementClient client;
  private HalBrowser hal;

  @BeforeEach
  void start() throws Exception {
    server.start();
    use("/");
  }

  private void use(String path) {
    CallListener listener =
        new CallListener() {
          @Override
          public void callEnded(CallEnded event) {
            operations.add(event.call().operation().toString());
          }
        };
    client =
        VirtualClients.builder(new VirtualTime(), 0)
            .credentials("user", "password")
            .baseUrl(server.url(path).toString())
            .listener(listener)
            .build();
    hal = client.hal();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  /** JSON in single quotes, to be read more easily. */
  private void answer(String json) {
    Headers headers = Headers.of("Content-Type", "application/hal+json");
    server.enqueue(new MockResponse(200, headers, json.replace('\'', '"')));
  }

  private String requested() throws InterruptedException {
    return server.takeRequest().getTarget();
  }

  @Test
  void asksForHalWithTheCredentials() throws Exception {
    answer("[]");

    assertThat(hal.organizations()).isEmpty();

    Headers headers = server.takeRequest().getHeaders();
    assertThat(headers.values("Accept")).containsExactly("application/hal+json");
    assertThat(headers.get("Authorization")).startsWith("Basic ");
  }

  @Test
  void goesFromTheEntryPointByTheNamesOfLinks() throws Exception {
    answer(
        "[{'name':'A','_links':{'self':'x','configs':'/v1/products/%s/configs'}}]".formatted(ID));
    answer("[{'name':'one','_links':{'self':{'href':'/v1/configs/c1'}}},{'name':'two'}]");
    answer("{'name':'one'}");

    HalResources configs = hal.products().one().follow("configs");

    assertThat(configs.as(ConfigModel.class))
        .extracting(ConfigModel::getName)
        .containsExactly("one", "two");
    assertThat(configs.get(0).follow("self").one().properties().toString())
        .isEqualTo("{\"name\":\"one\"}");
    assertThat(List.of(requested(), requested(), requested()))
        .containsExactly("/v1/products", "/v1/products/" + ID + "/configs", "/v1/configs/c1");
  }

  @Test
  void keepsPropertiesAsTheyCame() {
    answer("{'n':1.10,'big':12345678901234567890,'none':null,'_links':{},'_embedded':{}}");

    HalResource resource = hal.get("/v1/me").one();

    String came = "{\"n\":1.10,\"big\":12345678901234567890,\"none\":null}";
    assertThat(resource.properties()).hasToString(came);
    resource.properties().remove("n");
    assertThat(resource.properties()).hasToString(came);
  }

  @Test
  void readsLinksInEveryForm() {
    answer(
        """
        {"_links":{"text":"/a","object":{"href":"/b","title":"B"},"none":null,
          "many":["/c",{"href":"/d"}],"flagged":{"href":"/e","templated":true},"braces":"/f{?x}"}}
        """);

    assertThat(hal.get("/v1/me").one().links())
        .containsOnlyKeys("text", "object", "many", "flagged", "braces")
        .containsEntry("text", List.of(new HalLink("/a", false)))
        .containsEntry("object", List.of(new HalLink("/b", false)))
        .containsEntry("many", List.of(new HalLink("/c", false), new HalLink("/d", false)))
        .containsEntry("flagged", List.of(new HalLink("/e", true)))
        .containsEntry("braces", List.of(new HalLink("/f{?x}", true)));
  }

  @Test
  void readsEmbeddedResourcesOneSeveralAndNested() {
    answer(
        """
        {"_embedded":{"tags":[{"tagId":1},{"tagId":2}],"nothing":[],
          "product":{"name":"P","_embedded":{"organization":{"name":"O"}}}}}
        """);

    HalResource setting = hal.get("/v1/settings/1").one();

    assertThat(setting.embedded()).containsExactly("tags", "nothing", "product");
    assertThat(setting.embedded("tags")).hasSize(2);
    assertThat(setting.embedded("nothing")).isEmpty();
    assertThat(setting.embedded("product").one().embedded("organization").one().properties())
        .hasToString("{\"name\":\"O\"}");
    assertThatIllegalStateException()
        .isThrownBy(() -> setting.embedded("tags").one())
        .withMessage("GET /v1/settings/{settingId} has 2 resources, not one: iterate over them");
  }

  @Test
  void decodesEmbeddedResourcesIntoTheirPlaceInTheModel() {
    answer(
        """
        {"settingId":7,"name":"own","_embedded":{"tags":[{"name":"t"}],"name":{"x":1}}}
        """);
    answer("{'name':'C','_embedded':{'product':{'name':'P'}}}");

    SettingModel setting = hal.get("/v1/settings/7").one().as(SettingModel.class);
    ConfigModel config = hal.get("/v1/configs/" + ID).one().as(ConfigModel.class);

    assertThat(setting.getName()).isEqualTo("own");
    assertThat(setting.getTags()).singleElement().extracting("name").isEqualTo("t");
    assertThat(config.getProduct()).extracting(ProductModel::getName).isEqualTo("P");
  }

  @Test
  void saysWhereAModelDoesNotFitAndNotWhatStandsThere() {
    answer("[{'name':'A'},{'name':{'secret':'hidden'}}]");
    HalResources products = hal.products();

    DecodingException failure =
        catchThrowableOfType(DecodingException.class, () -> products.as(ProductModel.class));

    assertThat(failure)
        .hasMessage(
            "GET /v1/products answered with JSON that cannot be decoded as a ProductModel (at"
                + " $[1].name)")
        .hasNoCause();
    assertThat(failure.jsonPath()).isEqualTo("$[1].name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> products.as(Runnable.class))
        .withMessage(
            "java.lang.Runnable cannot be decoded from JSON: give a model such as"
                + " ConfigModel.class");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/configs/1,           /v1/configs/1",
    "/,                       /",
    "settings,                /v1/products/settings",
    "./1/tags?x=%20y,         /v1/products/1/tags?x=%20y",
    "?page=2,                 /v1/products/9?page=2",
    "../configs#part,         /v1/configs",
  })
  void resolvesLinksAgainstTheUrlThatWasRead(String link, String target) throws Exception {
    answer("{'_links':{'next':'%s'}}".formatted(link));
    answer("{}");

    hal.get("v1/products/9").one().follow("next");

    assertThat(requested()).isEqualTo("/v1/products/9");
    assertThat(requested()).isEqualTo(target);
  }

  @Test
  void followsWholeUrlsAtTheSameOriginWithoutTheirUser() throws Exception {
    String link = server.url("/v1/me").newBuilder().username("u").password("p").build().toString();
    answer("{'_links':{'me':'%s'}}".formatted(link));
    answer("{}");

    hal.get(server.url("/v1/products").toString()).one().follow("me");

    assertThat(requested()).isEqualTo("/v1/products");
    assertThat(requested()).isEqualTo("/v1/me");
  }

  @Test
  void followsEachOfSeveralLinks() {
    answer("{'_links':{'item':['/v1/tags/1','/v1/tags/2']}}");
    answer("{'tagId':1}");
    answer("[{'tagId':2},{'tagId':3}]");

    HalResources items = hal.get("/v1/x").one().follow("item");

    assertThat(items)
        .extracting(item -> item.properties().get("tagId").getAsInt())
        .containsExactly(1, 2, 3);
    assertThatIllegalStateException()
        .isThrownBy(items::one)
        .withMessageStartingWith("GET /v1/x, followed to \"item\", has 3 resources");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/v1/products",
        "//evil.example/v1/products",
        "\\\\\\\\evil.example/v1",
        "http://localhost:1/v1/products",
        "ftp://localhost/v1",
        "javascript:alert(1)",
        "http://",
      })
  void refusesLinksThatLeadElsewhere(String link) {
    answer("{'_links':{'out':['/v1/me','%s']}}".formatted(link));
    HalResource resource = hal.get("/v1/me").one();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> resource.follow("out"))
        .withMessageStartingWith("The link \"out\" of GET /v1/me ")
        .withMessageEndingWith("nothing was sent");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hal.get(link.replace("\\\\", "\\").replaceFirst("^//", "https://")))
        .withMessageStartingWith("The path ")
        .withMessageEndingWith("nothing was sent");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void refusesTemplatesAndNamesWhatIsThere() {
    answer("{'_links':{'find':'/v1/x{?q}','self':'/y'},'_embedded':{'tags':[]}}");
    answer("{}");
    HalResource resource = hal.get("/v1/me").one();
    HalResource bare = hal.get("/v1/me").one();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> resource.follow("find"))
        .withMessage(
            "The link \"find\" of GET /v1/me is a template: fill it in, and read it with"
                + " hal().get(path)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resource.follow("slef"))
        .withMessage("GET /v1/me has no link called \"slef\"; available: \"find\", \"self\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resource.embedded("tag"))
        .withMessage("GET /v1/me embeds nothing called \"tag\"; available: \"tags\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bare.follow("self"))
        .withMessageEndingWith("available: none (the service may not offer JSON+HAL here)");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'text'                                     | $",
        "null                                       | $",
        "[{},7]                                     | $[1]",
        "{'_links':[]}                              | $._links",
        "{'_links':{'self':5}}                      | $._links.self",
        "{'_links':{'self':{'title':'x'}}}          | $._links.self.href",
        "{'_links':{'self':{'href':null}}}          | $._links.self.href",
        "{'_links':{'self':['/a',[]]}}              | $._links.self[1]",
        "{'_embedded':'no'}                         | $._embedded",
        "{'_embedded':{'tags':[{},'x']}}            | $._embedded.tags[1]",
        "{'_embedded':{'a':{'_links':{'b':true}}}}  | $._embedded.a._links.b",
        "<html>sign in</html>                       | $",
        "{'a':1} trailing                           | $",
        "{'a'                                       | $.a",
      },
      quoteCharacter = '^')
  void saysWhereAnAnswerIsNoHal(String body, String path) {
    answer(body);

    DecodingException failure =
        catchThrowableOfType(DecodingException.class, () -> hal.get("/v1/me"));

    assertThat(failure.jsonPath()).isEqualTo(path);
    assertThat(failure).hasMessageStartingWith("GET /v1/me answered ");
    assertThat(failure.attempts()).isEqualTo(1);
    assertThat(failure.requestMayHaveBeenApplied()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/products/1,                       /v1/products/{productId}",
    "/V1/Products/1/,                      /v1/products/{productId}",
    "/v1/products?x=1,                     /v1/products",
    "/v1/products/1/configs,               /v1/products/{productId}/configs",
    "/v1/environments/1/settings/2/value, "
        + " /v1/environments/{environmentId}/settings/{settingId}/value",
    "/v9/news/17/of/08d86d63-2721,         /v9/news/{id}/of/{id}",
    "/,                                    /",
  })
  void countsALinkAsTheOperationOfItsPath(String path, String operation) {
    for (String base : List.of("/", "/through/proxy")) {
      client.close();
      operations.clear();
      use(base);
      answer("{}");

      hal.get(path);

      assertThat(operations).containsExactly("GET " + operation);
    }
  }

  @Test
  void readsBelowThePathOfTheBaseUrl() throws Exception {
    use("/through/proxy");
    answer("{'_links':{'up':'/v1/x','configs':'1/configs'}}");
    answer("{}");
    answer("{}");

    HalResource resource = hal.get("/v1/products/").one();
    resource.follow("up");
    resource.follow("configs");

    assertThat(List.of(requested(), requested(), requested()))
        .containsExactly(
            "/through/proxy/v1/products/", "/v1/x", "/through/proxy/v1/products/1/configs");
  }

  @Test
  void repeatsAndFailsAsOtherCallsDo() {
    server.enqueue(new MockResponse.Builder().code(503).build());
    server.enqueue(new MockResponse.Builder().code(404).body("\"gone\"").build());

    assertThatThrownBy(() -> hal.get("/v1/configs/1"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("GET /v1/configs/{configId} answered 404")
        .hasMessageContaining(" at attempt 2: gone (there is no /v1/configs/1,");
  }

  @Test
  void followsWithTheOptionsThatItWasReadWith() {
    HalBrowser once = client.withOptions(options -> options.maxAttempts(1)).hal();
    answer("{'_links':{'self':'/v1/me'}}");
    server.enqueue(new MockResponse.Builder().code(503).build());
    HalResource resource = once.get("/v1/me").one();

    assertThatThrownBy(() -> resource.follow("self")).hasMessageContaining("answered 503");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void showsNamesButNoValues() {
    answer("{'sdkKey':'hidden','_links':{'self':'/x'},'_embedded':{'tags':[]}}");

    assertThat(hal.get("/v1/me").one())
        .hasToString("HalResource[GET /v1/me, properties [sdkKey], links [self], embedded [tags]]");
  }
}
