package com.configcat.management.targeting;

import com.configcat.management.internal.core.Preconditions;
import java.util.UUID;

/**
 * Factory methods for targeting rules, meant for static import.
 *
 * <pre>{@code
 * TargetingRule.when(userAttribute("Email").isOneOf("a@x.com", "b@x.com"))
 *     .and(segment(betaTesters).matches())
 *     .serve(true);
 * TargetingRule.when(userAttribute("Version").semVerGreaterThan("2.0.0"))
 *     .percentages(percentage(30, true), percentage(70, false));
 * }</pre>
 */
public final class Targeting {
  private Targeting() {}

  /**
   * Starts a condition on an attribute of the User Object that the application passes to the SDK.
   *
   * @param name {@code Identifier}, {@code Email}, {@code Country} or a custom attribute, spelled
   *     as in the application
   * @return a builder of the condition
   * @throws IllegalArgumentException if the name is blank or longer than 1000 characters
   */
  public static UserAttribute userAttribute(String name) {
    return new UserAttribute(Preconditions.attribute(name));
  }

  /**
   * Starts a condition on a Segment of the Product.
   *
   * @param segmentId the Segment's id
   * @return a builder of the condition
   */
  public static Segment segment(UUID segmentId) {
    return new Segment(segmentId);
  }

  /**
   * Starts a condition on the value that another flag of the same Config serves to the same user.
   *
   * @param settingId the other flag's id
   * @return a builder of the condition
   * @throws IllegalArgumentException if the id is not positive
   */
  public static Prerequisite prerequisite(int settingId) {
    return new Prerequisite(settingId);
  }

  /**
   * Serves a boolean to a percentage of the users.
   *
   * @param percentage the percentage, from 0 to 100
   * @param value the value to serve
   * @return one of a rule's options, which must add up to 100
   * @throws IllegalArgumentException if the percentage is out of range
   */
  public static PercentageOption percentage(int percentage, boolean value) {
    return new PercentageOption(percentage, ServedValue.of(value));
  }

  /**
   * Serves a text to a percentage of the users.
   *
   * @param percentage the percentage, from 0 to 100
   * @param value the value to serve
   * @return one of a rule's options, which must add up to 100
   * @throws IllegalArgumentException if the percentage is out of range
   */
  public static PercentageOption percentage(int percentage, String value) {
    return new PercentageOption(percentage, ServedValue.of(value));
  }

  /**
   * Serves a whole number to a percentage of the users.
   *
   * @param percentage the percentage, from 0 to 100
   * @param value the value to serve
   * @return one of a rule's options, which must add up to 100
   * @throws IllegalArgumentException if the percentage is out of range, or the value does not fit
   *     into 32 bits
   */
  public static PercentageOption percentage(int percentage, long value) {
    return new PercentageOption(percentage, ServedValue.of(value));
  }

  /**
   * Serves a decimal number to a percentage of the users.
   *
   * @param percentage the percentage, from 0 to 100
   * @param value the value to serve
   * @return one of a rule's options, which must add up to 100
   * @throws IllegalArgumentException if the percentage is out of range, or the value is infinite or
   *     NaN
   */
  public static PercentageOption percentage(int percentage, double value) {
    return new PercentageOption(percentage, ServedValue.of(value));
  }

  /**
   * Serves a value or a predefined variation to a percentage of the users.
   *
   * @param percentage the percentage, from 0 to 100
   * @param value the value to serve
   * @return one of a rule's options, which must add up to 100
   * @throws IllegalArgumentException if the percentage is out of range
   */
  public static PercentageOption percentage(int percentage, ServedValue value) {
    return new PercentageOption(percentage, ServedValue.checked(value));
  }
}
