package com.configcat.management.it.bench;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.codec.ManagementGson;
import com.configcat.management.flag.Flag;
import com.configcat.management.listener.AttemptEnded;
import com.configcat.management.listener.AttemptStarted;
import com.configcat.management.listener.CallEnded;
import com.configcat.management.listener.CallListener;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.ratelimit.RateLimit;
import com.configcat.management.ratelimit.RateLimiter;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/** This client, with its limiter and a listener; the limit is above what can be sent. */
final class ClientPeer implements Peer {
  /** Makes 100,000 a second and 2.5 million a minute of the service's limits. */
  private static final int TIMES_THE_LIMIT = 5_000;

  private final OkHttpClient http = BenchmarkTarget.http();
  private final CountingListener listener = new CountingListener();
  private final ConfigCatManagementClient client;
  private final ConfigCatManagementClient clientOfFake;
  private final ProductsApi products;
  private final Flag flag;
  private final UpdateEvaluationFormulaModel formula =
      ManagementGson.create().fromJson(Payloads.formula(), UpdateEvaluationFormulaModel.class);

  ClientPeer(BenchmarkTarget target) {
    this.client = client(target, target.memoryUrl());
    this.clientOfFake = client(target, target.fakeUrl());
    this.products = client.api(ProductsApi.class);
    this.flag = clientOfFake.flag(target.environment(), target.setting());
  }

  private ConfigCatManagementClient client(BenchmarkTarget target, String url) {
    return ConfigCatManagementClient.builder()
        .credentials(target.user(), target.password())
        .baseUrl(url)
        .allowInsecureHttp()
        .httpClient(http)
        .rateLimiter(limiter())
        .listener(listener)
        .build();
  }

  private static RateLimiter limiter() {
    return RateLimiter.slidingWindow(
        RateLimit.ofTheService().stream()
            .map(limit -> new RateLimit(limit.requests() * TIMES_THE_LIMIT, limit.window()))
            .toList());
  }

  @Override
  public Object product() {
    return client.products().get(Payloads.PRODUCT);
  }

  @Override
  public void enqueueProduct(Consumer<Object> ended) {
    var unused =
        client
            .enqueue(products.getProduct(Payloads.PRODUCT))
            .whenComplete((product, failure) -> ended.accept(failure == null ? product : failure));
  }

  @Override
  public Object settings() {
    return client.flags().list(Payloads.CONFIG);
  }

  @Override
  public Object values() {
    return client.settingValuesV2().list(Payloads.CONFIG, Payloads.ENVIRONMENT);
  }

  @Override
  public Object replace() {
    return client.settingValuesV2().replace(Payloads.ENVIRONMENT, Payloads.SETTING, formula);
  }

  @Override
  public Object edit() {
    return flag.edit(
        formula ->
            formula.defaultValue(
                !Boolean.TRUE.equals(formula.current().getDefaultValue().getBoolValue())));
  }

  @Override
  public void close() {
    client.close();
    clientOfFake.close();
    BenchmarkTarget.close(http);
  }

  /** Uses each event, as one for metrics does. */
  private static final class CountingListener implements CallListener {
    private final LongAdder nanos = new LongAdder();
    private final LongAdder attempts = new LongAdder();
    private final LongAdder calls = new LongAdder();

    @Override
    public void attemptStarted(AttemptStarted event) {
      attempts.increment();
    }

    @Override
    public void attemptEnded(AttemptEnded event) {
      nanos.increment();
    }

    @Override
    public void callEnded(CallEnded event) {
      calls.increment();
    }
  }
}
