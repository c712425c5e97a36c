package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.json.ServedDefault;
import com.configcat.management.model.EvaluationVersion;
import com.configcat.management.model.SettingDataModel;
import com.configcat.management.model.SettingDataV2Model;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValueModel;
import com.configcat.management.targeting.FlagType;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value of a flag in an Environment, including its rules, in the format of its Config (V1 or
 * V2).
 *
 * <p>Immutable.
 */
public final class FlagValue {
  private final @Nullable SettingValueModel v1;
  private final @Nullable SettingFormulaModel v2;

  private FlagValue(@Nullable SettingValueModel v1, @Nullable SettingFormulaModel v2) {
    this.v1 = v1;
    this.v2 = v2;
  }

  /**
   * Wraps the value of a flag in a V1 Config.
   *
   * @param value the response of a V1 operation
   * @return the value
   */
  public static FlagValue of(SettingValueModel value) {
    return new FlagValue(Preconditions.value(value, "value", "give the service's answer"), null);
  }

  /**
   * Wraps the value of a flag in a V2 Config.
   *
   * @param value the response of a V2 operation
   * @return the value
   */
  public static FlagValue of(SettingFormulaModel value) {
    return new FlagValue(null, Preconditions.value(value, "value", "give the service's answer"));
  }

  /**
   * Returns the evaluation version of the flag's Config, which determines whether to use {@link
   * #asV1()} or {@link #asV2()}.
   *
   * @return {@code V1} or {@code V2}
   */
  public EvaluationVersion evaluationVersion() {
    return v1 != null ? EvaluationVersion.V1 : EvaluationVersion.V2;
  }

  /**
   * Returns the key of the flag.
   *
   * @return the key; empty if the service sent none
   */
  public String key() {
    @Nullable String key =
        v1 != null
            ? Optional.ofNullable(v1.getSetting()).map(SettingDataModel::getKey).orElse(null)
            : Optional.ofNullable(asV2().getSetting()).map(SettingDataV2Model::getKey).orElse(null);
    return key == null ? "" : key;
  }

  /**
   * Returns the type of the setting.
   *
   * @return empty if the service sent none
   */
  public Optional<SettingType> settingType() {
    return v1 != null
        ? Optional.ofNullable(v1.getSetting()).map(SettingDataModel::getSettingType)
        : Optional.ofNullable(asV2().getSetting()).map(SettingDataV2Model::getSettingType);
  }

  /**
   * Returns the value in V1 format, with its rollout rules and percentage items.
   *
   * @return the model
   * @throws IllegalStateException if the Config is V2
   */
  public SettingValueModel asV1() {
    if (v1 == null) {
      throw new IllegalStateException("The flag is in a V2 Config: use asV2()");
    }
    return v1;
  }

  /**
   * Returns the value in V2 format, with its targeting rules and percentage options.
   *
   * @return the model
   * @throws IllegalStateException if the Config is V1
   */
  public SettingFormulaModel asV2() {
    if (v2 == null) {
      throw new IllegalStateException("The flag is in a V1 Config: use asV1()");
    }
    return v2;
  }

  /**
   * Returns the value served when no rule applies. For a predefined variation, this is the
   * variation's value.
   *
   * @param <T> the Java type of a value
   * @param type the setting's type
   * @return the default value
   * @throws IllegalArgumentException if the setting has another type, or the service sent no
   *     default value
   */
  public <T> T defaultValue(FlagType<T> type) {
    Preconditions.value(type, "type", "give one such as FlagType.BOOLEAN");
    return v1 != null ? ServedDefault.of(v1, type) : ServedDefault.of(asV2(), type);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FlagValue that
        && Objects.equals(v1, that.v1)
        && Objects.equals(v2, that.v2);
  }

  @Override
  public int hashCode() {
    return Objects.hash(v1, v2);
  }

  /** Returns the model as text. */
  @Override
  public String toString() {
    return String.valueOf(v1 != null ? v1 : v2);
  }
}
