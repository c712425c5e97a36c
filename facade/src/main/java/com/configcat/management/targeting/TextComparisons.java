package com.configcat.management.targeting;

import com.configcat.management.model.UpdateComparisonValueModel;
import com.configcat.management.model.UpdateConditionModel;
import com.configcat.management.model.UpdateUserConditionModel;
import com.configcat.management.model.UserComparator;

/**
 * Text comparisons that are available in clear text and with hashes.
 *
 * <p>All comparisons are case-sensitive. Empty texts and lists, texts of more than 65,535
 * characters (255 in a list) and lists of more than 15,000 texts throw an {@link
 * IllegalArgumentException}; the organization's plan may allow no more than 100 or 1,000 texts in a
 * list.
 */
public abstract sealed class TextComparisons permits UserAttribute, SensitiveUserAttribute {
  private final String name;

  TextComparisons(String name) {
    this.name = name;
  }

  /**
   * Matches if the attribute equals this text.
   *
   * @param text the text
   * @return the condition
   */
  public final Condition equalTo(String text) {
    return condition(
        UserComparator.TEXT_EQUALS,
        UserComparator.SENSITIVE_TEXT_EQUALS,
        ComparisonValue.text(text));
  }

  /**
   * Matches if the attribute does not equal this text.
   *
   * @param text the text
   * @return the condition
   */
  public final Condition notEqualTo(String text) {
    return condition(
        UserComparator.TEXT_DOES_NOT_EQUAL,
        UserComparator.SENSITIVE_TEXT_DOES_NOT_EQUAL,
        ComparisonValue.text(text));
  }

  /**
   * Matches if the attribute is one of these texts.
   *
   * @param texts at least one
   * @return the condition
   */
  public final Condition isOneOf(String... texts) {
    return condition(
        UserComparator.IS_ONE_OF, UserComparator.SENSITIVE_IS_ONE_OF, ComparisonValue.texts(texts));
  }

  /**
   * Matches if the attribute is none of these texts.
   *
   * @param texts at least one
   * @return the condition
   */
  public final Condition isNotOneOf(String... texts) {
    return condition(
        UserComparator.IS_NOT_ONE_OF,
        UserComparator.SENSITIVE_IS_NOT_ONE_OF,
        ComparisonValue.texts(texts));
  }

  /**
   * Matches if the attribute starts with one of these texts.
   *
   * @param texts at least one
   * @return the condition
   */
  public final Condition startsWithAnyOf(String... texts) {
    return condition(
        UserComparator.TEXT_STARTS_WITH_ANY_OF,
        UserComparator.SENSITIVE_TEXT_STARTS_WITH_ANY_OF,
        ComparisonValue.texts(texts));
  }

  /**
   * Matches if the attribute starts with none of these texts.
   *
   * @param texts at least one
   * @return the condition
   */
  public final Condition doesNotStartWithAnyOf(String... texts) {
    return condition(
        UserComparator.TEXT_NOT_STARTS_WITH_ANY_OF,
        UserComparator.SENSITIVE_TEXT_NOT_STARTS_WITH_ANY_OF,
        ComparisonValue.texts(texts));
  }

  /**
   * Matches if the attribute ends with one of these texts.
   *
   * @param texts at least one
   * @return the condition
   */
  public final Condition endsWithAnyOf(String... texts) {
    return condition(
        UserComparator.TEXT_ENDS_WITH_ANY_OF,
        UserComparator.SENSITIVE_TEXT_ENDS_WITH_ANY_OF,
        ComparisonValue.texts(texts));
  }

  /**
   * Matches if the attribute ends with none of these texts.
   *
   * @param texts at least one
   * @return the condition
   */
  public final Condition doesNotEndWithAnyOf(String... texts) {
    return condition(
        UserComparator.TEXT_NOT_ENDS_WITH_ANY_OF,
        UserComparator.SENSITIVE_TEXT_NOT_ENDS_WITH_ANY_OF,
        ComparisonValue.texts(texts));
  }

  /**
   * Matches if the attribute is a list that contains one of these texts.
   *
   * @param texts at least one
   * @return the condition
   */
  public final Condition arrayContainsAnyOf(String... texts) {
    return condition(
        UserComparator.ARRAY_CONTAINS_ANY_OF,
        UserComparator.SENSITIVE_ARRAY_CONTAINS_ANY_OF,
        ComparisonValue.texts(texts));
  }

  /**
   * Matches if the attribute is a list that contains none of these texts.
   *
   * @param texts at least one
   * @return the condition
   */
  public final Condition arrayDoesNotContainAnyOf(String... texts) {
    return condition(
        UserComparator.ARRAY_DOES_NOT_CONTAIN_ANY_OF,
        UserComparator.SENSITIVE_ARRAY_DOES_NOT_CONTAIN_ANY_OF,
        ComparisonValue.texts(texts));
  }

  /** Creates the condition with the comparator of the two that applies to this class. */
  abstract Condition condition(
      UserComparator clear, UserComparator sensitive, UpdateComparisonValueModel value);

  final Condition condition(UserComparator comparator, UpdateComparisonValueModel value) {
    return new Condition(
        UpdateConditionModel.builder()
            .userCondition(
                UpdateUserConditionModel.builder()
                    .comparisonAttribute(name)
                    .comparator(comparator)
                    .comparisonValue(value)
                    .build())
            .build());
  }

  final String name() {
    return name;
  }
}
