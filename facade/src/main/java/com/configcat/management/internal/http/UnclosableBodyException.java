package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The body of a response has a negative length: OkHttp fails to read it, and to close it, so that
 * it would never release the connection. Thrown within the exchange, this releases it.
 */
final class UnclosableBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Response response;

  private UnclosableBodyException(Response response) {
    super("the Content-Length of the response is negative");
    this.response = response;
  }

  static void check(Response response) throws UnclosableBodyException {
    if (response.body().contentLength() < -1) { // -1 is an unknown length.
      throw new UnclosableBodyException(response);
    }
  }

  /** Returns the response of an error without its body; throws this for a success. */
  Response withoutBody(Attempt attempt) throws UnclosableBodyException {
    if (response.isSuccessful()) {
      throw this;
    }
    attempt.markErrorBodyBroken();
    return response
        .newBuilder()
        .body(ResponseBody.create("", response.body().contentType()))
        .build();
  }
}
