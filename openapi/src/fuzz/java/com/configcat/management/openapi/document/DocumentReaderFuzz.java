package com.configcat.management.openapi.document;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as JSON or YAML, are an object or refused in words. */
class DocumentReaderFuzz {
  static Stream<byte[]> seeds() {
    return Stream.of(
            "{\"openapi\": \"3.0.1\", \"paths\": {\"/v1/me\": {\"get\": {\"tags\": [\"Me\"]}}}}",
            "{\"a\": [1, -2.5e3, true, null, \"\\u00e4\"], \"b\": {}}",
            "openapi: 3.0.1\npaths:\n  /v1/me:\n    get:\n      tags: [Me, 'You', \"All\"]\n",
            "a: |\n  b\n  c\nd: >-\n  e\n  f\n? g\n: - 1\n  - ~\n  - 0x1F\n  - 2026-11-01\n",
            "a: &b {c: d}\ne: *b\n<<: *b\nf: !!binary aGk=\n--- # another\n",
            "%YAML 1.1\n---\na: 1_000\nb: 1:30\nc: .inf\nd: 0b11\n...\n",
            "\ufeff{}",
            "<!DOCTYPE html>")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void readsOrRefuses(byte[] data) {
    try {
      var unused = DocumentReader.read(data).toString();
    } catch (ContractException e) {
      if (Objects.requireNonNull(e.getMessage()).isBlank()) {
        throw new AssertionError("A refusal without a word", e);
      }
    }
  }
}
