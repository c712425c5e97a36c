package com.configcat.management.targeting;

import com.configcat.management.model.UpdateComparisonValueModel;
import com.configcat.management.model.UserComparator;
import java.time.Instant;

/**
 * Builds a condition on an attribute of the User Object.
 *
 * <p>SDKs download comparison values in clear text; with {@link #sensitive()} they download hashes.
 * Versions must follow Semantic Versioning 2.0.0. Immutable.
 */
public final class UserAttribute extends TextComparisons {
  UserAttribute(String name) {
    super(name);
  }

  /**
   * Returns comparisons whose values SDKs download as hashes, to be used for e-mail addresses and
   * other personal data.
   *
   * @return the hashed comparisons
   */
  public SensitiveUserAttribute sensitive() {
    return new SensitiveUserAttribute(name());
  }

  /**
   * Matches if the attribute contains one of these texts.
   *
   * @param texts at least one
   * @return the condition
   */
  public Condition containsAnyOf(String... texts) {
    return condition(UserComparator.CONTAINS_ANY_OF, ComparisonValue.texts(texts));
  }

  /**
   * Matches if the attribute contains none of these texts.
   *
   * @param texts at least one
   * @return the condition
   */
  public Condition doesNotContainAnyOf(String... texts) {
    return condition(UserComparator.DOES_NOT_CONTAIN_ANY_OF, ComparisonValue.texts(texts));
  }

  /**
   * Matches if the attribute is one of these versions.
   *
   * @param versions at least one
   * @return the condition
   * @throws IllegalArgumentException if one is not a semantic version
   */
  public Condition semVerIsOneOf(String... versions) {
    return condition(UserComparator.SEM_VER_IS_ONE_OF, ComparisonValue.versions(versions));
  }

  /**
   * Matches if the attribute is a version other than these.
   *
   * @param versions at least one
   * @return the condition
   * @throws IllegalArgumentException if one is not a semantic version
   */
  public Condition semVerIsNotOneOf(String... versions) {
    return condition(UserComparator.SEM_VER_IS_NOT_ONE_OF, ComparisonValue.versions(versions));
  }

  /**
   * Matches if the attribute is a version lower than this one.
   *
   * @param version such as {@code 2.0.0} or {@code 2.0.0-beta.1}
   * @return the condition
   * @throws IllegalArgumentException if it is not a semantic version
   */
  public Condition semVerLessThan(String version) {
    return condition(UserComparator.SEM_VER_LESS, ComparisonValue.version(version));
  }

  /**
   * Matches if the attribute is a version lower than or equal to this one.
   *
   * @param version such as {@code 2.0.0} or {@code 2.0.0-beta.1}
   * @return the condition
   * @throws IllegalArgumentException if it is not a semantic version
   */
  public Condition semVerLessThanOrEqualTo(String version) {
    return condition(UserComparator.SEM_VER_LESS_OR_EQUALS, ComparisonValue.version(version));
  }

  /**
   * Matches if the attribute is a version higher than this one.
   *
   * @param version such as {@code 2.0.0} or {@code 2.0.0-beta.1}
   * @return the condition
   * @throws IllegalArgumentException if it is not a semantic version
   */
  public Condition semVerGreaterThan(String version) {
    return condition(UserComparator.SEM_VER_GREATER, ComparisonValue.version(version));
  }

  /**
   * Matches if the attribute is a version higher than or equal to this one.
   *
   * @param version such as {@code 2.0.0} or {@code 2.0.0-beta.1}
   * @return the condition
   * @throws IllegalArgumentException if it is not a semantic version
   */
  public Condition semVerGreaterThanOrEqualTo(String version) {
    return condition(UserComparator.SEM_VER_GREATER_OR_EQUALS, ComparisonValue.version(version));
  }

  /**
   * Matches if the attribute equals this number.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public Condition numberEqualTo(double number) {
    return condition(UserComparator.NUMBER_EQUALS, ComparisonValue.number(number));
  }

  /**
   * Matches if the attribute is a number other than this one.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public Condition numberNotEqualTo(double number) {
    return condition(UserComparator.NUMBER_DOES_NOT_EQUAL, ComparisonValue.number(number));
  }

  /**
   * Matches if the attribute is less than this number.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public Condition numberLessThan(double number) {
    return condition(UserComparator.NUMBER_LESS, ComparisonValue.number(number));
  }

  /**
   * Matches if the attribute is less than or equal to this number.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public Condition numberLessThanOrEqualTo(double number) {
    return condition(UserComparator.NUMBER_LESS_OR_EQUALS, ComparisonValue.number(number));
  }

  /**
   * Matches if the attribute is greater than this number.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public Condition numberGreaterThan(double number) {
    return condition(UserComparator.NUMBER_GREATER, ComparisonValue.number(number));
  }

  /**
   * Matches if the attribute is greater than or equal to this number.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public Condition numberGreaterThanOrEqualTo(double number) {
    return condition(UserComparator.NUMBER_GREATER_OR_EQUALS, ComparisonValue.number(number));
  }

  /**
   * Matches if the attribute is a time before this one.
   *
   * @param time the time; sent in seconds since 1970
   * @return the condition
   */
  public Condition isBefore(Instant time) {
    return condition(UserComparator.DATE_TIME_BEFORE, ComparisonValue.time(time));
  }

  /**
   * Matches if the attribute is a time after this one.
   *
   * @param time the time; sent in seconds since 1970
   * @return the condition
   */
  public Condition isAfter(Instant time) {
    return condition(UserComparator.DATE_TIME_AFTER, ComparisonValue.time(time));
  }

  @Override
  Condition condition(
      UserComparator clear, UserComparator sensitive, UpdateComparisonValueModel value) {
    return condition(clear, value);
  }
}
