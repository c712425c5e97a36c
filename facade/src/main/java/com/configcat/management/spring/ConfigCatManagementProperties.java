package com.configcat.management.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the client bean, below {@code configcat.management}. Those that are not set leave
 * the client's defaults.
 *
 * @param user the user name of the public API credentials
 * @param password the password of the public API credentials
 * @param baseUrl the base URL of the service
 * @param application the application's name, for the {@code User-Agent} header
 * @param deadline the deadline of a call, waiting and retries included
 * @param connectTimeout how long connecting may take
 * @param readTimeout how long the next bytes of a response may take
 * @param rateLimit the limits of the calls of each operation
 */
@ConfigurationProperties("configcat.management")
public record ConfigCatManagementProperties(
    @Nullable String user,
    @Nullable String password,
    @Nullable String baseUrl,
    @Nullable String application,
    @Nullable Duration deadline,
    @Nullable Duration connectTimeout,
    @Nullable Duration readTimeout,
    @Nullable RateLimit rateLimit) {

  /**
   * Limits of the calls of each operation.
   *
   * @param perSecond the most requests in any second
   * @param perMinute the most requests in any minute
   * @param share the share of the service's limits that the client may use, above 0 and up to 1
   */
  public record RateLimit(
      @Nullable Integer perSecond, @Nullable Integer perMinute, @Nullable Double share) {}

  /** Returns the properties without the credentials, and without the URL, which may have some. */
  @Override
  public String toString() {
    return "ConfigCatManagementProperties[application=%s, deadline=%s, rateLimit=%s]"
        .formatted(application, deadline, rateLimit);
  }
}
