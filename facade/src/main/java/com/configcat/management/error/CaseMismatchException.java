package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;

/**
 * Thrown when a resource cannot be created because an existing name or key differs from its own
 * only in letter case. Nothing was written.
 */
public final class CaseMismatchException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** The name or key of the resource to create. */
  private final String wanted;

  /** The name or key of the existing resource. */
  private final String existing;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param failure the context of the call that listed the resources
   * @param wanted the name or key of the resource to create
   * @param existing the name or key of the existing resource
   */
  public CaseMismatchException(
      String message, FailureContext failure, String wanted, String existing) {
    super(message, null, failure);
    this.wanted = wanted;
    this.existing = existing;
  }

  /**
   * Returns the name or key of the resource to create.
   *
   * @return the name or key as given
   */
  public String wanted() {
    return wanted;
  }

  /**
   * Returns the name or key of the existing resource.
   *
   * @return the name or key as the service spells it
   */
  public String existing() {
    return existing;
  }
}
