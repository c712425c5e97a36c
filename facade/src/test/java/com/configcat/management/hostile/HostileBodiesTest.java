package com.configcat.management.hostile;

import static com.configcat.management.hostile.ExpectedOutcome.LOST;
import static com.configcat.management.hostile.ExpectedOutcome.UNDECODABLE;
import static com.configcat.management.hostile.ExpectedOutcome.accepted;
import static com.configcat.management.hostile.Reply.ok;
import static com.configcat.management.hostile.Row.keeping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of a success: media types, charsets, content encodings and JSON. */
@Timeout(60)
class HostileBodiesTest {
  private static final String A = "{\"name\":\"a\"}";
  private static final String GZIP = "Content-Encoding: gzip";

  /** Returns bytes as characters, as replies are sent. */
  private static String raw(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String in(Charset charset, String text) {
    return raw(text.getBytes(charset));
  }

  private static String zipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return raw(bytes.toByteArray());
  }

  private static Row type(String type, String body, ExpectedOutcome verdict) {
    return keeping(type, ok(body, "Content-Type: " + type), verdict);
  }

  private static Stream<Row> types() {
    return Stream.of(
        keeping("no type", ok(A), accepted("a")),
        type("", A, accepted("a")),
        type("nonsense", A, accepted("a")),
        type("application/json; charset", A, accepted("a")),
        type("application/json; charset=\"utf-8", A, accepted("a")),
        type("application/problem+json", A, accepted("a")),
        type("text/html", A, UNDECODABLE),
        type("application/xhtml+xml", A, UNDECODABLE),
        type("image/png", A, UNDECODABLE),
        type("multipart/mixed; boundary=a", "--a\r\n\r\n" + A, UNDECODABLE),
        type("application/json; charset=klingon", A, UNDECODABLE),
        type("application/json; charset=utf-16", in(StandardCharsets.UTF_16, A), accepted("a")),
        type("application/json; charset=utf-16le", in(StandardCharsets.UTF_16LE, A), accepted("a")),
        type("application/json; charset=us-ascii", "{\"name\":\"\u00e4\"}", UNDECODABLE),
        keeping("UTF-16 that is not declared", ok(in(StandardCharsets.UTF_16, A)), UNDECODABLE),
        keeping("UTF-16 without a mark", ok(in(StandardCharsets.UTF_16LE, A)), UNDECODABLE),
        keeping("UTF-32", ok(in(Charset.forName("UTF-32"), A)), UNDECODABLE),
        keeping("byte order mark", ok(in(StandardCharsets.UTF_8, "\ufeff" + A)), accepted("a")),
        keeping(
            "two byte order marks",
            ok(in(StandardCharsets.UTF_8, "\ufeff\ufeff" + A)),
            UNDECODABLE),
        keeping("Latin-1 that is not declared", ok("{\"name\":\"\u00e4\"}"), UNDECODABLE),
        keeping("half a character at the end", ok(A + "\u00c3"), UNDECODABLE),
        keeping("surrogates in UTF-8", ok("{\"name\":\"\u00ed\u00a0\u0080\"}"), UNDECODABLE));
  }

  /**
   * A body that cannot be unpacked to its end is lost, whatever its status and length say:
   * something on the way broke off, which another attempt may mend. A write may have been applied.
   */
  private static Stream<Row> encodings() {
    String zipped = zipped(A);
    return Stream.of(
        keeping("gzip", ok(zipped, GZIP), accepted("a")),
        keeping("gzip in upper case", ok(zipped, "Content-Encoding: GZIP"), accepted("a")),
        keeping("gzip that is none", ok(A, GZIP), LOST),
        keeping("gzip cut in its head", ok(zipped.substring(0, 5), GZIP), LOST),
        keeping("gzip cut in the middle", ok(zipped.substring(0, 15), GZIP), LOST),
        keeping(
            "gzip without its checksum", ok(zipped.substring(0, zipped.length() - 8), GZIP), LOST),
        keeping("gzip and more", ok(zipped + "more", GZIP), LOST),
        keeping("gzip of nothing", ok("", GZIP), LOST),
        keeping("gzip twice, said once", ok(zipped(zipped), GZIP), UNDECODABLE),
        keeping("gzip twice", ok(zipped(zipped), "Content-Encoding: gzip, gzip"), UNDECODABLE),
        keeping("gzip that is not declared", ok(zipped), UNDECODABLE),
        keeping("br", ok("\u000b\u0005\u0080" + A, "Content-Encoding: br"), UNDECODABLE),
        keeping("deflate", ok("x\u009c", "Content-Encoding: deflate"), UNDECODABLE),
        keeping(
            "unknown encoding of what is plain",
            ok(A, "Content-Encoding: aws-chunked"),
            accepted("a")));
  }

  private static Stream<Row> json() {
    return Stream.of(
            "",
            " ",
            "null",
            "true",
            "1",
            "\"a\"",
            "[]",
            "[" + A + "]",
            "{",
            "}",
            "{]",
            A + ",",
            A + A,
            A + "\u0000",
            A + "//",
            "/* a */" + A,
            "# a\n" + A,
            ")]}'\n" + A,
            "{name:\"a\"}",
            "{'name':'a'}",
            "{\"name\"=\"a\"}",
            "{\"name\":\"a\";\"order\":1}",
            "{\"name\":\"a\",}",
            "{,\"name\":\"a\"}",
            "{\"name\":}",
            "{\"name\"}",
            "{\"name\":\"\\x\"}",
            "{\"name\":\"\\u12\"}",
            "{\"name\":\"\\ud83g\"}",
            "{\"name\":{}}",
            "{\"name\":[\"a\"]}",
            "{\"order\":NaN}",
            "{\"order\":Infinity}",
            "{\"order\":1.5}",
            "{\"order\":2147483648}",
            "{\"order\":1e999999999}",
            "{\"order\":" + "9".repeat(100_000) + "}",
            "{\"order\":01}",
            "{\"order\":+1}",
            "{\"order\":0x1}",
            "{\"order\":\"\"}",
            "{\"order\":true}",
            "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
            "{\"x\":".repeat(10_000) + "1" + "}".repeat(10_000),
            "[".repeat(1_000_000),
            "{\"x\":NaN}",
            "{\"x\":nul}")
        .map(body -> keeping(shown(body), ok(body, "Content-Type: application/json"), UNDECODABLE));
  }

  private static Stream<Row> acceptedJson() {
    return Stream.of(
        keeping("white space", ok("\r\n\t " + A + " \n"), accepted("a")),
        keeping("unknown properties", ok("{\"x\":{\"y\":[1,null]},\"name\":\"a\"}"), accepted("a")),
        keeping(
            "a long string",
            ok("{\"x\":\"" + "y".repeat(1_000_000) + "\",\"name\":\"a\"}"),
            accepted("a")),
        keeping(
            "a huge number that nobody reads",
            ok("{\"x\":1e999999999,\"name\":\"a\"}"),
            accepted("a")),
        keeping("a property twice", ok("{\"name\":\"b\",\"name\":\"a\"}"), accepted("a")),
        keeping("half a surrogate pair", ok("{\"name\":\"\\ud83d\"}"), accepted("\ud83d")),
        keeping("an escaped NUL", ok("{\"name\":\"\\u0000\"}"), accepted("\0")),
        keeping(
            "a whole number with a fraction", ok("{\"name\":\"a\",\"order\":1.0}"), accepted("a")),
        keeping("a number in a string", ok("{\"name\":\"a\",\"order\":\"1\"}"), accepted("a")),
        keeping("a string as a number", ok("{\"name\":1}"), accepted("1")));
  }

  private static String shown(String body) {
    return body.length() < 40 ? body : body.substring(0, 40) + "… " + body.length();
  }

  private static Stream<Row> rows() {
    return Stream.of(types(), encodings(), json(), acceptedJson()).flatMap(rows -> rows);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("rows")
  void endsACallOfEveryKind(Row row) throws Exception {
    row.check();
  }
}
