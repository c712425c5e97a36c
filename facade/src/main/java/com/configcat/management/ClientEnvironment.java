package com.configcat.management;

import com.configcat.management.internal.http.Credentials;
import com.configcat.management.internal.http.Origin;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** The settings in the environment variables that ConfigCat's own tools also use. */
final class ClientEnvironment {
  private static final String USER = "CONFIGCAT_API_USER";
  private static final String PASSWORD = "CONFIGCAT_API_PASS";
  private static final String BASE_URL = "CONFIGCAT_BASE_URL";
  private static final String HOST = "CONFIGCAT_API_HOST";
  private final Map<String, String> variables;

  ClientEnvironment(Map<String, String> variables) {
    this.variables = variables;
  }

  /** Throws {@link IllegalStateException} if a variable is missing or invalid. */
  Credentials credentials() {
    String user = required(USER);
    String password = required(PASSWORD);
    try {
      return Credentials.of(user, password);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(USER + " or " + PASSWORD + ": " + e.getMessage(), e);
    }
  }

  /** Returns the base URL, if set; throws {@link IllegalStateException} if it is invalid. */
  Optional<Origin> origin(boolean allowInsecureHttp) {
    Optional<String> url = optional(BASE_URL);
    Optional<String> place = url.or(() -> optional(HOST).map(ClientEnvironment::url));
    try {
      return place.map(text -> Origin.of(text, allowInsecureHttp));
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
