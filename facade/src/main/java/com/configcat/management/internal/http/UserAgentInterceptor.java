package com.configcat.management.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Says who calls: client, version, contract, Java, application. */
public final class UserAgentInterceptor implements Interceptor {
  private final String userAgent;

  public UserAgentInterceptor(@Nullable String application) {
    this.userAgent = userAgent() + (application == null ? "" : " " + application);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    return chain.proceed(chain.request().newBuilder().header("User-Agent", userAgent).build());
  }

  private static String userAgent() {
    Properties version = new Properties();
    try (InputStream file = UserAgentInterceptor.class.getResourceAsStream("version.properties")) {
      version.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String hash = version.getProperty("contract.hash");
    return "configcat-management-client-java/%s (contract %s, %s; Java %s)"
        .formatted(
            version.getProperty("version"),
            hash.substring(0, Math.min(8, hash.length())),
            version.getProperty("contract.date"),
            System.getProperty("java.version"));
  }
}
