package com.configcat.management.internal.http;

import java.io.IOException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Recognizes failures to connect that do not pass by themselves. */
public final class ConnectionFailures {
  /** Messages of OkHttp and of Java's SOCKS client, which have no types for these. */
  private static final Pattern REFUSED_BY_PROXY =
      Pattern.compile(
          "Failed to authenticate with proxy"
              + "|SOCKS ?: authentication failed"
              + "|Unexpected response code for CONNECT: 4(?!08|29)\\d\\d");

  private ConnectionFailures() {}

  /** Returns whether another attempt would fail, too, until somebody changes something. */
  public static boolean isPermanent(IOException failure) {
    return failure instanceof UnknownHostException
        || failure instanceof UnknownServiceException
        || failure instanceof SSLPeerUnverifiedException
        || (failure instanceof SSLException && isAboutCertificates(failure))
        || (failure.getMessage() != null
            && REFUSED_BY_PROXY.matcher(failure.getMessage()).matches());
  }

  private static boolean isAboutCertificates(IOException failure) {
    return Stream.iterate(failure.getCause(), cause -> cause != null, Throwable::getCause)
        .limit(20)
        .anyMatch(GeneralSecurityException.class::isInstance);
  }
}
