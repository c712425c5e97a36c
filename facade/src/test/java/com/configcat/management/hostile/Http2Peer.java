package com.configcat.management.hostile;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The server's side of an HTTP/2 connection (RFC 9113), frame by frame. */
final class Http2Peer {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PUSH_PROMISE = 5;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;
  private static final int ACK = 1;

  /** {@code :status: 200} in HPACK's static table. */
  static final byte[] OK = {(byte) 0x88};

  private static final int PREFACE = 24;

  private final DataInputStream in;
  private final DataOutputStream out;
  private int stream;

  /** Reads the preface, and sends empty settings. */
  Http2Peer(Socket connection) throws IOException {
    this.in = new DataInputStream(connection.getInputStream());
    this.out = new DataOutputStream(connection.getOutputStream());
    in.readFully(new byte[PREFACE]);
    frame(SETTINGS, 0, 0);
  }

  /** Waits for the end of a request; returns false if the client closes the connection first. */
  boolean readRequest() throws IOException {
    try {
      while (true) {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        stream = in.readInt();
        byte[] payload = in.readNBytes(length);
        if (type == SETTINGS && flags != ACK) {
          frame(SETTINGS, ACK, 0);
        } else if (type == PING && flags != ACK) {
          frame(PING, ACK, 0, payload);
        } else if ((type == DATA || type == HEADERS) && (flags & END_STREAM) != 0) {
          return true;
        }
      }
    } catch (EOFException e) {
      return false;
    }
  }

  /** Returns the stream of the request that was read last. */
  int stream() {
    return stream;
  }

  void frame(int type, int flags, int onStream, byte[]... payloads) throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    for (byte[] part : payloads) {
      payload.write(part);
    }
    out.writeByte(payload.size() >> 16);
    out.writeShort(payload.size());
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(onStream);
    payload.writeTo(out);
    out.flush();
  }

  /** Sends a head of 200 and, as one frame, the whole body. */
  void answer(String body) throws IOException {
    frame(HEADERS, END_HEADERS, stream, OK);
    frame(DATA, END_STREAM, stream, body.getBytes(StandardCharsets.UTF_8));
  }

  void reset(int errorCode) throws IOException {
    frame(RST_STREAM, 0, stream, number(errorCode));
  }

  void goAway(int lastStream, int errorCode) throws IOException {
    frame(GOAWAY, 0, 0, number(lastStream), number(errorCode));
  }

  static byte[] number(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }

  /** Encodes a header without Huffman codes and without the dynamic table. */
  static byte[] header(String name, String value) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(0);
    literal(block, name);
    literal(block, value);
    return block.toByteArray();
  }

  private static void literal(ByteArrayOutputStream block, String text) {
    int length = text.length();
    if (length < 127) {
      block.write(length);
    } else {
      block.write(127);
      for (length -= 127; length > 127; length >>= 7) {
        block.write((length & 127) | 128);
      }
      block.write(length);
    }
    block.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
