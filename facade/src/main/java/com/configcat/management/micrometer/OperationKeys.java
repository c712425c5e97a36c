package com.configcat.management.micrometer;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.client.OperationTemplates;
import com.configcat.management.micrometer.CallObservationDocumentation.LowCardinalityKeys;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/** Values of keys, of which there are few whatever is called. */
final class OperationKeys {
  private OperationKeys() {}

  /** Returns the path template; one value for all that are not the API's. */
  static String uri(Operation operation) {
    return OperationTemplates.isKnown(operation) ? operation.path() : "UNKNOWN";
  }

  /** Returns what calls and attempts have in common. */
  static KeyValues keyValues(Operation operation, @Nullable Integer statusCode) {
    return KeyValues.of(
        LowCardinalityKeys.METHOD.withValue(operation.method()),
        LowCardinalityKeys.URI.withValue(uri(operation)),
        LowCardinalityKeys.STATUS.withValue(status(statusCode)),
        LowCardinalityKeys.OUTCOME.withValue(outcome(statusCode)));
  }

  private static String status(@Nullable Integer statusCode) {
    return statusCode == null ? KeyValue.NONE_VALUE : statusCode.toString();
  }

  private static String outcome(@Nullable Integer statusCode) {
    if (statusCode == null) {
      return "UNKNOWN";
    }
    return switch (statusCode / 100) {
      case 1 -> "INFORMATIONAL";
      case 2 -> "SUCCESS";
      case 3 -> "REDIRECTION";
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> "UNKNOWN";
    };
  }

  static String exception(@Nullable Throwable error) {
    return error == null ? KeyValue.NONE_VALUE : error.getClass().getSimpleName();
  }
}
