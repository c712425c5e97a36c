package com.configcat.management.targeting;

import com.configcat.management.model.UpdateComparisonValueModel;
import com.configcat.management.model.UpdateConditionModel;
import com.configcat.management.model.UpdateUserConditionModel;
import com.configcat.management.model.UserComparator;

/**
 * Comparisons of an attribute's text that can be made in clear and with hashes.
 *
 * <p>All of them heed the case of letters. They refuse empty texts and lists without one.
 */
public abstract sealed class TextComparisons permits UserAttribute, SensitiveUserAttribute {
  private final String name;

  TextComparisons(String name) {
    this.name = name;
  }

  /**
   * Holds if the attribute is this text.
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
   * Holds if the attribute is another text.
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
   * Holds if the attribute is one of these texts.
   *
   * @param texts at least one
   * @return the condition
   */
  public final Condition isOneOf(String... texts) {
    return condition(
        UserComparator.IS_ONE_OF, UserComparator.SENSITIVE_IS_ONE_OF, ComparisonValue.texts(texts));
  }

  /**
   * Holds if the attribute is none of these texts.
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
   * Holds if the attribute starts with one of these texts.
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
   * Holds if the attribute starts with none of these texts.
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
   * Holds if the attribute ends with one of these texts.
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
   * Holds if the attribute ends with none of these texts.
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
   * Holds if the attribute is a list and one of these texts is in it.
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
   * Holds if the attribute is a list and none of these texts is in it.
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

  /** Makes the condition with the one of the two comparators that is meant here. */
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
