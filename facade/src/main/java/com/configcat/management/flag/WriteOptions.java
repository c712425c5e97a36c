package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Options of a write to a flag's value: the audit-log reason and whether approval is bypassed.
 * Immutable.
 *
 * <p>{@code WriteOptions.because("Ticket 42")}
 */
public final class WriteOptions {
  private static final WriteOptions NONE = new WriteOptions(null, false);

  private final @Nullable String reason;
  private final boolean bypassApproval;

  private WriteOptions(@Nullable String reason, boolean bypassApproval) {
    this.reason = reason;
    this.bypassApproval = bypassApproval;
  }

  /**
   * Returns the default options.
   *
   * @return no reason, and approval is not bypassed
   */
  public static WriteOptions none() {
    return NONE;
  }

  /**
   * Creates options with a reason, which is recorded in the audit log. The service requires one if
   * the Product or the Environment does.
   *
   * @param reason not blank; may have several lines
   * @return options with this reason
   * @throws IllegalArgumentException if the reason is blank
   */
  public static WriteOptions because(String reason) {
    return new WriteOptions(
        Preconditions.lines(reason, "reason", "give one, or use WriteOptions.none()"), false);
  }

  /**
   * Bypasses approval: publishes immediately even if the Environment requires approval. The
   * credentials must be permitted to do so. Only for V2 Configs: V1 Configs have no approval flow,
   * and writes to them throw an {@link IllegalArgumentException}.
   *
   * @return a copy that bypasses approval
   */
  public WriteOptions bypassingApproval() {
    return new WriteOptions(reason, true);
  }

  /**
   * Returns the audit-log reason.
   *
   * @return empty if there is none
   */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * Returns whether approval is bypassed.
   *
   * @return false by default
   */
  public boolean bypassApproval() {
    return bypassApproval;
  }

  @Override
  public String toString() {
    return "WriteOptions[reason=" + reason + ", bypassApproval=" + bypassApproval + "]";
  }
}
