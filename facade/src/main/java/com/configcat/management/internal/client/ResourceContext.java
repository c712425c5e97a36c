package com.configcat.management.internal.client;

import com.configcat.management.api.Apis;
import com.configcat.management.core.CallOptions;
import com.configcat.management.internal.call.CallObserver;
import com.configcat.management.internal.call.ManagedCall;
import com.configcat.management.internal.flag.EvaluationVersionCache;
import com.configcat.management.internal.rest.TaskConverterFactory;
import com.configcat.management.operations.CallRunner;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** What resources need of the client: Retrofit interfaces, and the runner of their calls. */
public final class ResourceContext {
  private final Transport transport;
  private final CallOptions options;
  private final @Nullable CallObserver observer;
  private final Retrofit retrofit;
  private final boolean forTasks;
  private final CallRunner runner = ManagedCall::run;
  private final EvaluationVersionCache evaluationVersions;
  private @Nullable ResourceContext tasks;
  private @Nullable Retrofit withoutRetries;

  public ResourceContext(
      Transport transport,
      CallOptions options,
      @Nullable CallObserver observer,
      EvaluationVersionCache evaluationVersions) {
    this(transport, options, observer, evaluationVersions, false);
  }

  private ResourceContext(
      Transport transport,
      CallOptions options,
      @Nullable CallObserver observer,
      EvaluationVersionCache evaluationVersions,
      boolean forTasks) {
    this.transport = transport;
    this.options = options;
    this.observer = observer;
    this.evaluationVersions = evaluationVersions;
    this.forTasks = forTasks;
    this.retrofit = retrofit(options);
  }

  /** Returns a context whose calls refuse responses that lack what tasks need of them. */
  public synchronized ResourceContext forTasks() {
    if (tasks == null) {
      tasks = new ResourceContext(transport, options, observer, evaluationVersions, true);
    }
    return tasks;
  }

  private Retrofit retrofit(CallOptions options) {
    Retrofit plain = transport.retrofit(options, observer);
    return forTasks ? with(plain, new TaskConverterFactory()) : plain;
  }

  private static Retrofit with(Retrofit retrofit, Converter.Factory answers) {
    Retrofit.Builder builder = retrofit.newBuilder();
    builder.converterFactories().add(0, answers);
    return builder.build();
  }

  public <A> A api(Class<A> type) {
    return Apis.create(type, retrofit);
  }

  /** Implements a Retrofit interface whose calls are never retried. */
  public <A> A apiWithoutRetries(Class<A> type) {
    return Apis.create(type, withoutRetries());
  }

  private synchronized Retrofit withoutRetries() {
    if (withoutRetries == null) {
      withoutRetries = retrofit(options.maxAttempts(1).retryWrites(false));
    }
    return withoutRetries;
  }

  /** Implements a Retrofit interface with a converter of its own for response bodies. */
  public <A> A api(Class<A> type, Converter.Factory answers) {
    return with(retrofit, answers).create(type);
  }

  public <A, O> O operations(Class<A> api, BiFunction<A, CallRunner, O> constructor) {
    return constructor.apply(api(api), runner);
  }

  public CallRunner runner() {
    return runner;
  }

  public Retrofit retrofit() {
    return retrofit;
  }

  /** Returns the cache that all options of a client share. */
  public EvaluationVersionCache evaluationVersions() {
    return evaluationVersions;
  }
}
