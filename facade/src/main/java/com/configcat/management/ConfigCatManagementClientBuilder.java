package com.configcat.management;

import com.configcat.management.core.CallOptions;
import com.configcat.management.internal.call.CallDispatcher;
import com.configcat.management.internal.call.CallExecutor;
import com.configcat.management.internal.call.CallListeners;
import com.configcat.management.internal.call.CallThreadPool;
import com.configcat.management.internal.call.SystemTime;
import com.configcat.management.internal.call.TimeSource;
import com.configcat.management.internal.client.Transport;
import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.http.CredentialsSource;
import com.configcat.management.internal.http.HttpSettings;
import com.configcat.management.internal.http.Origin;
import com.configcat.management.internal.retry.RetryBudget;
import com.configcat.management.listener.CallListener;
import com.configcat.management.ratelimit.RateLimit;
import com.configcat.management.ratelimit.RateLimiter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ConfigCatManagementClient}. Not thread-safe. */
public final class ConfigCatManagementClientBuilder {
  private static final String BASE_URL = "https://api.configcat.com";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
  private static final int MAX_RUNNING = 64;
  private static final int RETRY_BUDGET = 100;
  private static final long MAX_RESPONSE_BYTES = 64L * 1024 * 1024;

  private @Nullable CredentialsSource credentials;
  private @Nullable String baseUrl;
  private @Nullable ClientEnvironment environment;
  private boolean allowInsecureHttp;
  private @Nullable OkHttpClient httpClient;
  private @Nullable Duration connectTimeout;
  private @Nullable Duration readTimeout;
  private @Nullable String application;
  private long maxResponseBytes = MAX_RESPONSE_BYTES;
  private CallOptions callOptions = CallOptions.defaults();
  private @Nullable RateLimiter rateLimiter;
  private int retryBudget = RETRY_BUDGET;
  private final List<CallListener> listeners = new ArrayList<>();

  // Test hooks.
  private @Nullable TimeSource time;
  private @Nullable CallExecutor executor;
  private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

  ConfigCatManagementClientBuilder() {}

  /**
   * Sets the public API credentials, created on the Dashboard, for HTTP Basic (RFC 7617). Required.
   *
   * @param user the user name; must not contain {@code :}
   * @param password the password
   * @return this builder
   * @throws IllegalArgumentException if either is blank, contains a control character or an
   *     invisible one such as a byte order mark or no-break space, or has blanks or quotes around
   *     it; or if the user name contains {@code :}
   */
  public ConfigCatManagementClientBuilder credentials(String user, String password) {
    this.credentials = CredentialsSource.fixed(Credentials.of(user, password));
    return this;
  }

  /**
   * Sets a provider of the credentials, which is asked before each attempt, so that credentials can
   * be rotated without another client. It takes the place of {@link #credentials(String, String)}.
   *
   * @param provider a thread-safe provider
   * @return this builder
   */
  public ConfigCatManagementClientBuilder credentials(CredentialsProvider provider) {
    Objects.requireNonNull(provider, "provider is null: give one, or a user name and a password");
    this.credentials =
        CredentialsSource.provided(
            provider.getClass().getName(),
            () ->
                Objects.requireNonNull(provider.get(), "The credentials provider returned null")
                    .credentials());
    return this;
  }

  /**
   * Takes what is not set by this builder from environment variables: the credentials from {@code
   * CONFIGCAT_API_USER} and {@code CONFIGCAT_API_PASS}, the base URL from {@code
   * CONFIGCAT_BASE_URL} or {@code CONFIGCAT_API_HOST}, as {@link
   * ConfigCatManagementClient#fromEnvironment()} does. What is set here wins, whether before or
   * after this call; its variables are not looked at.
   *
   * @return this builder
   */
  public ConfigCatManagementClientBuilder fromEnvironment() {
    return fromEnvironment(System.getenv());
  }

  ConfigCatManagementClientBuilder fromEnvironment(Map<String, String> variables) {
    this.environment = new ClientEnvironment(variables);
    return this;
  }

  /**
   * Sets the base URL; {@code https://api.configcat.com} by default.
   *
   * @param url the URL of dedicated hosting or a test server: https, or http on this machine; a
   *     path is prepended to the API's paths
   * @return this builder
   * @throws IllegalArgumentException if it is not an http or https URL, or contains user info, a
   *     query or a fragment
   */
  public ConfigCatManagementClientBuilder baseUrl(String url) {
    Objects.requireNonNull(url, "url is null: give one, or leave it out for " + BASE_URL);
    Origin.of(url, true); // build() checks whether plain http is allowed.
    this.baseUrl = url;
    return this;
  }

  /**
   * Sets the base URL; {@code https://api.configcat.com} by default.
   *
   * @param url the URL of dedicated hosting or a test server: https, or http on this machine; a
   *     path is prepended to the API's paths
   * @return this builder
   * @throws IllegalArgumentException if it is not an http or https URL, or contains user info, a
   *     query or a fragment
   */
  public ConfigCatManagementClientBuilder baseUrl(URI url) {
    return baseUrl(
        Objects.requireNonNull(url, "url is null: give one, or leave it out for " + BASE_URL)
            .toString());
  }

  /**
   * Allows plain http to other machines, where anyone on the network path can read the credentials.
   *
   * @return this builder
   */
  public ConfigCatManagementClientBuilder allowInsecureHttp() {
    this.allowInsecureHttp = true;
    return this;
  }

  /**
   * Sets an OkHttp client to derive the HTTP client from: its proxy, TLS settings, connection pool,
   * interceptors and timeouts apply.
   *
   * <p>It is neither modified nor closed. Its redirects, connection-failure retries, authenticator
   * and cache are not used. Neither its interceptors nor its network interceptors see the
   * credentials or an SDK key. Unchecked exceptions of its interceptors, event listener and the
   * like are thrown by the call as they are.
   *
   * @param client the client to derive from; a new one if not set
   * @return this builder
   */
  public ConfigCatManagementClientBuilder httpClient(OkHttpClient client) {
    this.httpClient = Objects.requireNonNull(client, "client is null: give one, or leave it out");
    return this;
  }

  /**
   * Sets the connect timeout; by default 10 seconds, or that of the client passed to {@link
   * #httpClient}.
   *
   * @param timeout greater than zero
   * @return this builder
   * @throws IllegalArgumentException if it is zero or negative
   */
  public ConfigCatManagementClientBuilder connectTimeout(Duration timeout) {
    this.connectTimeout = positive(timeout);
    return this;
  }

  /**
   * Sets the read timeout, the longest wait for the next bytes of a response; by default 30
   * seconds, or that of the client passed to {@link #httpClient}.
   *
   * @param timeout greater than zero
   * @return this builder
   * @throws IllegalArgumentException if it is zero or negative
   */
  public ConfigCatManagementClientBuilder readTimeout(Duration timeout) {
    this.readTimeout = positive(timeout);
    return this;
  }

  /**
   * Adds your application's name to the {@code User-Agent} header, after the client's own.
   *
   * @param name the name, such as {@code nightly-tests/1.2}; printable ASCII, not blank
   * @return this builder
   * @throws IllegalArgumentException if it is blank or not printable ASCII
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
   * Sets the longest response body that is read, in bytes after decompression; 64 MiB by default. A
   * longer one fails the call with a {@link com.configcat.management.error.DecodingException}; of
   * the body of an error the first 64 KiB are kept.
   *
   * @param bytes at least 1
   * @return this builder
   * @throws IllegalArgumentException if it is less than 1
   */
  public ConfigCatManagementClientBuilder maxResponseBytes(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException(
          "The limit of " + bytes + " bytes is less than 1: give more, or leave it out for 64 MiB");
    }
    this.maxResponseBytes = bytes;
    return this;
  }

  /**
   * Sets the default call options: deadline, attempts and write retries.
   *
   * @param options the options; {@link CallOptions#defaults()} if not set
   * @return this builder
   */
  public ConfigCatManagementClientBuilder callOptions(CallOptions options) {
    this.callOptions =
        Objects.requireNonNull(options, "options is null: give some, or leave them out");
    return this;
  }

  /**
   * Sets the rate limiter; by default a {@linkplain RateLimiter#slidingWindow sliding window} with
   * {@linkplain RateLimit#ofTheService() the service's limits} that only this client uses.
   *
   * @param limiter the limiter, for example one shared by clients with the same credentials, or
   *     {@link RateLimiter#unlimited()}
   * @return this builder
   */
  public ConfigCatManagementClientBuilder rateLimiter(RateLimiter limiter) {
    this.rateLimiter =
        Objects.requireNonNull(limiter, "limiter is null: give one, or leave it out");
    return this;
  }

  /**
   * Sets how many retries all calls of the client together may make while the service fails, so
   * that it is not asked several times as often when it is overloaded; 100 by default.
   *
   * <p>Each retry takes one from the budget. One that is answered without a fault puts it back, and
   * a call that succeeds at once puts back a fifth of one, up to the whole. When the budget is used
   * up, calls fail with what their last attempt brought, and the message says so. Retries after a
   * 429, or with other credentials after a 401, are free.
   *
   * @param retries at least 1
   * @return this builder
   * @throws IllegalArgumentException if it is less than 1
   */
  public ConfigCatManagementClientBuilder retryBudget(int retries) {
    if (retries < 1) {
      throw new IllegalArgumentException(
          "The retry budget is "
              + retries
              + ": give at least 1; for no retries, set maxAttempts(1) of the call options");
    }
    this.retryBudget = retries;
    return this;
  }

  /**
   * Adds a listener for call events.
   *
   * @param listener a thread-safe listener
   * @return this builder
   */
  public ConfigCatManagementClientBuilder listener(CallListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener is null: give one, or leave it out"));
    return this;
  }

  /** Replaces the clock, threads and randomness. */
  ConfigCatManagementClientBuilder testHooks(
      TimeSource time, CallExecutor executor, DoubleSupplier random) {
    this.time = time;
    this.executor = executor;
    this.random = random;
    return this;
  }

  /**
   * Builds the client. Sends nothing.
   *
   * @return a new client; close it when done
   * @throws IllegalStateException if no credentials were set; with {@link #fromEnvironment()}, if a
   *     variable that is needed is missing or invalid, which the message names
   * @throws IllegalArgumentException if the base URL would send the credentials over plain http to
   *     another machine, without {@link #allowInsecureHttp()}
   */
  public ConfigCatManagementClient build() {
    CredentialsSource source = source();
    Origin origin = origin();
    boolean own = httpClient == null;
    HttpSettings http =
        new HttpSettings(
            httpClient,
            own && connectTimeout == null ? CONNECT_TIMEOUT : connectTimeout,
            own && readTimeout == null ? READ_TIMEOUT : readTimeout,
            application,
            maxResponseBytes);
    return new ConfigCatManagementClient(
        new Transport(origin, source, http, dispatcher(source)), callOptions);
  }

  private CredentialsSource source() {
    if (credentials != null) {
      return credentials;
    }
    if (environment != null) {
      return CredentialsSource.fixed(environment.credentials());
    }
    throw new IllegalStateException(
        "There are no credentials: set them with credentials(user, password), or use"
            + " fromEnvironment()");
  }

  private Origin origin() {
    if (baseUrl != null) {
      return Origin.of(baseUrl, allowInsecureHttp);
    }
    Optional<Origin> set =
        environment == null ? Optional.empty() : environment.origin(allowInsecureHttp);
    return set.orElseGet(() -> Origin.of(BASE_URL, false));
  }

  private CallDispatcher dispatcher(CredentialsSource credentials) {
    TimeSource clock = time != null ? time : new SystemTime();
    return new CallDispatcher(
        clock,
        executor != null ? executor : new CallThreadPool(MAX_RUNNING),
        random,
        rateLimiter != null
            ? rateLimiter
            : RateLimiter.slidingWindow(RateLimit.ofTheService(), clock::nanoTime),
        new RetryBudget(retryBudget),
        credentials.fixed(),
        CallListeners.withLog(listeners));
  }

  private static Duration positive(Duration timeout) {
    Objects.requireNonNull(timeout, "timeout is null: give one, or leave it out");
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "The timeout " + timeout + " is not positive: give one such as PT10S");
    }
    return timeout;
  }
}
