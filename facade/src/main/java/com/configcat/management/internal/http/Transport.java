package com.configcat.management.internal.http;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.codec.WireFormat;
import com.configcat.management.internal.call.GovernedCallAdapterFactory;
import com.configcat.management.internal.codec.DecodingConverterFactory;
import com.configcat.management.internal.error.ErrorDecoder;
import com.google.gson.Gson;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/** The whole way from a generated interface to the network, and what of it the client owns. */
public final class Transport implements AutoCloseable {
  private static final int MAX_REQUESTS = 64;

  private final AtomicBoolean closed = new AtomicBoolean();
  private final OkHttpClient http;
  private final boolean ownsConnections;
  private final Retrofit retrofit;

  /**
   * Builds the way.
   *
   * @param origin where the service is
   * @param credentials what it is told
   * @param users an HTTP client to derive ours from, which is never changed; null for one of our
   *     own
   * @param connectTimeout the longest time to connect; null for that of the user's client
   * @param readTimeout the longest time between two bytes; null for that of the user's client
   * @param application what follows our own name in the user agent
   * @param errors decodes what is no success
   */
  public Transport(
      Origin origin,
      Credentials credentials,
      @Nullable OkHttpClient users,
      @Nullable Duration connectTimeout,
      @Nullable Duration readTimeout,
      @Nullable String application,
      ErrorDecoder errors) {
    this.ownsConnections = users == null;
    this.http = http(origin, credentials, users, connectTimeout, readTimeout, application);
    Gson gson = ManagementGson.create();
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(origin.baseUrl())
            // Attempts, and how a call ends. Everything below runs once an attempt.
            .addCallAdapterFactory(new GovernedCallAdapterFactory(errors))
            // Parameters on their way out, then answers on their way in, then bodies on their way
            // out.
            .addConverterFactory(new HeaderValueFactory())
            .addConverterFactory(WireFormat.create())
            .addConverterFactory(new DecodingConverterFactory(gson))
            .addConverterFactory(GsonConverterFactory.create(gson))
            .callFactory(this::newCall)
            .build();
  }

  private static OkHttpClient http(
      Origin origin,
      Credentials credentials,
      @Nullable OkHttpClient users,
      @Nullable Duration connectTimeout,
      @Nullable Duration readTimeout,
      @Nullable String application) {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(MAX_REQUESTS);
    // Five a host, the default, would strangle calls that are allowed to go.
    dispatcher.setMaxRequestsPerHost(MAX_REQUESTS);
    OkHttpClient.Builder builder = users == null ? new OkHttpClient.Builder() : users.newBuilder();
    if (connectTimeout != null) {
      builder.connectTimeout(connectTimeout);
    }
    if (readTimeout != null) {
      builder.readTimeout(readTimeout);
    }
    return builder
        .dispatcher(dispatcher)
        // Secrets go to one origin; a redirect is an error that names its target.
        .followRedirects(false)
        .followSslRedirects(false)
        // Whether an attempt is repeated is decided in one place, and not here.
        .retryOnConnectionFailure(false)
        .addInterceptor(new UserAgentInterceptor(application))
        .addInterceptor(new ErrorBodyInterceptor())
        // Last of these, so that nothing that logs sees the credentials.
        .addInterceptor(new AuthenticationInterceptor(origin, credentials))
        .addNetworkInterceptor(new NoWaitInterceptor())
        .addNetworkInterceptor(new AttemptInterceptor())
        .build();
  }

  private Call newCall(Request request) {
    if (closed.get()) {
      throw new IllegalStateException("The client is closed: make another one");
    }
    return http.newCall(request.newBuilder().tag(Attempt.class, new Attempt()).build());
  }

  /**
   * Makes an implementation of a generated interface.
   *
   * @param <T> its type
   * @param api its class
   * @return the calls' source
   */
  public <T> T api(Class<T> api) {
    return retrofit.create(api);
  }

  /** Ends running calls and lets go of what is ours; a user's HTTP client stays as it is. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      http.dispatcher().cancelAll();
      http.dispatcher().executorService().shutdown();
      if (ownsConnections) {
        http.connectionPool().evictAll();
      }
    }
  }
}
