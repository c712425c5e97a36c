package com.configcat.management.internal.http;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What a request has with it and does not show, and what became of it on its way to the service; a
 * tag of that request.
 */
public final class Attempt {
  /** The header that names a Config and an Environment. */
  public static final String SDK_KEY_HEADER = "X-CONFIGCAT-SDKKEY";

  private final @Nullable String sdkKey;
  private volatile boolean sent;

  /**
   * Makes an attempt that was not sent yet.
   *
   * @param sdkKey the SDK key that is sent; null if none is
   */
  public Attempt(@Nullable String sdkKey) {
    this.sdkKey = sdkKey;
  }

  /**
   * Returns the SDK key that is sent.
   *
   * @return null if none is
   */
  public @Nullable String sdkKey() {
    return sdkKey;
  }

  /**
   * Returns the attempt that a request belongs to.
   *
   * @param request made by this client
   * @return its attempt; one that was never sent if the request has none
   */
  public static Attempt of(Request request) {
    Attempt attempt = request.tag(Attempt.class);
    return attempt != null ? attempt : new Attempt(null);
  }

  void markSent() {
    sent = true;
  }

  /**
   * Says whether a connection stood and the request began to be written to it.
   *
   * @return false if the service certainly saw nothing of it
   */
  public boolean wasSent() {
    return sent;
  }
}
