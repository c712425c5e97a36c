package com.configcat.management.internal.http;

import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Tag of an attempt's request: its SDK key and credentials, hidden until it is sent, whether it was
 * sent, the status that is hidden from OkHttp, and whether its error body broke off.
 */
public final class Attempt {
  public static final String SDK_KEY_HEADER = "X-CONFIGCAT-SDKKEY";

  private final @Nullable String sdkKey;
  private final @Nullable CredentialsSource source;
  private volatile @Nullable Credentials credentials;
  private volatile boolean sent;
  private volatile @Nullable Integer hiddenStatus;
  private volatile boolean errorBodyBroken;

  /**
   * Makes the attempt of a request.
   *
   * @param source asked for the credentials; null if they never change
   */
  public Attempt(@Nullable String sdkKey, @Nullable CredentialsSource source) {
    this.sdkKey = sdkKey;
    this.source = source;
  }

  /** Asks the provider for the credentials of this attempt, if there is one. */
  public void authorize() throws CredentialsUnavailableException {
    if (source != null) {
      credentials = ask(source);
    }
  }

  /** Takes credentials that the provider gave already. */
  public void authorize(Credentials given) {
    credentials = given;
  }

  /** Returns other credentials than those of this attempt; null if the provider has no others. */
  public @Nullable Credentials otherCredentials() throws CredentialsUnavailableException {
    Credentials mine = credentials;
    if (source == null || mine == null) {
      return null;
    }
    Credentials now = ask(source);
    return now.isSameAs(mine) ? null : now;
  }

  private static Credentials ask(CredentialsSource source) throws CredentialsUnavailableException {
    try {
      return source.get();
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new CredentialsUnavailableException(source.name(), e);
    }
  }

  /** Returns the credentials from a provider; null if they never change. */
  @Nullable Credentials credentials() {
    return credentials;
  }

  /** Returns what to mask beside the credentials that never change. */
  public List<String> secrets() {
    return source == null ? List.of() : source.secrets();
  }

  public @Nullable String sdkKey() {
    return sdkKey;
  }

  /** Returns a request's attempt; one that was never sent if it has none. */
  public static Attempt of(Request request) {
    Attempt attempt = request.tag(Attempt.class);
    return attempt != null ? attempt : new Attempt(null, null);
  }

  void markSent() {
    sent = true;
  }

  void markNotSent() {
    sent = false;
  }

  void hideStatus(int status) {
    hiddenStatus = status;
  }

  /** Returns the hidden status, once; null if none is hidden. */
  @Nullable Integer takeHiddenStatus() {
    Integer status = hiddenStatus;
    hiddenStatus = null;
    return status;
  }

  void markErrorBodyBroken() {
    errorBodyBroken = true;
  }

  boolean isErrorBodyBroken() {
    return errorBodyBroken;
  }

  /** Returns false if the service certainly saw nothing of the request. */
  public boolean wasSent() {
    return sent;
  }
}
