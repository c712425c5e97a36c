package com.configcat.management.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import okhttp3.Call;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Truncates error bodies, which Retrofit would buffer whole, and keeps the status of a response
 * whose error body cannot be read or unpacked to its end.
 */
public final class ErrorBodies {
  /** Bytes of a body that are kept. */
  public static final int KEPT = 64 * 1024;

  /**
   * Bytes beyond those that are read and never shown: a secret truncated at the end would not be
   * recognized and masked.
   */
  public static final int MARGIN = 8 * 1024;

  private ErrorBodies() {}

  /** Returns whether a body from here may end in the middle of a secret. */
  public static boolean isCut(ResponseBody body) {
    return body.contentLength() < 0 || body.contentLength() >= KEPT + MARGIN;
  }

  /** Replaces a body by its start; marks the attempt if not even that can be read. */
  static Response start(Response response, Attempt attempt, Call call) throws IOException {
    try {
      BufferedSource source = response.body().source();
      if (!isReadable(source, call)) {
        attempt.markErrorBodyBroken();
      }
      Buffer start = new Buffer();
      start.write(source.getBuffer(), Math.min(source.getBuffer().size(), KEPT + MARGIN));
      long length = attempt.isErrorBodyBroken() ? -1 : start.size();
      ResponseBody body = ResponseBody.create(start, response.body().contentType(), length);
      return response.newBuilder().body(body).build();
    } finally {
      close(response);
    }
  }

  private static void close(Response response) {
    try {
      response.close();
    } catch (RuntimeException e) {
      var ignored = UncheckedExceptions.checked(e, ErrorBodies.class);
    }
  }

  /** Reads into the buffer of the source; returns false if that failed on the way. */
  private static boolean isReadable(BufferedSource source, Call call) throws IOException {
    try {
      var unused = request(source);
      return true;
    } catch (IOException e) {
      if (isEndOfCall(e, call)) {
        throw e;
      }
      return false;
    }
  }

  private static boolean request(BufferedSource source) throws IOException {
    try {
      return source.request(KEPT + MARGIN);
    } catch (RuntimeException e) {
      throw UncheckedExceptions.checked(e, ErrorBodies.class);
    }
  }

  /** Returns whether the call was cancelled, interrupted or out of time. */
  private static boolean isEndOfCall(IOException e, Call call) {
    return call.isCanceled()
        || Thread.currentThread().isInterrupted()
        || (e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException));
  }
}
