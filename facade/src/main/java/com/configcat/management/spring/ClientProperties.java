package com.configcat.management.spring;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.core.CallOptions;
import com.configcat.management.ratelimit.RateLimit;
import com.configcat.management.ratelimit.RateLimiter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Applies properties to a builder; a value that it refuses is named by its property. */
final class ClientProperties {
  private static final String PREFIX = "configcat.management.";

  /** The service's limits. */
  private static final int PER_SECOND = 20;

  private static final int PER_MINUTE = 500;

  private ClientProperties() {}

  static ConfigCatManagementClientBuilder applied(ConfigCatManagementProperties properties) {
    ConfigCatManagementClientBuilder builder = ConfigCatManagementClient.builder();
    String user = required("user", properties.user());
    String password = required("password", properties.password());
    // One at a time, to know which of them is refused.
    apply("user", user, value -> builder.credentials(value, "any"));
    apply("password", password, value -> builder.credentials(user, value));
    apply("base-url", properties.baseUrl(), builder::baseUrl);
    apply("application", properties.application(), builder::application);
    apply(
        "deadline",
        properties.deadline(),
        value -> builder.callOptions(CallOptions.defaults().deadline(value)));
    apply("connect-timeout", properties.connectTimeout(), builder::connectTimeout);
    apply("read-timeout", properties.readTimeout(), builder::readTimeout);
    if (properties.rateLimit() != null) {
      applyLimits(builder, properties.rateLimit());
    }
    return builder;
  }

  private static String required(String name, @Nullable String value) {
    if (value == null) {
      throw new InvalidPropertyException(
          PREFIX + name,
          "The "
              + name
              + " is missing: both parts of the Dashboard's public API credentials are needed");
    }
    return value;
  }

  private static void applyLimits(
      ConfigCatManagementClientBuilder builder, ConfigCatManagementProperties.RateLimit limits) {
    if (limits.share() != null && (limits.perSecond() != null || limits.perMinute() != null)) {
      throw new InvalidPropertyException(
          PREFIX + "rate-limit.share",
          "A share of the service's limits cannot be combined with per-second or per-minute: set"
              + " one or the other");
    }
    if (limits.share() != null) {
      apply(
          "rate-limit.share",
          limits.share(),
          value -> builder.rateLimiter(RateLimiter.share(value)));
      return;
    }
    List<RateLimit> all = new ArrayList<>();
    apply(
        "rate-limit.per-second",
        limits.perSecond() == null ? PER_SECOND : limits.perSecond(),
        value -> all.add(RateLimit.perSecond(value)));
    apply(
        "rate-limit.per-minute",
        limits.perMinute() == null ? PER_MINUTE : limits.perMinute(),
        value -> all.add(RateLimit.perMinute(value)));
    builder.rateLimiter(RateLimiter.slidingWindow(all));
  }

  static ConfigCatManagementClient built(
      ConfigCatManagementClientBuilder builder, ConfigCatManagementProperties properties) {
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      if (properties.baseUrl() == null) {
        throw e;
      }
      throw invalid("base-url", e); // Plain http, which only build() may refuse.
    }
  }

  private static <T> void apply(String name, @Nullable T value, Consumer<T> setter) {
    if (value == null) {
      return;
    }
    try {
      setter.accept(value);
    } catch (IllegalArgumentException e) {
      throw invalid(name, e);
    }
  }

  /** Without its cause, whose analysis would be another. */
  private static InvalidPropertyException invalid(String name, IllegalArgumentException refusal) {
    return new InvalidPropertyException(PREFIX + name, String.valueOf(refusal.getMessage()));
  }
}
