package com.configcat.management.internal.http;

import okhttp3.Request;

/** What became of one request on its way to the service; a tag of that request. */
public final class Attempt {
  private volatile boolean sent;

  Attempt() {}

  /**
   * Returns the attempt that a request belongs to.
   *
   * @param request made by this client
   * @return its attempt; one that was never sent if the request has none
   */
  public static Attempt of(Request request) {
    Attempt attempt = request.tag(Attempt.class);
    return attempt != null ? attempt : new Attempt();
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
