package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one flag of a {@link BulkPlan}.
 *
 * @param settingId the id of the flag
 * @param key the key of the flag; empty if the Config has no such flag
 * @param status the outcome
 * @param explanation one sentence, for people to read
 * @param cause the exception behind it; null if there is none
 */
public record BulkOutcome(
    int settingId,
    String key,
    BulkStatus status,
    String explanation,
    @Nullable RuntimeException cause) {
  /**
   * Creates an outcome.
   *
   * @param settingId the id of the flag
   * @param key the key of the flag; empty if the Config has no such flag
   * @param status the outcome
   * @param explanation one sentence, for people to read
   * @param cause the exception behind it; null if there is none
   */
  public BulkOutcome {
    Preconditions.value(key, "key", "give the flag's key");
    Preconditions.value(status, "status", "give the outcome of the flag");
    Preconditions.value(explanation, "explanation", "give a sentence");
  }

  /** Returns the key of the flag, its id, the status and the explanation. */
  @Override
  public String toString() {
    return (key.isEmpty() ? "" : key + " ") + "(" + settingId + ") " + status + ": " + explanation;
  }
}
