package com.configcat.management.internal.flag;

import com.configcat.management.error.ApiException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.core.ResponseFacts;
import java.util.Map;

/** Creates exceptions for writes rejected because somebody else wrote first. */
final class Conflicts {
  private Conflicts() {}

  static ConfigCatException of(ConfigCatException refusal, boolean mayHaveBeenApplied) {
    if (!(refusal instanceof ApiException answered)) {
      return refusal;
    }
    String message =
        refusal.getMessage()
            + (mayHaveBeenApplied
                ? " (somebody else has written since; an earlier attempt may have been applied"
                    + " before that)"
                : " (somebody else has written since it was read)");
    return new ConflictException(
        message,
        new FailureContext(refusal.operation(), refusal.attempts(), mayHaveBeenApplied),
        new ErrorResponse(
            new ResponseFacts(
                answered.statusCode(),
                answered.headers(),
                answered.retryAfter().orElse(null),
                answered.quotaRemaining().orElse(null),
                answered.quotaReset().orElse(null)),
            answered.serverMessage().orElse(null),
            Map.of(),
            answered.rawBody()));
  }
}
