package com.configcat.management.internal.client;

import com.configcat.management.core.CallOptions;
import com.configcat.management.internal.call.BlockingCallRunner;
import com.configcat.management.internal.flag.EvaluationVersionCache;
import com.configcat.management.operations.CallRunner;
import java.util.function.BiFunction;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Gives resources the calls they send and what runs them, without the client that they are of. */
public final class ResourceContext {
  private final Transport transport;
  private final CallOptions options;
  private final Retrofit retrofit;
  private final CallRunner runner = new BlockingCallRunner();
  private final EvaluationVersionCache evaluationVersions;

  public ResourceContext(
      Transport transport, CallOptions options, EvaluationVersionCache evaluationVersions) {
    this.transport = transport;
    this.options = options;
    this.evaluationVersions = evaluationVersions;
    this.retrofit = transport.retrofit(options);
  }

  /** Implements a Retrofit interface. */
  public <A> A api(Class<A> type) {
    return retrofit.create(type);
  }

  /** Implements a Retrofit interface whose calls are never retried on their own. */
  public <A> A apiWithoutRetries(Class<A> type) {
    return transport.retrofit(options.maxAttempts(1).retryWrites(false)).create(type);
  }

  /** Implements a Retrofit interface whose answers are read by a converter of their own. */
  public <A> A api(Class<A> type, Converter.Factory answers) {
    Retrofit.Builder builder = retrofit.newBuilder();
    builder.converterFactories().add(0, answers);
    return builder.build().create(type);
  }

  /** Makes generated operations. */
  public <A, O> O operations(Class<A> api, BiFunction<A, CallRunner, O> constructor) {
    return constructor.apply(api(api), runner);
  }

  public CallRunner runner() {
    return runner;
  }

  public Retrofit retrofit() {
    return retrofit;
  }

  /** Returns what is known of Configs, whatever options the calls have that found it out. */
  public EvaluationVersionCache evaluationVersions() {
    return evaluationVersions;
  }
}
