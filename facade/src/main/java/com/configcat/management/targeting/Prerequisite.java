package com.configcat.management.targeting;

import com.configcat.management.model.PrerequisiteComparator;
import com.configcat.management.model.UpdateConditionModel;
import com.configcat.management.model.UpdatePrerequisiteFlagConditionModel;

/**
 * Builds a condition on what another flag serves.
 *
 * <p>Compare the flag with a value of its own type, or with one of its predefined variations.
 * Immutable.
 */
public final class Prerequisite {
  private final int settingId;

  Prerequisite(int settingId) {
    if (settingId < 1) {
      throw new IllegalArgumentException(
          settingId + " is not a setting's id: give the id of the prerequisite flag");
    }
    this.settingId = settingId;
  }

  /**
   * Matches if the other flag serves this value to the user.
   *
   * @param value the value it must serve
   * @return the condition
   */
  public Condition equalTo(boolean value) {
    return condition(PrerequisiteComparator.EQUALS, ServedValue.of(value));
  }

  /**
   * Matches if the other flag serves this text to the user.
   *
   * @param value the text it must serve
   * @return the condition
   */
  public Condition equalTo(String value) {
    return condition(PrerequisiteComparator.EQUALS, ServedValue.of(value));
  }

  /**
   * Matches if the other flag serves this whole number to the user.
   *
   * @param value the number it must serve
   * @return the condition
   * @throws IllegalArgumentException if it does not fit into 32 bits
   */
  public Condition equalTo(long value) {
    return condition(PrerequisiteComparator.EQUALS, ServedValue.of(value));
  }

  /**
   * Matches if the other flag serves this decimal number to the user.
   *
   * @param value the number it must serve
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public Condition equalTo(double value) {
    return condition(PrerequisiteComparator.EQUALS, ServedValue.of(value));
  }

  /**
   * Matches if the other flag serves this value or predefined variation to the user.
   *
   * @param value the value or variation it must serve
   * @return the condition
   */
  public Condition equalTo(ServedValue value) {
    return condition(PrerequisiteComparator.EQUALS, ServedValue.checked(value));
  }

  /**
   * Matches if the other flag does not serve this value to the user.
   *
   * @param value the value it must not serve
   * @return the condition
   */
  public Condition notEqualTo(boolean value) {
    return condition(PrerequisiteComparator.DOES_NOT_EQUAL, ServedValue.of(value));
  }

  /**
   * Matches if the other flag serves a different text to the user.
   *
   * @param value the value it must not serve
   * @return the condition
   */
  public Condition notEqualTo(String value) {
    return condition(PrerequisiteComparator.DOES_NOT_EQUAL, ServedValue.of(value));
  }

  /**
   * Matches if the other flag serves a different whole number to the user.
   *
   * @param value the value it must not serve
   * @return the condition
   * @throws IllegalArgumentException if it does not fit into 32 bits
   */
  public Condition notEqualTo(long value) {
    return condition(PrerequisiteComparator.DOES_NOT_EQUAL, ServedValue.of(value));
  }

  /**
   * Matches if the other flag serves a different decimal number to the user.
   *
   * @param value the value it must not serve
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public Condition notEqualTo(double value) {
    return condition(PrerequisiteComparator.DOES_NOT_EQUAL, ServedValue.of(value));
  }

  /**
   * Matches if the other flag serves a different value or predefined variation to the user.
   *
   * @param value the value it must not serve
   * @return the condition
   */
  public Condition notEqualTo(ServedValue value) {
    return condition(PrerequisiteComparator.DOES_NOT_EQUAL, ServedValue.checked(value));
  }

  private Condition condition(PrerequisiteComparator comparator, ServedValue value) {
    return new Condition(
        UpdateConditionModel.builder()
            .prerequisiteFlagCondition(
                UpdatePrerequisiteFlagConditionModel.builder()
                    .prerequisiteSettingId(settingId)
                    .comparator(comparator)
                    .prerequisiteComparisonValue(value.toModel())
                    .build())
            .build());
  }
}
