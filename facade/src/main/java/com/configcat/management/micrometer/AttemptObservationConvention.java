package com.configcat.management.micrometer;

import com.configcat.management.micrometer.CallObservationDocumentation.AttemptHighCardinalityKeys;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names an observed attempt and its key values, by default as {@link
 * CallObservationDocumentation#ATTEMPT} documents them. Implement it to change or to add some, and
 * give it to {@link CallObservationListener} or to the observation registry.
 */
public interface AttemptObservationConvention
    extends ObservationConvention<AttemptObservationContext> {
  @Override
  default boolean supportsContext(Observation.Context context) {
    return context instanceof AttemptObservationContext;
  }

  @Override
  default String getName() {
    return "configcat.management.attempt";
  }

  /** Returns the method, as in {@code http get}. */
  @Override
  default @Nullable String getContextualName(AttemptObservationContext context) {
    return "http " + context.operation().method().toLowerCase(Locale.ROOT);
  }

  @Override
  default KeyValues getLowCardinalityKeyValues(AttemptObservationContext context) {
    return OperationKeys.keyValues(context.operation(), context.statusCode());
  }

  @Override
  default KeyValues getHighCardinalityKeyValues(AttemptObservationContext context) {
    return KeyValues.of(
        AttemptHighCardinalityKeys.ATTEMPT.withValue(Integer.toString(context.attempt())),
        AttemptHighCardinalityKeys.WAITED.withValue(context.waited().toMillis() + " ms"),
        AttemptHighCardinalityKeys.RETRY_REASON.withValue(
            context.retryReason() == null ? "none" : context.retryReason().name()));
  }
}
