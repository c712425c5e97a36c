package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;

/**
 * Thrown by a write in a {@linkplain com.configcat.management.ConfigCatManagementClient#dryRun dry
 * run}, in place of sending it. Nothing has failed, and {@link #requestMayHaveBeenApplied()} is
 * false.
 */
public final class DryRunException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param failure the context of the call
   */
  public DryRunException(String message, FailureContext failure) {
    super(message, null, failure);
  }
}
