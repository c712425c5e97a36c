package com.configcat.management.micrometer;

import com.configcat.management.listener.AttemptEnded;
import com.configcat.management.listener.AttemptStarted;
import com.configcat.management.listener.CallEnded;
import com.configcat.management.listener.CallInfo;
import com.configcat.management.listener.CallListener;
import com.configcat.management.listener.CallStarted;
import com.configcat.management.listener.RetryReason;
import com.configcat.management.listener.RetryScheduled;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Observes calls and their attempts: gives timers, and spans where a tracer handles observations.
 *
 * <p>The observation of a call, {@code configcat.management.call}, starts on the caller's thread,
 * for enqueued calls as well: its parent is what is current there. Each attempt is a child of it,
 * {@code configcat.management.attempt}, and current on the thread that sends the request, so that
 * what an instrumented OkHttp client observes belongs to it. {@link CallObservationDocumentation}
 * documents the keys; none has a parameter of the call. It can be given to several clients.
 */
public final class CallObservationListener implements CallListener {
  private static final CallObservationConvention CALLS = new CallObservationConvention() {};
  private static final AttemptObservationConvention ATTEMPTS =
      new AttemptObservationConvention() {};

  private final ObservationRegistry registry;
  private final @Nullable CallObservationConvention callConvention;
  private final @Nullable AttemptObservationConvention attemptConvention;
  // By identity: the ids of two clients are the same.
  private final Map<CallInfo, ObservedCall> running =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /**
   * Creates a listener with the conventions of the registry, or else the default ones.
   *
   * @param registry the registry whose handlers make meters or spans
   */
  public CallObservationListener(ObservationRegistry registry) {
    this(registry, null, null);
  }

  /**
   * Creates a listener with conventions of your own.
   *
   * @param registry the registry whose handlers make meters or spans
   * @param callConvention names calls; null for that of the registry, or else the default one
   * @param attemptConvention names attempts; null for that of the registry, or else the default one
   */
  public CallObservationListener(
      ObservationRegistry registry,
      @Nullable CallObservationConvention callConvention,
      @Nullable AttemptObservationConvention attemptConvention) {
    this.registry = Objects.requireNonNull(registry, "registry is null: give one");
    this.callConvention = callConvention;
    this.attemptConvention = attemptConvention;
  }

  @Override
  public void callStarted(CallStarted event) {
    CallObservationContext context = new CallObservationContext(event.call().operation());
    Observation observation =
        CallObservationDocumentation.CALL.observation(
            callConvention, CALLS, () -> context, registry);
    running.put(event.call(), new ObservedCall(context, observation));
    observation.start();
  }

  @Override
  public void attemptStarted(AttemptStarted event) {
    ObservedCall call = running.get(event.call());
    if (call == null) {
      return;
    }
    AttemptObservationContext context =
        new AttemptObservationContext(
            event.call().operation(), event.attempt(), event.waited(), call.retryReason);
    Observation observation =
        CallObservationDocumentation.ATTEMPT
            .observation(attemptConvention, ATTEMPTS, () -> context, registry)
            .parentObservation(call.observation)
            .start();
    call.attempt = new ObservedAttempt(context, observation, observation.openScope());
  }

  @Override
  public void attemptEnded(AttemptEnded event) {
    ObservedCall call = running.get(event.call());
    if (call != null) {
      call.endAttempt(event.statusCode());
    }
  }

  @Override
  public void retryScheduled(RetryScheduled event) {
    ObservedCall call = running.get(event.call());
    if (call != null) {
      call.retryReason = event.reason();
    }
  }

  @Override
  public void callEnded(CallEnded event) {
    ObservedCall call = running.remove(event.call());
    if (call == null) {
      return;
    }
    call.endAttempt(null); // There is one only if an Error ended it.
    call.context.ended(event.statusCode(), event.attempts());
    if (event.failure() != null) {
      call.observation.error(event.failure());
    }
    call.observation.stop();
  }

  /** Its events follow one another, on different threads perhaps. */
  private static final class ObservedCall {
    final CallObservationContext context;
    final Observation observation;
    volatile @Nullable ObservedAttempt attempt;
    volatile @Nullable RetryReason retryReason;

    ObservedCall(CallObservationContext context, Observation observation) {
      this.context = context;
      this.observation = observation;
    }

    void endAttempt(@Nullable Integer statusCode) {
      ObservedAttempt ending = attempt;
      if (ending != null) {
        attempt = null;
        ending.scope.close();
        ending.context.ended(statusCode);
        ending.observation.stop();
      }
    }
  }

  private record ObservedAttempt(
      AttemptObservationContext context, Observation observation, Observation.Scope scope) {}
}
