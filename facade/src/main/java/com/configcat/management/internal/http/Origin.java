package com.configcat.management.internal.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The base URL of the service; credentials go nowhere else. */
public final class Origin {
  private final HttpUrl baseUrl;

  private Origin(HttpUrl baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * Reads a base URL.
   *
   * @param url with an optional path, which all paths of the API follow
   * @param allowInsecureHttp whether HTTP may be used beyond this machine
   * @return the origin
   * @throws IllegalArgumentException if the URL can't be one, or would send secrets unprotected
   */
  public static Origin of(String url, boolean allowInsecureHttp) {
    HttpUrl parsed = HttpUrl.parse(url.strip());
    if (parsed == null) {
      throw new IllegalArgumentException(
          "The base URL is not an http or https URL: give one such as https://api.configcat.com");
    }
    if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
      throw new IllegalArgumentException(
          "The base URL contains a user name or password: set them with credentials(user,"
              + " password)");
    }
    if (parsed.query() != null || parsed.fragment() != null) {
      throw new IllegalArgumentException("The base URL has a query or a fragment: leave it out");
    }
    if (!parsed.isHttps() && !allowInsecureHttp && !isLoopback(parsed.host())) {
      throw new IllegalArgumentException(
          "The base URL "
              + shown(parsed)
              + " is not https and would send the credentials unprotected: use https, or"
              + " allowInsecureHttp() if you must");
    }
    return new Origin(
        parsed.encodedPath().endsWith("/")
            ? parsed
            : parsed.newBuilder().addPathSegment("").build());
  }

  /**
   * Returns the URL that the API's paths follow.
   *
   * @return a URL whose path ends in a slash
   */
  public HttpUrl baseUrl() {
    return baseUrl;
  }

  boolean isOriginOf(HttpUrl url) {
    return same(url, baseUrl);
  }

  /** Compares scheme, host and port (RFC 6454). */
  public static boolean same(HttpUrl one, HttpUrl other) {
    return one.scheme().equals(other.scheme())
        && one.host().equals(other.host())
        && one.port() == other.port();
  }

  /** Returns scheme, host and port, for messages. */
  public static String shown(@Nullable HttpUrl url) {
    if (url == null) {
      return "an address that cannot be parsed";
    }
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.scheme() + "://" + host + (usual ? "" : ":" + url.port());
  }

  private static boolean isLoopback(String host) {
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return true;
    }
    if (!host.contains(":") && !host.matches("[0-9.]+")) {
      return false; // A name: not worth asking a name server for.
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      return (address instanceof Inet4Address || address instanceof Inet6Address)
          && address.isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
