package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * What became of one flag of a {@link BulkReplacement}, and why.
 *
 * @param settingId the flag
 * @param status what became of it
 * @param explanation one sentence to read
 * @param cause the failure behind it; null if there is none
 */
public record BulkOutcome(
    int settingId, BulkStatus status, String explanation, @Nullable RuntimeException cause) {
  /**
   * Makes an outcome.
   *
   * @param settingId the flag
   * @param status what became of it
   * @param explanation one sentence to read
   * @param cause the failure behind it
   */
  public BulkOutcome {
    Preconditions.value(status, "status", "give what became of the flag");
    Preconditions.value(explanation, "explanation", "give a sentence");
  }

  /** Returns the flag, its status and the explanation. */
  @Override
  public String toString() {
    return settingId + " " + status + ": " + explanation;
  }
}
