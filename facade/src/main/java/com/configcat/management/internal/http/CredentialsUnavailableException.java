package com.configcat.management.internal.http;

/** The credentials provider failed: the attempt is not sent. */
public final class CredentialsUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String provider;

  CredentialsUnavailableException(String provider, Exception cause) {
    super(cause);
    this.provider = provider;
  }

  public String provider() {
    return provider;
  }
}
