package com.configcat.management.micrometer;

import com.configcat.management.micrometer.CallObservationDocumentation.CallHighCardinalityKeys;
import com.configcat.management.micrometer.CallObservationDocumentation.CallLowCardinalityKeys;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import org.jspecify.annotations.Nullable;

/**
 * Names an observed call and its key values, by default as {@link
 * CallObservationDocumentation#CALL} documents them. Implement it to change or to add some, and
 * give it to {@link CallObservationListener} or to the observation registry.
 */
public interface CallObservationConvention extends ObservationConvention<CallObservationContext> {
  @Override
  default boolean supportsContext(Observation.Context context) {
    return context instanceof CallObservationContext;
  }

  @Override
  default String getName() {
    return "configcat.management.call";
  }

  /** Returns the method and path template, such as {@code GET /v1/products}. */
  @Override
  default @Nullable String getContextualName(CallObservationContext context) {
    return context.operation().method() + " " + OperationKeys.uri(context.operation());
  }

  @Override
  default KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
    return OperationKeys.keyValues(context.operation(), context.statusCode())
        .and(
            CallLowCardinalityKeys.EXCEPTION.withValue(
                OperationKeys.exception(context.getError())));
  }

  @Override
  default KeyValues getHighCardinalityKeyValues(CallObservationContext context) {
    return KeyValues.of(
        CallHighCardinalityKeys.ATTEMPTS.withValue(Integer.toString(context.attempts())));
  }
}
