package com.configcat.management.it.bench;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.it.bench.PlainModels.PlainProduct;
import com.google.gson.Gson;
import java.io.IOException;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/** A program that reads one Product and ends. Each peer loads only what it needs. */
final class FirstCall {
  private FirstCall() {}

  public static void main(String[] args) throws IOException {
    String url = args[1];
    String user = args[2];
    String password = args[3];
    String name =
        switch (args[0]) {
          case "BY_HAND" -> ByHand.call(url, user, password);
          case "RETROFIT" -> PlainRetrofit.call(url, user, password);
          case "CLIENT" -> Client.call(url, user, password);
          default -> throw new IllegalArgumentException("There is no peer " + args[0]);
        };
    System.out.println(name);
  }

  private static final class ByHand {
    static String call(String url, String user, String password) throws IOException {
      Request request =
          new Request.Builder()
              .url(url + Payloads.PRODUCT_PATH)
              .header("Authorization", Credentials.basic(user, password))
              .build();
      try (Response response = new OkHttpClient().newCall(request).execute()) {
        return new Gson().fromJson(response.body().charStream(), PlainProduct.class).name;
      }
    }
  }

  private static final class PlainRetrofit {
    static String call(String url, String user, String password) throws IOException {
      String authorization = Credentials.basic(user, password);
      return new Retrofit.Builder()
          .baseUrl(url)
          .client(
              new OkHttpClient.Builder()
                  .addInterceptor(
                      chain ->
                          chain.proceed(
                              chain
                                  .request()
                                  .newBuilder()
                                  .header("Authorization", authorization)
                                  .build()))
                  .build())
          .addConverterFactory(GsonConverterFactory.create(ReflectiveGson.create()))
          .build()
          .create(ProductsApi.class)
          .getProduct(Payloads.PRODUCT)
          .execute()
          .body()
          .getName();
    }
  }

  private static final class Client {
    static String call(String url, String user, String password) {
      try (ConfigCatManagementClient client =
          ConfigCatManagementClient.builder()
              .credentials(user, password)
              .baseUrl(url)
              .allowInsecureHttp()
              .build()) {
        return client.products().get(Payloads.PRODUCT).getName();
      }
    }
  }
}
