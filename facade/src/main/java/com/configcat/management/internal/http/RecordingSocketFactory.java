package com.configcat.management.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes sockets that count their reads, and record which of them a thread has read from. OkHttp
 * reads HTTP/1 on the thread of the call: a response without a read had been buffered before its
 * request was sent.
 */
final class RecordingSocketFactory extends SocketFactory {
  private static final ThreadLocal<Recording> RECORDINGS = new ThreadLocal<>();

  /** What the current thread reads until this is closed. */
  static final class Recording implements AutoCloseable {
    private final @Nullable Recording outer = RECORDINGS.get();
    private @Nullable RecordingSocket socket;

    /** Returns the socket that was read from; null if it was none of these. */
    @Nullable RecordingSocket socket() {
      return socket;
    }

    @Override
    public void close() {
      if (outer == null) {
        RECORDINGS.remove();
      } else {
        RECORDINGS.set(outer); // An event listener of a user's has made a call.
      }
    }
  }

  static Recording record() {
    Recording recording = new Recording();
    RECORDINGS.set(recording);
    return recording;
  }

  /**
   * OkHttp connects its sockets itself; a TLS socket reads from the one that it is layered over.
   */
  @Override
  public Socket createSocket() {
    return new RecordingSocket();
  }

  /** A socket that counts its reads. */
  static final class RecordingSocket extends Socket {
    private long reads;

    /** Returns how often this was read from, if it is only read by one thread at a time. */
    long reads() {
      return reads;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new RecordedStream(super.getInputStream(), this);
    }

    private void readBegins() {
      reads++;
      Recording recording = RECORDINGS.get();
      if (recording != null) {
        recording.socket = this;
      }
    }
  }

  private static final class RecordedStream extends FilterInputStream {
    private final RecordingSocket socket;

    RecordedStream(InputStream in, RecordingSocket socket) {
      super(in);
      this.socket = socket;
    }

    @Override
    public int read() throws IOException {
      socket.readBegins();
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      socket.readBegins();
      return super.read(bytes, offset, length);
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }
}
