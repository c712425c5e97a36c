package com.configcat.management;

import com.configcat.management.core.CallOptions;
import com.configcat.management.internal.call.CallDispatcher;
import com.configcat.management.internal.call.CallExecutor;
import com.configcat.management.internal.call.CallListeners;
import com.configcat.management.internal.call.CallThreadPool;
import com.configcat.management.internal.call.SystemTime;
import com.configcat.management.internal.call.TimeSource;
import com.configcat.management.internal.client.Transport;
import com.configcat.management.internal.error.ErrorDecoder;
import com.configcat.management.internal.error.SecretMask;
import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.http.HttpSettings;
import com.configcat.management.internal.http.Origin;
import com.configcat.management.listener.CallListener;
import com.configcat.management.ratelimit.RateLimit;
import com.configcat.management.ratelimit.RateLimiter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes a {@link ConfigCatManagementClient}. Not safe for use by several threads at once. */
public final class ConfigCatManagementClientBuilder {
  private static final String BASE_URL = "https://api.configcat.com";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
  private static final int MAX_RUNNING = 64;

  private @Nullable Credentials credentials;
  private String baseUrl = BASE_URL;
  private boolean allowInsecureHttp;
  private @Nullable OkHttpClient httpClient;
  private @Nullable Duration connectTimeout;
  private @Nullable Duration readTimeout;
  private @Nullable String application;
  private CallOptions callOptions = CallOptions.defaults();
  private @Nullable RateLimiter rateLimiter;
  private final List<CallListener> listeners = new ArrayList<>();

  // Seams for tests.
  private @Nullable TimeSource time;
  private @Nullable CallExecutor executor;
  private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

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
   * @throws IllegalArgumentException if it can't be one
   */
  public ConfigCatManagementClientBuilder baseUrl(String url) {
    Objects.requireNonNull(url, "url is null: give one, or leave it out for " + BASE_URL);
    Origin.of(url, true); // Whether http is allowed may be said later.
    this.baseUrl = url;
    return this;
  }

  /**
   * Sets where the service is; {@code https://api.configcat.com} if not set.
   *
   * @param url for dedicated hosting or a test; https, or http on this machine; a path is put
   *     before the API's paths
   * @return this builder
   * @throws IllegalArgumentException if it can't be one
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
   * <p>It is neither changed nor closed. Its redirects, silent retries, authenticator and cache are
   * not taken over.
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
   * Sets how calls may go about getting their answers: deadline, attempts, repeated writes.
   *
   * @param options {@link CallOptions#defaults()} if not set
   * @return this builder
   */
  public ConfigCatManagementClientBuilder callOptions(CallOptions options) {
    this.callOptions =
        Objects.requireNonNull(options, "options is null: give some, or leave them out");
    return this;
  }

  /**
   * Sets who says when requests may be sent; if not set, a {@linkplain RateLimiter#slidingWindow
   * sliding window} with {@linkplain RateLimit#ofTheService() the service's limits} that belongs to
   * this client.
   *
   * @param limiter one that clients with the same credentials share, say, or {@link
   *     RateLimiter#unlimited()}
   * @return this builder
   */
  public ConfigCatManagementClientBuilder rateLimiter(RateLimiter limiter) {
    this.rateLimiter =
        Objects.requireNonNull(limiter, "limiter is null: give one, or leave it out");
    return this;
  }

  /**
   * Adds one who is told what becomes of calls.
   *
   * @param listener safe for use by several threads
   * @return this builder
   */
  public ConfigCatManagementClientBuilder listener(CallListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener is null: give one, or leave it out"));
    return this;
  }

  /** Replaces time, threads and chance. */
  ConfigCatManagementClientBuilder testHooks(
      TimeSource time, CallExecutor executor, DoubleSupplier random) {
    this.time = time;
    this.executor = executor;
    this.random = random;
    return this;
  }

  /**
   * Makes the client. Nothing is sent.
   *
   * @return a new client, to be closed
   * @throws IllegalStateException if there are no credentials
   * @throws IllegalArgumentException if the base URL would send secrets unprotected
   */
  public ConfigCatManagementClient build() {
    if (credentials == null) {
      throw new IllegalStateException(
          "There are no credentials: set them with credentials(user, password)");
    }
    Origin origin = Origin.of(baseUrl, allowInsecureHttp);
    boolean own = httpClient == null;
    HttpSettings http =
        new HttpSettings(
            httpClient,
            own && connectTimeout == null ? CONNECT_TIMEOUT : connectTimeout,
            own && readTimeout == null ? READ_TIMEOUT : readTimeout,
            application);
    return new ConfigCatManagementClient(
        new Transport(origin, credentials, http, dispatcher(credentials)), callOptions);
  }

  private CallDispatcher dispatcher(Credentials credentials) {
    TimeSource clock = time != null ? time : new SystemTime();
    return new CallDispatcher(
        clock,
        executor != null ? executor : new CallThreadPool(MAX_RUNNING),
        random,
        rateLimiter != null
            ? rateLimiter
            : RateLimiter.slidingWindow(RateLimit.ofTheService(), clock::nanoTime),
        new ErrorDecoder(new SecretMask(credentials), clock),
        CallListeners.of(listeners));
  }

  private static Duration positive(Duration timeout) {
    Objects.requireNonNull(timeout, "timeout is null: give one, or leave it out");
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("The timeout " + timeout + " is not more than zero");
    }
    return timeout;
  }
}
