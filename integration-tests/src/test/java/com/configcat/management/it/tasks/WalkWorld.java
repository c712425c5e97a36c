package com.configcat.management.it.tasks;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.HastyClients;
import com.configcat.management.api.SdkKey;
import com.configcat.management.core.CallOptions;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.ratelimit.RateLimiter;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Where random walks take place: the same at the start of each round, unknown members included. */
final class WalkWorld implements AutoCloseable {
  final ConfigCatFake fake = ConfigCatFake.start();
  final FakeProduct product = fake.world().product("Shop");
  final FakeEnvironment production = product.environment("Production");
  final FakeEnvironment test = product.environment("Test");
  final FakeConfig v1 = product.v1Config("Old");
  final FakeConfig v2 = product.v2Config("New");
  final List<FakeFlag> oldFlags = flags(v1);
  final List<FakeFlag> flags = flags(v2);
  final SdkKey oldKey = SdkKey.of(v1.sdkKey(test));
  final SdkKey key = SdkKey.of(v2.sdkKey(test));
  private final JsonObject start;
  private final JsonObject bare;
  private final OkHttpClient http =
      new OkHttpClient.Builder().addInterceptor(this::connect).build();
  private BooleanSupplier refused = () -> false;

  WalkWorld() {
    oldFlags.get(0).serve(test, Scene.quoted(Scene.OLD_RULES));
    flags.get(0).serve(test, Scene.quoted(Scene.RULES));
    flags.get(1).serve(production, Scene.quoted(Scene.RULES));
    flags.get(2).serve(production, "{\"defaultValue\":{\"boolValue\":true}}");
    bare = fake.snapshot();
    int planted = fake.plantUnknownMembers();
    if (planted == 0) {
      throw new IllegalStateException("There is nothing unknown to lose");
    }
    start = fake.snapshot();
  }

  private static List<FakeFlag> flags(FakeConfig config) {
    return IntStream.rangeClosed(1, 5).mapToObj(i -> config.flag("flag" + i)).toList();
  }

  /** Begins again: all is as it was. */
  void reset() {
    refused = () -> false;
    fake.faults().clear();
    begin(start);
  }

  /** Begins with values of which this client knows all members. */
  void withoutUnknownMembers() {
    begin(bare);
  }

  private void begin(JsonObject state) {
    fake.change(
        current -> {
          JsonObject tree = current.tree();
          tree.asMap().clear();
          state.deepCopy().asMap().forEach(tree::add);
        });
    fake.forgetRequests();
  }

  /** Says of each request from now on whether there is no connection for it. */
  void refuse(BooleanSupplier which) {
    refused = which;
  }

  private Response connect(Interceptor.Chain chain) throws IOException {
    if (refused.getAsBoolean()) {
      throw new ConnectException("refused");
    }
    return chain.proceed(chain.request());
  }

  /** A client that does not wait. */
  ConfigCatManagementClient client(int maxAttempts) {
    return HastyClients.builder()
        .credentials(ConfigCatFake.USER, ConfigCatFake.PASSWORD)
        .baseUrl(fake.baseUrl())
        .httpClient(http)
        .rateLimiter(RateLimiter.unlimited())
        .callOptions(
            CallOptions.defaults().maxAttempts(maxAttempts).deadline(Duration.ofSeconds(20)))
        .build();
  }

  @Override
  public void close() {
    http.connectionPool().evictAll();
    fake.close();
  }
}
