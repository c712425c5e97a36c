package com.configcat.management.targeting;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;

/** Checks the syntax of versions: Semantic Versioning 2.0.0 (semver.org). */
final class SemanticVersion {
  private SemanticVersion() {}

  static String checked(String version) {
    Objects.requireNonNull(version, "A version to compare with is null: leave it out");
    if (!isValid(version)) {
      throw new IllegalArgumentException(
          "'" + version + "' is not a semantic version: give one like 2.0.0 or 2.0.0-beta.1");
    }
    return version;
  }

  private static boolean isValid(String version) {
    String[] build = version.split("\\+", 2);
    String[] preRelease = build[0].split("-", 2);
    String[] core = preRelease[0].split("\\.", -1);
    return core.length == 3
        && Arrays.stream(core).allMatch(SemanticVersion::isNumber)
        && (preRelease.length == 1
            || allParts(preRelease[1], part -> !isDigits(part) || isNumber(part)))
        && (build.length == 1 || allParts(build[1], part -> true));
  }

  private static boolean allParts(String text, Predicate<String> also) {
    return Arrays.stream(text.split("\\.", -1)).allMatch(part -> isPart(part) && also.test(part));
  }

  private static boolean isPart(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(
                c ->
                    (c >= '0' && c <= '9')
                        || (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || c == '-');
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && isDigits(text) && (text.length() == 1 || text.charAt(0) != '0');
  }
}
