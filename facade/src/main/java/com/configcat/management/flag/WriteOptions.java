package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be said with a change of a flag's value beside the change. Immutable.
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
   * Returns options with nothing said.
   *
   * @return no reason, and approval is not bypassed
   */
  public static WriteOptions none() {
    return NONE;
  }

  /**
   * Gives a reason, which is kept in the audit log; the service requires one where the Product or
   * the Environment says so.
   *
   * @param reason why the value changes
   * @return options with this reason
   * @throws IllegalArgumentException if the reason is blank
   */
  public static WriteOptions because(String reason) {
    return new WriteOptions(
        Preconditions.lines(reason, "reason", "give one, or use WriteOptions.none()"), false);
  }

  /**
   * Publishes at once although the Environment requires approval. Only in V2 Configs, and for those
   * permitted to bypass it; V1 Configs have no approval flow and refuse it.
   *
   * @return options like these that bypass approval
   */
  public WriteOptions bypassingApproval() {
    return new WriteOptions(reason, true);
  }

  /**
   * Returns the reason.
   *
   * @return what was given, or nothing
   */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * Says whether approval is bypassed.
   *
   * @return false unless asked for
   */
  public boolean bypassApproval() {
    return bypassApproval;
  }

  @Override
  public String toString() {
    return "WriteOptions[reason=" + reason + ", bypassApproval=" + bypassApproval + "]";
  }
}
