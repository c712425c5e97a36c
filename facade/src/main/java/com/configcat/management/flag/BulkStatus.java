package com.configcat.management.flag;

/** What became of one flag of a {@link BulkReplacement}. */
public enum BulkStatus {
  /** It serves what it was to serve, since this replacement wrote it. */
  DONE,
  /** It serves that without this replacement: as before, or since somebody else wrote the same. */
  UNCHANGED,
  /** Somebody else changed it meanwhile, so it was left as they made it. */
  CONFLICT,
  /** The write was refused or failed, and the value was not replaced. */
  FAILED,
  /** It was sent, no answer came, and reading the values did not tell whether it was applied. */
  UNKNOWN,
  /** Nothing was written for it: an earlier failure ended the run before it was its turn. */
  NOT_TRIED;

  /**
   * Says whether there is nothing left to do for the flag.
   *
   * @return true for {@link #DONE} and {@link #UNCHANGED}
   */
  public boolean isSettled() {
    return this == DONE || this == UNCHANGED;
  }
}
