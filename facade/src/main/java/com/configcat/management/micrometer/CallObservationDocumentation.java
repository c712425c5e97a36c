package com.configcat.management.micrometer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/** Documents what is observed, and the keys that say how it ended. */
public enum CallObservationDocumentation implements ObservationDocumentation {
  /** A call: from its start to its result, waits and retries included. */
  CALL,

  /** An attempt of a call: one request and its response. */
  ATTEMPT;

  @Override
  public Class<? extends ObservationConvention<? extends Observation.Context>>
      getDefaultConvention() {
    return this == CALL ? CallObservationConvention.class : AttemptObservationConvention.class;
  }

  @Override
  public KeyName[] getLowCardinalityKeyNames() {
    return this == CALL
        ? KeyName.merge(LowCardinalityKeys.values(), CallLowCardinalityKeys.values())
        : LowCardinalityKeys.values();
  }

  @Override
  public KeyName[] getHighCardinalityKeyNames() {
    return this == CALL ? CallHighCardinalityKeys.values() : AttemptHighCardinalityKeys.values();
  }

  /** Keys of calls and of attempts that have few values. */
  public enum LowCardinalityKeys implements KeyName {
    /** The HTTP method. */
    METHOD("method"),
    /** The path template, parameters in braces; {@code UNKNOWN} if it is not one of the API's. */
    URI("uri"),
    /** The HTTP status of the response; {@code none} without one. */
    STATUS("status"),
    /**
     * {@code SUCCESS}, {@code REDIRECTION}, {@code CLIENT_ERROR} or {@code SERVER_ERROR}, by the
     * status; {@code UNKNOWN} without a response.
     */
    OUTCOME("outcome");

    private final String key;

    LowCardinalityKeys(String key) {
      this.key = key;
    }

    @Override
    public String asString() {
      return key;
    }
  }

  /** A key of a call that has few values, beside {@link LowCardinalityKeys}. */
  public enum CallLowCardinalityKeys implements KeyName {
    /**
     * The simple class name of the exception that took the place of a response, such as {@code
     * DeadlineExceededException}; {@code none} if there is a response.
     */
    EXCEPTION("exception");

    private final String key;

    CallLowCardinalityKeys(String key) {
      this.key = key;
    }

    @Override
    public String asString() {
      return key;
    }
  }

  /** Keys of a call that only its span has. */
  public enum CallHighCardinalityKeys implements KeyName {
    /** The number of attempts; 0 if nothing was sent. */
    ATTEMPTS("attempts");

    private final String key;

    CallHighCardinalityKeys(String key) {
      this.key = key;
    }

    @Override
    public String asString() {
      return key;
    }
  }

  /** Keys of an attempt that only its span has. */
  public enum AttemptHighCardinalityKeys implements KeyName {
    /** The number of the attempt, 1 for the first. */
    ATTEMPT("attempt"),
    /** How long the call was queued for this attempt, as in {@code 250 ms}. */
    WAITED("waited"),
    /**
     * The {@linkplain com.configcat.management.listener.RetryReason reason} of a retry; {@code
     * none} for the first attempt.
     */
    RETRY_REASON("retry.reason");

    private final String key;

    AttemptHighCardinalityKeys(String key) {
      this.key = key;
    }

    @Override
    public String asString() {
      return key;
    }
  }
}
