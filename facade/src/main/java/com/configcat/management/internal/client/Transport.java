package com.configcat.management.internal.client;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.codec.WireFormat;
import com.configcat.management.core.CallOptions;
import com.configcat.management.internal.call.CallDispatcher;
import com.configcat.management.internal.call.CallObserver;
import com.configcat.management.internal.call.ManagedCallAdapterFactory;
import com.configcat.management.internal.http.Attempt;
import com.configcat.management.internal.http.CredentialsSource;
import com.configcat.management.internal.http.DecodingConverterFactory;
import com.configcat.management.internal.http.ExchangeInterceptor;
import com.configcat.management.internal.http.HeaderValueFactory;
import com.configcat.management.internal.http.HideStatusInterceptor;
import com.configcat.management.internal.http.HttpSettings;
import com.configcat.management.internal.http.Origin;
import com.configcat.management.internal.http.ProxyAuthenticator;
import com.configcat.management.internal.http.ResponseLimitInterceptor;
import com.configcat.management.internal.http.StaleConnections;
import com.configcat.management.internal.http.UserAgent;
import com.google.gson.Gson;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/**
 * Assembles the path of a call, from a Retrofit interface to the network and back:
 *
 * <ol>
 *   <li>{@link ManagedCallAdapterFactory} turns each Retrofit call into a {@code ManagedCall}: run
 *       on the caller's thread, or enqueued.
 *   <li>{@code CallExecution} drives its attempts until there is a result or the deadline has
 *       passed. For each attempt, {@code RequestQueue} grants a permit, {@code
 *       RetrofitAttemptSender} sends the request, and {@code RetryPolicy} decides what follows.
 *   <li>{@link #newCall} makes the OkHttp call of an attempt.
 *   <li>The interceptors of {@link #addInterceptors} see request and response, in their order
 *       there.
 *   <li>The converters in the constructor decode the body of a success; {@code ErrorDecoder} makes
 *       an exception of anything else, once the call has ended.
 * </ol>
 */
public final class Transport implements Call.Factory, AutoCloseable {
  private final CallDispatcher dispatcher;
  private final OkHttpClient http;
  private final boolean ownsConnections;
  private final String userAgent;

  /** Asked for each attempt; null if the credentials never change. */
  private final @Nullable CredentialsSource provider;

  private final Retrofit retrofit;

  /** Assembles it; the dispatcher is closed with this. */
  public Transport(
      Origin origin,
      CredentialsSource credentials,
      HttpSettings settings,
      CallDispatcher dispatcher) {
    this.dispatcher = dispatcher;
    this.provider = credentials.fixed() == null ? credentials : null;
    this.ownsConnections = settings.users() == null;
    this.userAgent = UserAgent.of(settings.application());
    this.http = http(origin, credentials, settings);
    Gson gson = ManagementGson.create();
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(origin.baseUrl())
            // For parameters, then response bodies, then request bodies. The first that takes a
            // type wins.
            .addConverterFactory(new HeaderValueFactory())
            .addConverterFactory(WireFormat.create())
            .addConverterFactory(new DecodingConverterFactory(gson))
            .addConverterFactory(GsonConverterFactory.create(gson))
            .callFactory(this)
            .build();
  }

  private static OkHttpClient http(
      Origin origin, CredentialsSource credentials, HttpSettings settings) {
    OkHttpClient.Builder builder =
        settings.users() == null ? ownBuilder() : settings.users().newBuilder();
    if (settings.connectTimeout() != null) {
      builder.connectTimeout(settings.connectTimeout());
    }
    if (settings.readTimeout() != null) {
      builder.readTimeout(settings.readTimeout());
    }
    addInterceptors(builder, origin, credentials, settings.maxResponseBytes());
    builder.socketFactory(StaleConnections.socketFactory(settings.users()));
    return builder
        // Only for cancelAll(): calls execute on the thread that the call dispatcher gives them.
        .dispatcher(new Dispatcher())
        // Credentials go to one origin; a redirect is an error that names its target.
        .followRedirects(false)
        .followSslRedirects(false)
        // The retry policy alone decides.
        .retryOnConnectionFailure(false)
        // A user's would answer a 401 by another request, without a permit.
        .authenticator(Authenticator.NONE)
        .proxyAuthenticator(new ProxyAuthenticator(proxyAuthenticator(settings)))
        // Its keys lack the SDK key, so that Environments would get each other's values. And
        // conditional writes need to read what is there.
        .cache(null)
        .build();
  }

  /**
   * Adds the interceptors of the client around those of a user. Each one in OkHttp's own chain
   * costs a copy of that: where none of a user's stands between two, the first calls the second.
   */
  private static void addInterceptors(
      OkHttpClient.Builder builder, Origin origin, CredentialsSource credentials, long maxBytes) {
    StaleConnections stale = new StaleConnections();
    if (!builder.interceptors().isEmpty()) {
      // A user's may unpack bodies, or read them whole.
      builder.interceptors().add(0, new ResponseLimitInterceptor(maxBytes, Transport::proceed));
    }
    builder.addInterceptor(new ResponseLimitInterceptor(maxBytes, stale));
    // A stale connection is refused after a user's network interceptors, which take time, and
    // before the request counts as sent. The exchange is last, so that no interceptor of a user
    // sees the credentials.
    Interceptor exchange = stale.refusing(new ExchangeInterceptor(origin, credentials));
    if (builder.networkInterceptors().isEmpty()) {
      builder.addNetworkInterceptor(new HideStatusInterceptor(exchange));
    } else {
      // Before a user's, which see the status.
      builder.networkInterceptors().add(0, new HideStatusInterceptor(Transport::proceed));
      builder.addNetworkInterceptor(exchange);
    }
  }

  private static Response proceed(Interceptor.Chain chain) throws IOException {
    return chain.proceed(chain.request());
  }

  private static Authenticator proxyAuthenticator(HttpSettings settings) {
    return settings.users() == null ? Authenticator.NONE : settings.users().proxyAuthenticator();
  }

  private static OkHttpClient.Builder ownBuilder() {
    // Idles for less than any server in use keeps a connection: Node's five seconds are the fewest.
    return new OkHttpClient.Builder().connectionPool(new ConnectionPool(5, 2, TimeUnit.SECONDS));
  }

  /** Makes the OkHttp call of an attempt. */
  @Override
  public Call newCall(Request request) {
    dispatcher.checkOpen();
    String sdkKey = request.header(Attempt.SDK_KEY_HEADER);
    Request.Builder attempt =
        request
            .newBuilder()
            .header("User-Agent", userAgent)
            .tag(Attempt.class, new Attempt(sdkKey, provider));
    if (request.header("Accept") == null) {
      // Else the service may choose JSON+HAL, which hal() asks for.
      attempt.header("Accept", "application/json");
    }
    if (sdkKey != null) {
      // Added again with the credentials, out of sight of a user's interceptors. Retrofit's tag has
      // the method's arguments, of which the key is one.
      attempt.removeHeader(Attempt.SDK_KEY_HEADER).tag(Invocation.class, null);
    }
    return http.newCall(attempt.build());
  }

  /** Returns a Retrofit whose calls have the given options, and the given observer, if any. */
  public Retrofit retrofit(CallOptions options, @Nullable CallObserver observer) {
    return retrofit
        .newBuilder()
        .addCallAdapterFactory(new ManagedCallAdapterFactory(dispatcher, options, observer))
        .build();
  }

  public CallDispatcher dispatcher() {
    return dispatcher;
  }

  /** Ends all calls, and evicts the connections unless they are those of a user's HTTP client. */
  @Override
  public void close() {
    dispatcher.close();
    http.dispatcher().cancelAll();
    if (ownsConnections) {
      http.connectionPool().evictAll();
    }
  }
}
