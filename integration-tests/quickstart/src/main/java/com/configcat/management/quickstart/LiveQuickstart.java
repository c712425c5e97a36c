package com.configcat.management.quickstart;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.SdkKey;
import com.configcat.management.model.ProductModel;

/**
 * The example on the real service, with credentials from the environment.
 *
 * <p>Lists Products. Writes only if {@code -Dquickstart.flag=KEY} names a feature flag and the
 * environment variable {@code CONFIGCAT_SDK_KEY} says where; then switches it on, keeping its
 * rules.
 */
final class LiveQuickstart {
  private LiveQuickstart() {}

  static void run() {
    String flag = System.getProperty("quickstart.flag", "");
    try (ConfigCatManagementClient configcat = ConfigCatManagementClient.fromEnvironment()) {
      for (ProductModel product : configcat.products().list()) {
        System.out.println("Product: " + product.getName());
      }
      if (flag.isBlank()) {
        System.out.println("Nothing written: -Dquickstart.flag=KEY names no flag to switch on.");
        return;
      }
      String sdkKey = System.getenv("CONFIGCAT_SDK_KEY");
      if (sdkKey == null) {
        throw new IllegalStateException(
            "The environment variable CONFIGCAT_SDK_KEY is not set: it says where the flag is");
      }
      boolean changed =
          configcat
              .setFlagDefaultBySdkKey(SdkKey.of(sdkKey), flag, true, "Automate_Test_Run")
              .changed();
      System.out.println(
          flag + (changed ? " is on by default now." : " was on by default already."));
    }
  }
}
