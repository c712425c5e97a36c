package com.configcat.management.badinput;

import static com.configcat.management.badinput.BadValues.BLANK;
import static com.configcat.management.badinput.BadValues.CONTROL;
import static com.configcat.management.badinput.BadValues.HALF;
import static com.configcat.management.badinput.BadValues.NEGATIVE;
import static com.configcat.management.badinput.BadValues.NOT_FINITE;
import static com.configcat.management.badinput.BadValues.NULL_ELEMENT;
import static com.configcat.management.badinput.BadValues.ZERO;

import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What takes an argument that others refuse, and why. */
final class Accepted {
  private static final String HANDLE = "(Flag|BulkEdit).(setDefault|replace|temporarily)";

  private static final List<Entry> ENTRIES =
      List.of(
          entry("any text is a value", ".*FlagBySdkKey|.*DefaultBySdkKey", 3, BLANK, CONTROL),
          entry("any number is a value", ".*FlagBySdkKey|.*DefaultBySdkKey", 3, NEGATIVE, ZERO),
          entry("any text is a value", HANDLE, 1, BLANK, CONTROL),
          entry("any number is a value", HANDLE, 1, NEGATIVE, ZERO),
          entry("any text is a value", "EditableFormula.defaultValue", 1, BLANK, CONTROL),
          entry("any number is a value", "EditableFormula.defaultValue", 1, NEGATIVE, ZERO),
          entry("rules are counted from 0", "EditableFormula.*Rule", 0, ZERO),
          entry("a reason may have several lines", ".*FlagBySdkKey|.*DefaultBySdkKey", 4, CONTROL),
          entry("a reason may have several lines", "WriteOptions.because", 1, CONTROL),
          entry("a line of code may have tabs, or nothing", "CodeLocation.of", 3, BLANK, CONTROL),
          entry("instances may count as one does", "Bucket4jRateLimiter.of", 4, ZERO),
          entry("no request may go first", "Bucket4jRateLimiter.earliest", 2, ZERO),
          entry("any text is a value", "Formula.byDefault|RuleConditions.serve", 1, BLANK, CONTROL),
          entry(
              "any number is a value", "Formula.byDefault|RuleConditions.serve", 1, NEGATIVE, ZERO),
          entry("any text is a value", "Prerequisite.*qualTo", 1, BLANK, CONTROL),
          entry("any number is a value", "Prerequisite.*qualTo", 1, NEGATIVE, ZERO),
          entry("any text is a value", "Targeting.percentage", 2, BLANK, CONTROL),
          entry("any number is a value", "Targeting.percentage", 2, NEGATIVE, ZERO),
          entry("an option may be for nobody yet", "Targeting.percentage", 1, ZERO),
          entry("users may have any text", "(TextComparisons|UserAttribute).*", 1, BLANK, CONTROL),
          entry("a hint may have several lines", "Condition.withHint", 2, BLANK, CONTROL),
          entry("it holds what the service wrote", "HalLink", 1, BLANK, CONTROL, HALF),
          entry("it names an operation, and is not sent", "Operation", 0, HALF),
          entry("it holds what was answered", "FailedAttempt", 0, NEGATIVE, ZERO),
          entry("it is a List: IndexOutOfBounds", "HalResources.get", 1, NEGATIVE, ZERO),
          entry(
              "Spring Boot makes it, and whoever makes a client of it looks at it",
              "ConfigCatManagementProperties.*",
              0,
              BLANK,
              CONTROL,
              HALF,
              NEGATIVE,
              NOT_FINITE,
              ZERO),
          entry(
              "a bad header makes a bad request, not a bad call",
              "WebhookSignatureVerifier.(verify|isValid)",
              0,
              BLANK,
              CONTROL,
              HALF,
              NULL_ELEMENT));

  private Accepted() {}

  private static Entry entry(String why, String methods, int argument, String... kinds) {
    return new Entry(why, Pattern.compile(methods), argument, Set.copyOf(Arrays.asList(kinds)));
  }

  static Optional<String> reason(Executable executable, int index, String kind) {
    return ENTRIES.stream()
        .filter(entry -> entry.covers(executable, index, kind))
        .map(Entry::toString)
        .findFirst();
  }

  static List<String> reasons() {
    return ENTRIES.stream().map(Entry::toString).toList();
  }

  /**
   * One exception.
   *
   * @param why why it is one
   * @param methods type and method
   * @param argument which one of theirs, from 1; 0 for each
   * @param kinds what is taken there
   */
  private record Entry(String why, Pattern methods, int argument, Set<String> kinds) {
    boolean covers(Executable executable, int index, String kind) {
      String method = Surface.name(executable).replaceFirst("\\(.*", "");
      return methods.matcher(method).matches()
          && (argument == 0 || argument == index + 1)
          && kinds.contains(kind);
    }
  }
}
