package com.configcat.management.targeting;

import com.configcat.management.model.UpdateComparisonValueModel;
import com.configcat.management.model.UserComparator;
import java.time.Instant;

/**
 * An attribute of the User Object, of which a condition does not say yet what it is compared with.
 *
 * <p>What it is compared with travels in clear to every SDK; {@link #sensitive()} sends hashes.
 * Versions are refused unless they follow Semantic Versioning 2.0.0. Immutable.
 */
public final class UserAttribute extends TextComparisons {
  UserAttribute(String name) {
    super(name);
  }

  /**
   * Hides what the attribute is compared with from those who read what SDKs download, as it should
   * be for e-mail addresses and the like.
   *
   * @return the comparisons that work with hashes
   */
  public SensitiveUserAttribute sensitive() {
    return new SensitiveUserAttribute(name());
  }

  /**
   * Holds if the attribute contains one of these texts.
   *
   * @param texts at least one
   * @return the condition
   */
  public Condition containsAnyOf(String... texts) {
    return condition(UserComparator.CONTAINS_ANY_OF, ComparisonValue.texts(texts));
  }

  /**
   * Holds if the attribute contains none of these texts.
   *
   * @param texts at least one
   * @return the condition
   */
  public Condition doesNotContainAnyOf(String... texts) {
    return condition(UserComparator.DOES_NOT_CONTAIN_ANY_OF, ComparisonValue.texts(texts));
  }

  /**
   * Holds if the attribute is one of these versions.
   *
   * @param versions at least one
   * @return the condition
   * @throws IllegalArgumentException if one is no semantic version
   */
  public Condition semVerIsOneOf(String... versions) {
    return condition(UserComparator.SEM_VER_IS_ONE_OF, ComparisonValue.versions(versions));
  }

  /**
   * Holds if the attribute is a version and none of these.
   *
   * @param versions at least one
   * @return the condition
   * @throws IllegalArgumentException if one is no semantic version
   */
  public Condition semVerIsNotOneOf(String... versions) {
    return condition(UserComparator.SEM_VER_IS_NOT_ONE_OF, ComparisonValue.versions(versions));
  }

  /**
   * Holds if the attribute is a version, before this one.
   *
   * @param version such as {@code 2.0.0} or {@code 2.0.0-beta.1}
   * @return the condition
   * @throws IllegalArgumentException if it is no semantic version
   */
  public Condition semVerLessThan(String version) {
    return condition(UserComparator.SEM_VER_LESS, ComparisonValue.version(version));
  }

  /**
   * Holds if the attribute is a version, this one or before it.
   *
   * @param version such as {@code 2.0.0} or {@code 2.0.0-beta.1}
   * @return the condition
   * @throws IllegalArgumentException if it is no semantic version
   */
  public Condition semVerLessThanOrEqualTo(String version) {
    return condition(UserComparator.SEM_VER_LESS_OR_EQUALS, ComparisonValue.version(version));
  }

  /**
   * Holds if the attribute is a version, after this one.
   *
   * @param version such as {@code 2.0.0} or {@code 2.0.0-beta.1}
   * @return the condition
   * @throws IllegalArgumentException if it is no semantic version
   */
  public Condition semVerGreaterThan(String version) {
    return condition(UserComparator.SEM_VER_GREATER, ComparisonValue.version(version));
  }

  /**
   * Holds if the attribute is a version, this one or after it.
   *
   * @param version such as {@code 2.0.0} or {@code 2.0.0-beta.1}
   * @return the condition
   * @throws IllegalArgumentException if it is no semantic version
   */
  public Condition semVerGreaterThanOrEqualTo(String version) {
    return condition(UserComparator.SEM_VER_GREATER_OR_EQUALS, ComparisonValue.version(version));
  }

  /**
   * Holds if the attribute is this number.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public Condition numberEqualTo(double number) {
    return condition(UserComparator.NUMBER_EQUALS, ComparisonValue.number(number));
  }

  /**
   * Holds if the attribute is another number.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public Condition numberNotEqualTo(double number) {
    return condition(UserComparator.NUMBER_DOES_NOT_EQUAL, ComparisonValue.number(number));
  }

  /**
   * Holds if the attribute is less than this number.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public Condition numberLessThan(double number) {
    return condition(UserComparator.NUMBER_LESS, ComparisonValue.number(number));
  }

  /**
   * Holds if the attribute is this number or less.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public Condition numberLessThanOrEqualTo(double number) {
    return condition(UserComparator.NUMBER_LESS_OR_EQUALS, ComparisonValue.number(number));
  }

  /**
   * Holds if the attribute is greater than this number.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public Condition numberGreaterThan(double number) {
    return condition(UserComparator.NUMBER_GREATER, ComparisonValue.number(number));
  }

  /**
   * Holds if the attribute is this number or greater.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public Condition numberGreaterThanOrEqualTo(double number) {
    return condition(UserComparator.NUMBER_GREATER_OR_EQUALS, ComparisonValue.number(number));
  }

  /**
   * Holds if the attribute is a time before this one.
   *
   * @param time a point in time; it travels in seconds since 1970
   * @return the condition
   */
  public Condition isBefore(Instant time) {
    return condition(UserComparator.DATE_TIME_BEFORE, ComparisonValue.time(time));
  }

  /**
   * Holds if the attribute is a time after this one.
   *
   * @param time a point in time; it travels in seconds since 1970
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
