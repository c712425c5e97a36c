package com.configcat.management.hostile;

import static com.configcat.management.hostile.ExpectedOutcome.ACCEPTED;
import static com.configcat.management.hostile.ExpectedOutcome.LOST;
import static com.configcat.management.hostile.ExpectedOutcome.UNDECODABLE;
import static com.configcat.management.hostile.ExpectedOutcome.accepted;
import static com.configcat.management.hostile.ExpectedOutcome.doubt;
import static com.configcat.management.hostile.ExpectedOutcome.refusal;
import static com.configcat.management.hostile.Reply.answer;
import static com.configcat.management.hostile.Reply.head;
import static com.configcat.management.hostile.Reply.ok;
import static com.configcat.management.hostile.Row.closing;
import static com.configcat.management.hostile.Row.keeping;

import com.configcat.management.error.ConflictException;
import com.configcat.management.error.UnexpectedStatusException;
import com.configcat.management.hostile.ExpectedOutcome.Repeats;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where an answer ends: lengths, chunks, interim responses, and statuses without a body. */
@Timeout(60)
class HostileFramingTest {
  private static final String CLOSE = "Connection: close";
  private static final String CHUNKED = "Transfer-Encoding: chunked";

  private static Stream<Row> lengths() {
    return Stream.of(
        closing("no length, then the end", head("200 OK") + "{}", ACCEPTED),
        keeping("length of letters", head("200 OK", "Content-Length: two") + "{}", LOST),
        keeping("no digit", head("200 OK", "Content-Length:") + "{}", LOST),
        keeping("length with a sign", head("200 OK", "Content-Length: +2") + "{}", LOST),
        closing("too long a length", head("200 OK", "Content-Length: 3") + "{}", LOST),
        closing(
            "too short a length", head("200 OK", CLOSE, "Content-Length: 1") + "{}", UNDECODABLE),
        closing(
            "length of nothing", head("200 OK", CLOSE, "Content-Length: 0") + "{}", UNDECODABLE),
        closing(
            "length of more than a long",
            head("200 OK", "Content-Length: 99999999999999999999") + "{}",
            LOST),
        closing(
            "length of all that is",
            head("200 OK", "Content-Length: 999999999999999999") + "{}",
            UNDECODABLE),
        keeping(
            "the same length twice",
            head("200 OK", "Content-Length: 2", "Content-Length: 2") + "{}",
            ACCEPTED),
        keeping(
            "two lengths, the shorter first",
            head("200 OK", "Content-Length: 2", "Content-Length: 5") + "{}",
            LOST),
        keeping(
            "two lengths, the longer first",
            head("200 OK", "Content-Length: 5", "Content-Length: 2") + "{}   ",
            LOST),
        keeping(
            "two lengths of an error",
            head("409 Oh", "Content-Length: 5", "Content-Length: 2") + "{}   ",
            refusal(ConflictException.class, 409)),
        keeping("two lengths in a list", head("200 OK", "Content-Length: 2, 5") + "{}   ", LOST),
        keeping("the same length in a list", head("200 OK", "Content-Length: 2, 2") + "{}", LOST),
        closing(
            "an answer after the last answer",
            ok("{\"name\":\"mine\"}", CLOSE) + ok("{\"name\":\"another\"}"),
            accepted("mine")));
  }

  private static Stream<Row> chunks() {
    return Stream.of(
        keeping("chunks", head("200 OK", CHUNKED) + "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n", ACCEPTED),
        keeping(
            "chunk extensions",
            head("200 OK", CHUNKED) + "2;a=\"b\\\"\";c\r\n{}\r\n0;d\r\n\r\n",
            ACCEPTED),
        keeping(
            "trailers",
            head("200 OK", CHUNKED, "Trailer: A")
                + "2\r\n{}\r\n0\r\nA: b\r\nContent-Length: 9\r\n\r\n",
            ACCEPTED),
        keeping(
            "trailer without colon",
            head("200 OK", CHUNKED) + "2\r\n{}\r\n0\r\nA\r\n\r\n",
            ACCEPTED),
        closing("no last chunk", head("200 OK", CHUNKED) + "2\r\n{}\r\n", LOST),
        closing("no end of trailers", head("200 OK", CHUNKED) + "2\r\n{}\r\n0\r\n", LOST),
        closing("half a chunk", head("200 OK", CHUNKED) + "9\r\n{}", LOST),
        closing("no chunk", head("200 OK", CHUNKED), LOST),
        keeping("empty body", head("200 OK", CHUNKED) + "0\r\n\r\n", UNDECODABLE),
        closing("size of letters", head("200 OK", CHUNKED) + "two\r\n{}\r\n0\r\n\r\n", LOST),
        closing("no size", head("200 OK", CHUNKED) + "\r\n{}\r\n0\r\n\r\n", LOST),
        closing("size with a prefix", head("200 OK", CHUNKED) + "0x2\r\n{}\r\n0\r\n\r\n", LOST),
        closing("largest size", head("200 OK", CHUNKED) + "7fffffffffffffff\r\n{}", LOST),
        closing("endless size", head("200 OK", CHUNKED) + "0".repeat(300_000) + "2\r\n{}", LOST),
        keeping("more than its size", head("200 OK", CHUNKED) + "2\r\n{}{}\r\n0\r\n\r\n", ACCEPTED),
        keeping(
            "chunks and a length",
            head("200 OK", CHUNKED, "Content-Length: 99") + "2\r\n{}\r\n0\r\n\r\n",
            ACCEPTED),
        keeping(
            "a length and chunks",
            head("200 OK", "Content-Length: 1", CHUNKED) + "2\r\n{}\r\n0\r\n\r\n",
            ACCEPTED),
        keeping("unknown transfer encoding", head("200 OK", "Transfer-Encoding: zip") + "{}", LOST),
        keeping("no transfer encoding", ok("{}", "Transfer-Encoding: identity"), ACCEPTED),
        keeping(
            "two transfer encodings",
            head("200 OK", "Transfer-Encoding: gzip, chunked") + "2\r\n{}\r\n0\r\n\r\n",
            LOST),
        keeping(
            "two transfer encodings and a length",
            ok("{}", "Transfer-Encoding: gzip, chunked"),
            LOST),
        keeping(
            "chunked twice", head("200 OK", CHUNKED, CHUNKED) + "2\r\n{}\r\n0\r\n\r\n", ACCEPTED));
  }

  private static Stream<Row> interims() {
    String good = ok("{\"name\":\"last\"}");
    return Stream.of(
        keeping("100 that nobody asked for", head("100 Continue") + good, accepted("last")),
        keeping("102", head("102 Processing") + good, accepted("last")),
        keeping(
            "103 with links",
            head("103 Early Hints", "Link: </a>; rel=preload") + good,
            accepted("last")),
        keeping(
            "many 103s",
            head("103 Early Hints", "Link: </a>").repeat(500) + good,
            accepted("last")),
        keeping(
            "all kinds of interim responses",
            head("100 Continue") + head("102 Oh") + head("103 Oh") + head("199 Oh") + good,
            accepted("last")),
        closing(
            "interim responses without end",
            head("103 Early Hints", "A: " + "b".repeat(1000)).repeat(400),
            LOST),
        closing("an interim response and the end", head("103 Early Hints"), LOST),
        keeping(
            "101",
            head("101 Switching Protocols", "Upgrade: h2c", "Connection: upgrade")
                + "PRI * HTTP/2.0",
            doubt(UnexpectedStatusException.class, 101, Repeats.NONE)),
        keeping(
            "101 without Upgrade",
            head("101 Switching Protocols") + "{}",
            doubt(UnexpectedStatusException.class, 101, Repeats.NONE)));
  }

  private static Stream<Row> empties() {
    return Stream.of(
        keeping("204", head("204 No Content"), UNDECODABLE),
        closing("204 with a body", answer("204 No Content", "{}"), LOST),
        keeping(
            "204 with chunks",
            head("204 No Content", CHUNKED) + "2\r\n{}\r\n0\r\n\r\n",
            UNDECODABLE),
        closing("204 with more than it has", head("204 No Content", CLOSE) + "{}", UNDECODABLE),
        keeping("205", answer("205 Reset Content", ""), UNDECODABLE),
        closing("205 with a body", answer("205 Reset Content", "{}"), LOST),
        keeping(
            "304",
            head("304 Not Modified"),
            doubt(UnexpectedStatusException.class, 304, Repeats.NONE)),
        keeping(
            "304 with a body",
            answer("304 Not Modified", "{}"),
            doubt(UnexpectedStatusException.class, 304, Repeats.NONE)),
        keeping(
            "206 of a part",
            answer("206 Partial Content", "{", "Content-Range: bytes 0-0/2"),
            UNDECODABLE),
        keeping("299", answer("299 Oh", "{\"name\":\"a\"}"), accepted("a")),
        closing(
            "409 without a length",
            head("409 Conflict") + "{",
            refusal(ConflictException.class, 409)));
  }

  private static Stream<Row> resets() {
    return Stream.of(
        new Row("reset before the answer", Reply.resetting(""), LOST),
        new Row("reset in the status line", Reply.resetting("HTTP/1.1 2"), LOST),
        new Row("reset in the head", Reply.resetting("HTTP/1.1 200 OK\r\nContent-"), LOST),
        new Row("closed before the answer", Reply.closing(""), LOST),
        new Row("closed in the status line", Reply.closing("HTTP/1.1 2"), LOST),
        new Row("closed before the body", Reply.closing(head("200 OK", "Content-Length: 2")), LOST),
        new Row(
            "closed in the body", Reply.closing(head("200 OK", "Content-Length: 2") + "{"), LOST));
  }

  private static Stream<Row> rows() {
    return Stream.of(lengths(), chunks(), interims(), empties(), resets()).flatMap(rows -> rows);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("rows")
  void endsACallOfEveryKind(Row row) throws Exception {
    row.check();
  }
}
