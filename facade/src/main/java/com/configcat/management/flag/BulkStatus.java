package com.configcat.management.flag;

/** Outcomes of one flag of a {@link BulkPlan}. */
public enum BulkStatus {
  /** The flag has its new value, written by this plan. */
  DONE,
  /** The flag has its new value without this plan: it already did, or somebody else wrote it. */
  UNCHANGED,
  /** Somebody else changed the flag in the meantime; their value is kept. */
  CONFLICT,
  /** The write was rejected or failed, and the value was not changed. */
  FAILED,
  /** The response was lost, and reading the values did not show whether the write was applied. */
  UNKNOWN,
  /** Nothing was sent for the flag: a failure or the progress listener ended the run first. */
  NOT_TRIED;

  /**
   * Returns whether the flag has its new value.
   *
   * @return true for {@link #DONE} and {@link #UNCHANGED}
   */
  public boolean isSettled() {
    return this == DONE || this == UNCHANGED;
  }
}
