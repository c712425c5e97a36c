package com.configcat.management.hostile;

import static com.configcat.management.hostile.ExpectedOutcome.ACCEPTED;
import static com.configcat.management.hostile.ExpectedOutcome.LOST;
import static com.configcat.management.hostile.ExpectedOutcome.doubt;
import static com.configcat.management.hostile.ExpectedOutcome.refusal;
import static com.configcat.management.hostile.Reply.answer;
import static com.configcat.management.hostile.Reply.head;
import static com.configcat.management.hostile.Reply.ok;
import static com.configcat.management.hostile.Row.closing;
import static com.configcat.management.hostile.Row.keeping;

import com.configcat.management.error.ForbiddenException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.error.ServerErrorException;
import com.configcat.management.error.UnauthorizedException;
import com.configcat.management.error.UnexpectedStatusException;
import com.configcat.management.hostile.ExpectedOutcome.Repeats;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Status lines and headers. */
@Timeout(60)
class HostileHeadsTest {
  private static final String LONG = "x".repeat(300_000);

  private static Stream<Row> statusLines() {
    return Stream.of(
        closing("no status line", "\r\n\r\n", LOST),
        closing("no HTTP", "SSH-2.0-OpenSSH_9.6\r\n", LOST),
        closing("HTTP/0.9", "{}", LOST),
        closing("HTTP/2 in text", "HTTP/2 200 OK\r\nContent-Length: 2\r\n\r\n{}", LOST),
        closing("HTTP/1.2", "HTTP/1.2 200 OK\r\nContent-Length: 2\r\n\r\n{}", LOST),
        keeping("ICY", "ICY 200 OK\r\nContent-Length: 2\r\n\r\n{}", ACCEPTED),
        closing("lower case", "http/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", LOST),
        closing("blank in front", " HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", LOST),
        closing("status of letters", "HTTP/1.1 2xx OK\r\nContent-Length: 2\r\n\r\n{}", LOST),
        closing("status of two digits", "HTTP/1.1 20 OK\r\nContent-Length: 2\r\n\r\n{}", LOST),
        closing("status of four digits", "HTTP/1.1 2000 OK\r\nContent-Length: 2\r\n\r\n{}", LOST),
        keeping("no reason", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\n{}", ACCEPTED),
        keeping("line feeds alone", "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", ACCEPTED),
        closing("endless line", "HTTP/1.1 200 " + LONG, LOST),
        keeping(
            "control characters in the reason",
            answer("404 \u001b[2J\u0007\u0000gone", ""),
            refusal(NotFoundException.class, 404)),
        keeping("600", answer("600 Oh", ""), doubt(ServerErrorException.class, 600, Repeats.NONE)),
        keeping("999", answer("999 Oh", ""), doubt(ServerErrorException.class, 999, Repeats.NONE)));
  }

  private static Stream<Row> headers() {
    return Stream.of(
        closing("line without colon", head("200 OK", "nonsense") + "{}", ACCEPTED),
        closing("folded line", head("200 OK", "A: b", " c: d") + "{}", ACCEPTED),
        closing("name with a blank", head("200 OK", "A b: c") + "{}", ACCEPTED),
        closing("no end of the head", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n", LOST),
        closing("endless header", "HTTP/1.1 200 OK\r\nA: " + LONG + "\r\n\r\n{}", LOST),
        closing(
            "endless headers",
            head("200 OK", "A: bcdefgh\r\n".repeat(30_000) + "C: d") + "{}",
            LOST),
        keeping("bytes beyond ASCII", ok("{}", "X-Rate-Limit-Remaining: \u00e9\u00ff"), ACCEPTED),
        keeping("control characters", ok("{}", "Retry-After: \u0001\u001b[2J"), ACCEPTED),
        keeping("quota of nothing", ok("{}", "X-Rate-Limit-Remaining:"), ACCEPTED),
        keeping(
            "quota a hundred times",
            ok(
                "{}",
                IntStream.range(0, 100)
                    .mapToObj("X-Rate-Limit-Remaining: %d0"::formatted)
                    .skip(1)
                    .toArray(String[]::new)),
            ACCEPTED),
        keeping("quota as a long list", ok("{}", "Retry-After: " + "1,".repeat(50_000)), ACCEPTED),
        keeping(
            "reset before the epoch",
            ok("{}", "X-Rate-Limit-Remaining: 0", "X-Rate-Limit-Reset: -999999999-01-01T00:00:00Z"),
            ACCEPTED),
        keeping("Keep-Alive of nonsense", ok("{}", "Keep-Alive: timeout=-1, max=\"\""), ACCEPTED),
        keeping("Keep-Alive of nothing", ok("{}", "Keep-Alive: timeout=0"), ACCEPTED),
        keeping("Date of nonsense", ok("{}", "Date: yesterday"), ACCEPTED),
        keeping("Date far away", ok("{}", "Date: Fri, 31 Dec 9999 23:59:59 GMT"), ACCEPTED),
        keeping("cookies", ok("{}", "Set-Cookie: a=b; Domain=.example", "Set-Cookie: ="), ACCEPTED),
        keeping("Alt-Svc", ok("{}", "Alt-Svc: h3=\":1\"; ma=9999999999"), ACCEPTED));
  }

  private static Stream<Row> refusals() {
    return Stream.of(
        keeping("401 alone", answer("401 Oh", ""), refusal(UnauthorizedException.class, 401)),
        keeping(
            "401 that wants Basic",
            answer("401 Oh", "", "WWW-Authenticate: Basic realm=\"a\", charset=\"UTF-8\""),
            refusal(UnauthorizedException.class, 401)),
        keeping(
            "401 that wants what nobody knows",
            answer("401 Oh", "", "WWW-Authenticate: Negotiate ,,=\"", "WWW-Authenticate: \u0001"),
            refusal(UnauthorizedException.class, 401)),
        keeping(
            "401 of a proxy's header",
            answer("401 Oh", "", "Proxy-Authenticate: Basic realm=\"a\""),
            refusal(UnauthorizedException.class, 401)),
        keeping(
            "407 of the service",
            answer("407 Oh", "", "Proxy-Authenticate: Basic realm=\"a\""),
            refusal(UnexpectedStatusException.class, 407)),
        keeping(
            "403 that wants credentials",
            answer("403 Oh", "", "WWW-Authenticate: Basic realm=\"a\""),
            refusal(ForbiddenException.class, 403)),
        keeping("421", answer("421 Oh", ""), refusal(UnexpectedStatusException.class, 421)),
        keeping("425", answer("425 Oh", ""), refusal(UnexpectedStatusException.class, 425)),
        keeping(
            "426",
            answer("426 Oh", "", "Upgrade: h2c", "Connection: upgrade"),
            refusal(UnexpectedStatusException.class, 426)),
        keeping("451", answer("451 Oh", ""), refusal(UnexpectedStatusException.class, 451)),
        keeping(
            "503",
            answer("503 Oh", ""),
            doubt(ServerErrorException.class, 503, Repeats.IDEMPOTENT)));
  }

  private static Row redirect(int status, String... location) {
    return keeping(
        status + " " + String.join(", ", location),
        answer(status + " Oh", "", location),
        doubt(UnexpectedStatusException.class, status, Repeats.NONE));
  }

  private static Stream<Row> redirects() {
    return Stream.concat(
        IntStream.of(300, 301, 302, 303, 305, 306, 307, 308, 399)
            .mapToObj(status -> redirect(status, "Location: /v1/products")),
        Stream.of(
            redirect(302),
            redirect(302, "Location:"),
            redirect(307, "Location: ?a=b"),
            redirect(308, "Location: https://127.0.0.1:1/"),
            redirect(307, "Location: http://user:p4ssw0rd@127.0.0.1:1/"),
            redirect(301, "Location: ftp://127.0.0.1/"),
            redirect(301, "Location: javascript:alert(1)"),
            redirect(308, "Location: http://["),
            redirect(302, "Location: \u0001\u00e9"),
            redirect(302, "Location: /a", "Location: /b")));
  }

  private static Stream<Row> rows() {
    return Stream.of(statusLines(), headers(), refusals(), redirects()).flatMap(rows -> rows);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("rows")
  void endsACallOfEveryKind(Row row) throws Exception {
    row.check();
  }
}
