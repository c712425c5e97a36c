package com.configcat.management;

import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Builds a client from the environment variables that ConfigCat's own tools also use. */
final class ClientEnvironment {
  private static final String USER = "CONFIGCAT_API_USER";
  private static final String PASSWORD = "CONFIGCAT_API_PASS";
  private static final String BASE_URL = "CONFIGCAT_BASE_URL";
  private static final String HOST = "CONFIGCAT_API_HOST";
  private final Map<String, String> variables;

  ClientEnvironment(Map<String, String> variables) {
    this.variables = variables;
  }

  ConfigCatManagementClient connect(ConfigCatManagementClientBuilder builder) {
    String user = required(USER);
    String password = required(PASSWORD);
    try {
      builder.credentials(user, password);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(USER + " or " + PASSWORD + ": " + e.getMessage(), e);
    }
    Optional<String> url = optional(BASE_URL);
    Optional<String> place = url.or(() -> optional(HOST).map(ClientEnvironment::url));
    try {
      place.ifPresent(builder::baseUrl);
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          (url.isPresent() ? BASE_URL : HOST) + ": " + e.getMessage(), e);
    }
  }

  private static String url(String host) {
    HttpUrl url = HttpUrl.parse("https://" + host);
    if (host.contains("/") || url == null) {
      throw new IllegalStateException(
          HOST
              + " is not a host name: give one such as api.configcat.com, or a URL in "
              + BASE_URL);
    }
    return url.toString();
  }

  private String required(String name) {
    return optional(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The environment variable "
                        + name
                        + " is not set: it must hold public API credentials, created on the"
                        + " Dashboard"));
  }

  private Optional<String> optional(String name) {
    return Optional.ofNullable(variables.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
