package com.configcat.management.conformance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the scripted service, without a network: one request, one answer, and every wait
 * in virtual time.
 */
final class ScriptedSocket extends Socket {
  private final ScriptedService service;
  private final SteppedTime time;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private @Nullable Attempt attempt;
  private @Nullable InputStream answer;
  private SteppedTime.@Nullable Wait wait;
  private int timeoutMs;
  private volatile boolean closed;

  /** What a connection belongs to: an exchange of the vector, and when it began. */
  record Attempt(Vector.Exchange exchange, Arrival arrival) {}

  ScriptedSocket(ScriptedService service, SteppedTime time) {
    this.service = service;
    this.time = time;
  }

  @Override
  public void connect(SocketAddress address, int timeout) throws IOException {
    attempt = service.connect();
    if (attempt.exchange().hasFault("connect_refused")) {
      pass(attempt.exchange().delayMs());
      throw new ConnectException("Connection refused");
    }
  }

  @Override
  public OutputStream getOutputStream() {
    return sent;
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        if (answer == null) {
          answer = answer();
        }
        int read = answer.read(bytes, offset, length);
        if (read < 0 && attempt.exchange().hasFault("cut_body")) {
          throw new SocketException("Connection reset");
        }
        return read;
      }
    };
  }

  private InputStream answer() throws IOException {
    attempt.arrival().read(sent.toByteArray());
    Vector.Exchange exchange = attempt.exchange();
    if (exchange.hasFault("no_answer")) {
      pass(Long.MAX_VALUE);
    }
    pass(exchange.delayMs());
    if (exchange.hasFault("reset_before_answer")) {
      throw new SocketException("Connection reset");
    }
    return new ByteArrayInputStream(AnswerBytes.of(exchange));
  }

  /** Lets virtual time pass, at most until the timeout or until the client closes. */
  private void pass(long millis) throws IOException {
    if (closed) {
      throw new SocketException("Socket closed");
    }
    boolean tooLong = timeoutMs > 0 && millis > timeoutMs;
    SteppedTime.Wait pause = time.new Wait();
    wait = pause;
    long limit = tooLong ? timeoutMs : millis;
    if (limit < Long.MAX_VALUE) {
      time.schedule(TimeUnit.MILLISECONDS.toNanos(limit), pause::end);
    }
    pause.await();
    if (closed) {
      throw new SocketException("Socket closed");
    }
    if (tooLong) {
      throw new SocketTimeoutException("Read timed out");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    SteppedTime.Wait pause = wait;
    if (pause != null) {
      pause.end();
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isConnected() {
    return attempt != null;
  }

  @Override
  public synchronized void setSoTimeout(int timeout) {
    timeoutMs = timeout;
  }

  @Override
  public synchronized int getSoTimeout() {
    return timeoutMs;
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
  }

  @Override
  public void shutdownInput() {
    close();
  }

  @Override
  public void shutdownOutput() {}
}
