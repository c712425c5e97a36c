package com.configcat.management.it.bench;

import com.configcat.management.it.bench.PlainModels.PlainFormula;
import com.configcat.management.it.bench.PlainModels.PlainPatch;
import com.configcat.management.it.bench.PlainModels.PlainProduct;
import com.configcat.management.it.bench.PlainModels.PlainSetting;
import com.configcat.management.it.bench.PlainModels.PlainValues;
import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp, and Gson that reads plain classes by reflection. */
final class HandPeer implements Peer {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final Type SETTINGS = new TypeToken<List<PlainSetting>>() {}.getType();

  private final BenchmarkTarget target;
  private final String authorization;
  private final OkHttpClient http = BenchmarkTarget.http();
  private final Gson gson = new Gson();
  private final PlainFormula formula = gson.fromJson(Payloads.formula(), PlainFormula.class);

  HandPeer(BenchmarkTarget target) {
    this.target = target;
    this.authorization = target.authorization();
  }

  private Request.Builder request(String url) {
    return new Request.Builder().url(url).header("Authorization", authorization);
  }

  private Object read(Request request, Type type) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      return read(response, type);
    }
  }

  private Object read(Response response, Type type) throws IOException {
    if (!response.isSuccessful()) {
      throw new IOException("HTTP " + response.code());
    }
    return gson.fromJson(response.body().charStream(), type);
  }

  private RequestBody json(Object body) {
    return RequestBody.create(gson.toJson(body), JSON);
  }

  @Override
  public Object product() throws IOException {
    return read(request(target.memoryUrl() + Payloads.PRODUCT_PATH).build(), PlainProduct.class);
  }

  @Override
  public void enqueueProduct(Consumer<Object> ended) {
    http.newCall(request(target.memoryUrl() + Payloads.PRODUCT_PATH).build())
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                ended.accept(e);
              }

              @Override
              public void onResponse(Call call, Response response) throws IOException {
                try (response) {
                  ended.accept(read(response, PlainProduct.class));
                }
              }
            });
  }

  @Override
  public Object settings() throws IOException {
    return read(request(target.memoryUrl() + Payloads.SETTINGS_PATH).build(), SETTINGS);
  }

  @Override
  public Object values() throws IOException {
    return read(request(target.memoryUrl() + Payloads.VALUES_PATH).build(), PlainValues.class);
  }

  @Override
  public Object replace() throws IOException {
    String path = Payloads.valuePath(Payloads.ENVIRONMENT, Payloads.SETTING);
    return read(request(target.memoryUrl() + path).put(json(formula)).build(), PlainFormula.class);
  }

  @Override
  public Object edit() throws IOException {
    String url = target.fakeUrl() + Payloads.valuePath(target.environment(), target.setting());
    var before = (PlainFormula) read(request(url).build(), PlainFormula.class);
    boolean value = !before.defaultValue.boolValue;
    List<PlainPatch> patch = List.of(new PlainPatch("replace", "/defaultValue/boolValue", value));
    return read(
        request(url + "?latestVersionId=" + before.lastVersionId).patch(json(patch)).build(),
        PlainFormula.class);
  }

  @Override
  public void close() {
    BenchmarkTarget.close(http);
  }
}
