package com.configcat.management.it;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.SdkKey;
import com.configcat.management.it.prism.Prism;
import com.configcat.management.model.ProductModel;
import okhttp3.OkHttpClient;

/**
 * The first example: lists Products, then switches a flag on.
 *
 * <p>On a mock server. With {@code -Dquickstart.live=true} on the real service: see {@link
 * LiveQuickstart}.
 */
public final class Quickstart {
  private Quickstart() {}

  /**
   * Runs it.
   *
   * @param arguments none
   */
  public static void main(String... arguments) {
    if (Boolean.getBoolean("quickstart.live")) {
      LiveQuickstart.run();
      return;
    }
    try (Prism mock = Prism.startOnContract();
        ConfigCatManagementClient configcat =
            ConfigCatManagementClient.builder()
                .credentials("user", "password")
                .baseUrl(mock.baseUrl())
                .httpClient(
                    new OkHttpClient.Builder()
                        .addNetworkInterceptor(new ExchangePrinter(System.out))
                        .build())
                .build()) {

      for (ProductModel product : configcat.products().list()) {
        System.out.println("Product: " + product.getName());
      }

      // Replaces the whole value: targeting rules and percentage options are deleted. To keep them:
      // setFlagDefaultBySdkKey.
      configcat.updateFlagBySdkKey(
          SdkKey.of("an-sdk-key"), "enableMyAwesomeFeature", true, "Automate_Test_Run");
    }
  }
}
