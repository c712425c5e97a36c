package com.configcat.management.flag;

/**
 * Progress of a {@link BulkPlan}.
 *
 * @param settled the number of flags that have their new value
 * @param unsettled the number of flags that were tried and do not, or may not, have their new value
 * @param total the number of flags
 */
public record BulkProgress(int settled, int unsettled, int total) {
  /**
   * Returns the number of flags not tried yet.
   *
   * @return total minus settled and unsettled; 0 once every flag was tried
   */
  public int left() {
    return total - settled - unsettled;
  }
}
