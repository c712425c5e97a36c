package com.configcat.management.flag;

/**
 * How far a {@link BulkReplacement} has come.
 *
 * @param settled how many flags serve what they are to serve
 * @param unsettled how many were tried and do not, or may not
 * @param total how many there are in all
 */
public record BulkProgress(int settled, int unsettled, int total) {
  /**
   * Returns how many flags are to be tried yet.
   *
   * @return 0 at the end
   */
  public int left() {
    return total - settled - unsettled;
  }
}
