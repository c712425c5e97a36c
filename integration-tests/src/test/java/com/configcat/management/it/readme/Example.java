package com.configcat.management.it.readme;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.api.SdkKey;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What an example of the README may take for granted: a service of its own, with a Product that has
 * a V1 and a V2 Config, two Environments, and a flag in each Config.
 */
public abstract class Example implements AutoCloseable {
  private static @Nullable URI otherService;

  private final ConfigCatFake fake = ConfigCatFake.start();
  private final FakeProduct product = fake.world().product("Web shop");
  private final FakeConfig v1Config = product.v1Config("Main");
  private final FakeConfig v2Config = product.v2Config("Checkout");
  private final FakeEnvironment test = product.environment("Test");
  private final FakeEnvironment production = product.environment("Production");
  private final FakeFlag v2Flag = v2Config.flag("newCheckout");

  protected final String user = ConfigCatFake.USER;
  protected final String password = ConfigCatFake.PASSWORD;
  protected final UUID organizationId = fake.world().organizationId();
  protected final UUID productId = product.id();
  protected final UUID configId = v2Config.id();
  protected final UUID environmentId = test.id();
  protected final UUID testId = test.id();
  protected final UUID productionId = production.id();
  protected final int settingId = v2Flag.id();
  protected final int otherSettingId = v2Config.flag("beta_search").id();
  protected final List<Integer> otherSettingIds = List.of(otherSettingId);
  protected final UUID segmentId = product.segment("Staff", "@example.com");
  protected final SdkKey sdkKey = SdkKey.of(v2Config.sdkKey(test));
  protected final int v1SettingId = v1Config.flag("enableMyAwesomeFeature").id();
  protected final SdkKey v1SdkKey = SdkKey.of(v1Config.sdkKey(test));
  protected final OkHttpClient yourOkHttpClient = new OkHttpClient();
  protected final ProxyManager<String> proxyManager = unused(ProxyManager.class);
  protected final Vault vault = () -> ConfigCatFake.PASSWORD;
  protected final MeterRegistry meterRegistry = new SimpleMeterRegistry();
  protected final ObservationRegistry observationRegistry = ObservationRegistry.create();
  protected final String signingKey = "configcat_whsk_any";
  protected final Map<String, List<String>> requestHeaders = Map.of();
  protected final byte[] rawBody = {'[', ']'};
  protected final ConfigCatManagementClient configcat = fromEnvironment();

  /** Where a user keeps passwords. */
  protected interface Vault {
    String currentPassword() throws Exception;
  }

  /** Has the examples that are made from now on call another service than their own. */
  static void call(@Nullable URI service) {
    otherService = service;
  }

  @SuppressWarnings("unchecked")
  private static <T> T unused(Class<? super T> type) {
    return (T)
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  /** Does what the example says. */
  public abstract void run() throws Exception;

  /** Stands in for the client's own, so that an example calls its service. */
  protected final ConfigCatManagementClientBuilder builder() {
    return ConfigCatManagementClient.builder()
        .baseUrl(otherService != null ? otherService : fake.baseUrl());
  }

  /** Stands in for the client's own, so that an example calls its service. */
  protected final ConfigCatManagementClient fromEnvironment() {
    return builder().credentials(user, password).build();
  }

  @Override
  public final void close() {
    configcat.close();
    fake.close();
  }
}
