package com.configcat.management.internal.client;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.codec.WireFormat;
import com.configcat.management.core.CallOptions;
import com.configcat.management.internal.call.CallDispatcher;
import com.configcat.management.internal.call.ManagedCallAdapterFactory;
import com.configcat.management.internal.http.Attempt;
import com.configcat.management.internal.http.AuthenticationInterceptor;
import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.http.DecodingConverterFactory;
import com.configcat.management.internal.http.ErrorBodyInterceptor;
import com.configcat.management.internal.http.HeaderValueFactory;
import com.configcat.management.internal.http.HttpSettings;
import com.configcat.management.internal.http.MarkSentInterceptor;
import com.configcat.management.internal.http.Origin;
import com.configcat.management.internal.http.StripZeroRetryAfterInterceptor;
import com.configcat.management.internal.http.UserAgentInterceptor;
import com.google.gson.Gson;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Invocation;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/** The whole way from a generated interface to the network, and what of it the client owns. */
public final class Transport implements AutoCloseable {
  private final CallDispatcher dispatcher;
  private final OkHttpClient http;
  private final boolean ownsConnections;
  private final Retrofit retrofit;

  /**
   * Builds the way.
   *
   * @param origin where the service is
   * @param credentials what it is told
   * @param settings how HTTP is spoken
   * @param dispatcher what all calls share; closed with this
   */
  public Transport(
      Origin origin, Credentials credentials, HttpSettings settings, CallDispatcher dispatcher) {
    this.dispatcher = dispatcher;
    this.ownsConnections = settings.users() == null;
    this.http = http(origin, credentials, settings);
    Gson gson = ManagementGson.create();
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(origin.baseUrl())
            // Parameters on their way out, then answers on their way in, then bodies on their way
            // out.
            .addConverterFactory(new HeaderValueFactory())
            .addConverterFactory(WireFormat.create())
            .addConverterFactory(new DecodingConverterFactory(gson))
            .addConverterFactory(GsonConverterFactory.create(gson))
            .callFactory(this::newCall)
            .build();
  }

  private static OkHttpClient http(Origin origin, Credentials credentials, HttpSettings settings) {
    OkHttpClient.Builder builder =
        settings.users() == null ? new OkHttpClient.Builder() : settings.users().newBuilder();
    if (settings.connectTimeout() != null) {
      builder.connectTimeout(settings.connectTimeout());
    }
    if (settings.readTimeout() != null) {
      builder.readTimeout(settings.readTimeout());
    }
    return builder
        // Our own, which knows only our calls. None is queued there: each runs on the thread that
        // the dispatcher gave it.
        .dispatcher(new Dispatcher())
        // Secrets go to one origin; a redirect is an error that names its target.
        .followRedirects(false)
        .followSslRedirects(false)
        // Whether an attempt is repeated is decided in one place, and not here.
        .retryOnConnectionFailure(false)
        // A user's would answer a 401 with another request, for which there is no permit.
        .authenticator(Authenticator.NONE)
        // It knows no SDK key: it would give the value of one Environment for that of another. And
        // what is read before it is written has to be what is there.
        .cache(null)
        .addInterceptor(new UserAgentInterceptor(settings.application()))
        .addInterceptor(new ErrorBodyInterceptor())
        // Last of these, so that nothing that logs sees the credentials.
        .addInterceptor(new AuthenticationInterceptor(origin, credentials))
        .addNetworkInterceptor(new StripZeroRetryAfterInterceptor())
        .addNetworkInterceptor(new MarkSentInterceptor())
        .build();
  }

  private Call newCall(Request request) {
    dispatcher.checkOpen();
    String sdkKey = request.header(Attempt.SDK_KEY_HEADER);
    Request.Builder attempt = request.newBuilder().tag(Attempt.class, new Attempt(sdkKey));
    if (sdkKey != null) {
      // Added again with the credentials, so that nothing that logs sees it. Retrofit's tag shows
      // the arguments of the method, and this is one of them.
      attempt.removeHeader(Attempt.SDK_KEY_HEADER).tag(Invocation.class, null);
    }
    return http.newCall(attempt.build());
  }

  /**
   * Returns what makes implementations of generated interfaces.
   *
   * @param options how their calls may go about getting their answers
   * @return attempts and how a call ends, and below them what is done for each attempt
   */
  public Retrofit retrofit(CallOptions options) {
    return retrofit
        .newBuilder()
        .addCallAdapterFactory(new ManagedCallAdapterFactory(dispatcher, options))
        .build();
  }

  /** Ends all calls and lets go of what is ours; a user's HTTP client stays as it is. */
  @Override
  public void close() {
    dispatcher.close();
    http.dispatcher().cancelAll();
    if (ownsConnections) {
      http.connectionPool().evictAll();
    }
  }
}
