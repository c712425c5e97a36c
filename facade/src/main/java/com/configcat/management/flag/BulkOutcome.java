package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one flag of a {@link BulkReplacement}.
 *
 * @param settingId the id of the flag
 * @param status the outcome
 * @param explanation one sentence, for people to read
 * @param cause the exception behind it; null if there is none
 */
public record BulkOutcome(
    int settingId, BulkStatus status, String explanation, @Nullable RuntimeException cause) {
  /**
   * Creates an outcome.
   *
   * @param settingId the id of the flag
   * @param status the outcome
   * @param explanation one sentence, for people to read
   * @param cause the exception behind it; null if there is none
   */
  public BulkOutcome {
    Preconditions.value(status, "status", "give the outcome of the flag");
    Preconditions.value(explanation, "explanation", "give a sentence");
  }

  /** Returns the id of the flag, its status and the explanation. */
  @Override
  public String toString() {
    return settingId + " " + status + ": " + explanation;
  }
}
