package com.configcat.management.internal.http;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Tag of an attempt's request: its SDK key, hidden until it is sent, whether it was sent, the
 * status that is hidden from OkHttp, and whether its error body broke off.
 */
public final class Attempt {
  public static final String SDK_KEY_HEADER = "X-CONFIGCAT-SDKKEY";

  private final @Nullable String sdkKey;
  private volatile boolean sent;
  private volatile @Nullable Integer hiddenStatus;
  private volatile boolean errorBodyBroken;

  public Attempt(@Nullable String sdkKey) {
    this.sdkKey = sdkKey;
  }

  public @Nullable String sdkKey() {
    return sdkKey;
  }

  /** Returns a request's attempt; one that was never sent if it has none. */
  public static Attempt of(Request request) {
    Attempt attempt = request.tag(Attempt.class);
    return attempt != null ? attempt : new Attempt(null);
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
