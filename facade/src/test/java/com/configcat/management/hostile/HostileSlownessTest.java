package com.configcat.management.hostile;

import static com.configcat.management.hostile.ExpectedOutcome.LATE;
import static com.configcat.management.hostile.Reply.dripping;
import static com.configcat.management.hostile.Reply.head;
import static com.configcat.management.hostile.Reply.stalling;

import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that never come to an end: the deadline ends the call. */
@Timeout(60)
class HostileSlownessTest {
  private static final String CHUNKED = head("200 OK", "Transfer-Encoding: chunked");

  private static Stream<Row> rows() {
    return Stream.of(
        new Row("says nothing", stalling(""), LATE),
        new Row("stalls in the status line", stalling("HTTP/1."), LATE),
        new Row("stalls in the head", stalling("HTTP/1.1 200 OK\r\nA:"), LATE),
        new Row("stalls before the body", stalling(head("200 OK", "Content-Length: 2")), LATE),
        new Row("stalls in the body", stalling(head("200 OK", "Content-Length: 2") + "{"), LATE),
        new Row("stalls without a length", stalling(head("200 OK") + "{}"), LATE),
        new Row("stalls in a chunk", stalling(CHUNKED + "2\r\n{"), LATE),
        new Row("stalls before the last chunk", stalling(CHUNKED + "2\r\n{}\r\n"), LATE),
        new Row("stalls in an error", stalling(head("404 Oh", "Content-Length: 2") + "{"), LATE),
        new Row("stalls after an interim response", stalling(head("103 Oh")), LATE),
        new Row("drips a status line", dripping("HTTP/1.1 200 ", "O"), LATE),
        new Row("drips headers", dripping("HTTP/1.1 200 OK\r\n", "A: b\r\n"), LATE),
        new Row("drips interim responses", dripping("", head("103 Early Hints")), LATE),
        new Row("drips a body", dripping(head("200 OK", "Content-Length: 9999"), " "), LATE),
        new Row("drips chunks", dripping(CHUNKED, "1\r\n \r\n"), LATE),
        new Row("drips an error", dripping(head("400 Oh", "Content-Length: 9999"), " "), LATE));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("rows")
  void endsACallOfEveryKindAtItsDeadline(Row row) throws Exception {
    row.checkDeadline();
  }
}
