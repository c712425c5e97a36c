package com.configcat.management.it.readme;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.SdkKey;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateSettingValueModel;
import java.net.URI;
import java.util.UUID;
import okhttp3.OkHttpClient;

/** What an example of the README may take for granted. */
public abstract class Example implements AutoCloseable {
  private final URI service;
  protected final String user = "user";
  protected final String password = "password";
  protected final ConfigCatManagementClient configcat;
  protected final SdkKey sdkKey = SdkKey.of("any-sdk-key");
  protected final UUID productId = UUID.fromString("08d86d63-2721-4da6-8c06-584521d516bc");
  protected final UUID environmentId = UUID.fromString("08d86d63-2726-47cd-8bfc-59608ecb91e2");
  protected final int settingId = 18;
  protected final UpdateSettingValueModel model =
      UpdateSettingValueModel.builder().value(SettingValue.of(true)).build();
  protected final OkHttpClient yourOkHttpClient = new OkHttpClient();

  protected Example(URI service) {
    this.service = service;
    this.configcat = fromEnvironment();
  }

  /** Does what the example says. */
  public abstract void run() throws Exception;

  /** Stands in for the client's own, so that an example calls this service. */
  protected final ConfigCatManagementClientBuilder builder() {
    return ConfigCatManagementClient.builder().baseUrl(service);
  }

  /** Stands in for the client's own, so that an example calls this service. */
  protected final ConfigCatManagementClient fromEnvironment() {
    return builder().credentials(user, password).build();
  }

  @Override
  public final void close() {
    configcat.close();
  }
}
