package com.configcat.management.it.bench;

import com.configcat.management.api.FlagsApi;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.api.SettingValuesV2Api;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.google.gson.Gson;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/** Retrofit with its Gson converter, our interfaces, and our models read by reflection. */
final class RetrofitPeer implements Peer {
  private final BenchmarkTarget target;
  private final OkHttpClient http;
  private final Gson gson = ReflectiveGson.create();
  private final ProductsApi products;
  private final FlagsApi flags;
  private final SettingValuesV2Api values;
  private final SettingValuesV2Api valuesOnFake;
  private final UpdateEvaluationFormulaModel formula =
      gson.fromJson(Payloads.formula(), UpdateEvaluationFormulaModel.class);

  RetrofitPeer(BenchmarkTarget target) {
    this.target = target;
    String authorization = target.authorization();
    this.http =
        BenchmarkTarget.http()
            .newBuilder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain
                            .request()
                            .newBuilder()
                            .header("Authorization", authorization)
                            .build()))
            .build();
    Retrofit memory = retrofit(target.memoryUrl());
    this.products = memory.create(ProductsApi.class);
    this.flags = memory.create(FlagsApi.class);
    this.values = memory.create(SettingValuesV2Api.class);
    this.valuesOnFake = retrofit(target.fakeUrl()).create(SettingValuesV2Api.class);
  }

  private Retrofit retrofit(String url) {
    return new Retrofit.Builder()
        .baseUrl(url)
        .client(http)
        .addConverterFactory(GsonConverterFactory.create(gson))
        .build();
  }

  private static <T> T read(Call<T> call) throws IOException {
    Response<T> response = call.execute();
    if (!response.isSuccessful()) {
      throw new IOException("HTTP " + response.code());
    }
    return Objects.requireNonNull(response.body());
  }

  @Override
  public Object product() throws IOException {
    return read(products.getProduct(Payloads.PRODUCT));
  }

  @Override
  public void enqueueProduct(Consumer<Object> ended) {
    products
        .getProduct(Payloads.PRODUCT)
        .enqueue(
            new Callback<ProductModel>() {
              @Override
              public void onResponse(Call<ProductModel> call, Response<ProductModel> response) {
                ended.accept(
                    response.isSuccessful()
                        ? Objects.requireNonNull(response.body())
                        : new IOException("HTTP " + response.code()));
              }

              @Override
              public void onFailure(Call<ProductModel> call, Throwable t) {
                ended.accept(t);
              }
            });
  }

  @Override
  public Object settings() throws IOException {
    return read(flags.getSettings(Payloads.CONFIG));
  }

  @Override
  public Object values() throws IOException {
    return read(values.getSettingValuesV2(Payloads.CONFIG, Payloads.ENVIRONMENT));
  }

  @Override
  public Object replace() throws IOException {
    return read(values.replaceSettingValueV2(Payloads.ENVIRONMENT, Payloads.SETTING, formula));
  }

  @Override
  public Object edit() throws IOException {
    SettingFormulaModel before =
        read(valuesOnFake.getSettingValueV2(target.environment(), target.setting()));
    boolean value = !Boolean.TRUE.equals(before.getDefaultValue().getBoolValue());
    return read(
        valuesOnFake.updateSettingValueV2(
            target.environment(),
            target.setting(),
            List.of(JsonPatchOperation.replace("/defaultValue/boolValue", value)),
            SettingValuesV2Api.UpdateSettingValueV2Options.builder()
                .latestVersionId(before.getLastVersionId())
                .build()));
  }

  @Override
  public void close() {
    BenchmarkTarget.close(http);
  }
}
