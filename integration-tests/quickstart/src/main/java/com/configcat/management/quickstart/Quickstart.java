package com.configcat.management.quickstart;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.SdkKey;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.Seed;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.SettingValueModel;
import java.net.URI;
import okhttp3.OkHttpClient;

/**
 * The first example: lists Products, then switches a flag on.
 *
 * <p>On a fake of the service, in this process. With {@code -Dquickstart.live=true} on the real
 * service: see {@link LiveQuickstart}.
 */
public final class Quickstart {
  private static final String FLAG = "enableMyAwesomeFeature";

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
    try (ConfigCatFake service = ConfigCatFake.builder().seed(Seed.shop()).start()) {
      String sdkKey = service.world().sdkKey("Shop", "Storefront", "Test");
      run(service.baseUrl(), ConfigCatFake.USER, ConfigCatFake.PASSWORD, SdkKey.of(sdkKey));
    }
  }

  /**
   * Runs it on a service.
   *
   * @param baseUrl where the service is
   * @param user the user name of a Public API credential
   * @param password its password
   * @param sdkKey names a V1 Config and an Environment
   */
  public static void run(URI baseUrl, String user, String password, SdkKey sdkKey) {
    OkHttpClient printing =
        new OkHttpClient.Builder().addNetworkInterceptor(new ExchangePrinter(System.out)).build();
    try (ConfigCatManagementClient configcat =
        ConfigCatManagementClient.builder()
            .credentials(user, password)
            .baseUrl(baseUrl)
            .httpClient(printing)
            .build()) {

      for (ProductModel product : configcat.products().list()) {
        System.out.println("Product: " + product.getName());
      }

      SettingValueModel before = configcat.settingValuesBySdkKey().get(FLAG, sdkKey);
      System.out.println(FLAG + " serves " + before.getValue());

      // Replaces the whole value: targeting rules and percentage options are deleted. To keep them:
      // setFlagDefaultBySdkKey.
      configcat.updateFlagBySdkKey(sdkKey, FLAG, true, "Automate_Test_Run");

      SettingValueModel after = configcat.settingValuesBySdkKey().get(FLAG, sdkKey);
      System.out.println(FLAG + " now serves " + after.getValue());
    }
  }
}
