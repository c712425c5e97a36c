package com.configcat.management.openapi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Decisions read from the bytes that a fuzzer mutates, a byte each; zeros once they are used up.
 */
final class Choices {
  private static final int SEEDS = 200;

  private final ByteBuffer bytes;

  Choices(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /** Returns bytes to start from: enough for several decisions. */
  static Stream<byte[]> seeds() {
    Random random = new Random(7);
    return IntStream.range(0, SEEDS)
        .mapToObj(
            index -> {
              byte[] seed = new byte[20 + random.nextInt(80)];
              random.nextBytes(seed);
              return seed;
            });
  }

  /** Returns a number of at least zero that is below the given one. */
  int below(int limit) {
    if (!bytes.hasRemaining()) {
      return 0;
    }
    int choice = bytes.get() & 0xff;
    if (limit > 256 && bytes.hasRemaining()) {
      choice = choice << 8 | bytes.get() & 0xff;
    }
    return choice % limit;
  }

  <T> T of(List<T> all) {
    return all.get(below(all.size()));
  }

  String text(int longest) {
    byte[] text = new byte[Math.min(below(longest + 1), bytes.remaining())];
    bytes.get(text);
    return new String(text, StandardCharsets.ISO_8859_1);
  }
}
