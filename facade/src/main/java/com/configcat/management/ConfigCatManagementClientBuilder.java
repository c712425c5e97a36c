package com.configcat.management;

import com.configcat.management.internal.call.BlockingCallRunner;
import com.configcat.management.internal.error.ErrorDecoder;
import com.configcat.management.internal.error.SecretMask;
import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.http.Origin;
import com.configcat.management.internal.http.Transport;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes a {@link ConfigCatManagementClient}. Not safe for use by several threads at once. */
public final class ConfigCatManagementClientBuilder {
  private static final String BASE_URL = "https://api.configcat.com";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

  private @Nullable Credentials credentials;
  private String baseUrl = BASE_URL;
  private boolean allowInsecureHttp;
  private @Nullable OkHttpClient httpClient;
  private @Nullable Duration connectTimeout;
  private @Nullable Duration readTimeout;
  private @Nullable String application;

  ConfigCatManagementClientBuilder() {}

  /**
   * Sets the public API credentials, which the Dashboard makes for a user.
   *
   * @param user the user name; holds no {@code :}
   * @param password the password
   * @return this builder
   * @throws IllegalArgumentException if one of them is blank or cannot be sent
   */
  public ConfigCatManagementClientBuilder credentials(String user, String password) {
    this.credentials = Credentials.of(user, password);
    return this;
  }

  /**
   * Sets where the service is; {@code https://api.configcat.com} if not set.
   *
   * @param url for dedicated hosting or a test; https, or http on this machine; a path is put
   *     before the API's paths
   * @return this builder
   */
  public ConfigCatManagementClientBuilder baseUrl(String url) {
    this.baseUrl =
        Objects.requireNonNull(url, "url is null: give one, or leave it out for " + BASE_URL);
    return this;
  }

  /**
   * Sets where the service is; {@code https://api.configcat.com} if not set.
   *
   * @param url for dedicated hosting or a test; https, or http on this machine; a path is put
   *     before the API's paths
   * @return this builder
   */
  public ConfigCatManagementClientBuilder baseUrl(URI url) {
    return baseUrl(
        Objects.requireNonNull(url, "url is null: give one, or leave it out for " + BASE_URL)
            .toString());
  }

  /**
   * Allows http beyond this machine, where everyone on the way can read the credentials.
   *
   * @return this builder
   */
  public ConfigCatManagementClientBuilder allowInsecureHttp() {
    this.allowInsecureHttp = true;
    return this;
  }

  /**
   * Sets an HTTP client to derive the client's own from: its proxy, TLS settings, connections,
   * interceptors and timeouts.
   *
   * <p>It is neither changed nor closed. Its redirects and silent retries are not taken over.
   *
   * @param client yours
   * @return this builder
   */
  public ConfigCatManagementClientBuilder httpClient(OkHttpClient client) {
    this.httpClient = Objects.requireNonNull(client, "client is null: give one, or leave it out");
    return this;
  }

  /**
   * Sets the longest time to connect; 10 seconds, or that of your HTTP client, if not set.
   *
   * @param timeout more than zero
   * @return this builder
   */
  public ConfigCatManagementClientBuilder connectTimeout(Duration timeout) {
    this.connectTimeout = positive(timeout);
    return this;
  }

  /**
   * Sets the longest time to wait for the next bytes of an answer; 30 seconds, or that of your HTTP
   * client, if not set.
   *
   * @param timeout more than zero
   * @return this builder
   */
  public ConfigCatManagementClientBuilder readTimeout(Duration timeout) {
    this.readTimeout = positive(timeout);
    return this;
  }

  /**
   * Names your application in the user agent, after the client's own name.
   *
   * @param name such as {@code nightly-tests/1.2}; printable ASCII
   * @return this builder
   */
  public ConfigCatManagementClientBuilder application(String name) {
    Objects.requireNonNull(name, "name is null: give one, or leave it out");
    if (name.isBlank() || !name.chars().allMatch(c -> c >= ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "The application's name is blank or not printable ASCII: give one such as"
              + " nightly-tests/1.2");
    }
    this.application = name.strip();
    return this;
  }

  /**
   * Makes the client. Nothing is sent.
   *
   * @return a new client, to be closed
   * @throws IllegalStateException if there are no credentials
   * @throws IllegalArgumentException if the base URL can't be one, or would send secrets
   *     unprotected
   */
  public ConfigCatManagementClient build() {
    if (credentials == null) {
      throw new IllegalStateException(
          "There are no credentials: set them with credentials(user, password)");
    }
    ErrorDecoder errors = new ErrorDecoder(new SecretMask(credentials), InstantSource.system());
    Origin origin = Origin.of(baseUrl, allowInsecureHttp);
    boolean own = httpClient == null;
    Transport transport =
        new Transport(
            origin,
            credentials,
            httpClient,
            own && connectTimeout == null ? CONNECT_TIMEOUT : connectTimeout,
            own && readTimeout == null ? READ_TIMEOUT : readTimeout,
            application,
            errors);
    return new ConfigCatManagementClient(transport, new BlockingCallRunner());
  }

  private static Duration positive(Duration timeout) {
    Objects.requireNonNull(timeout, "timeout is null: give one, or leave it out");
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("The timeout " + timeout + " is not more than zero");
    }
    return timeout;
  }
}
