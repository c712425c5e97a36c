package com.configcat.management.internal.error;

import com.configcat.management.internal.http.Attempt;
import com.configcat.management.internal.http.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in text: those that this client knows, in any escaping, and anything that looks
 * like a key of the service.
 */
public final class SecretMask {
  private static final String MASK = "***";

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "(?i)(authorization[\"']?\\s*[:=]\\s*[\"']?)(?:[a-z]+[ \\t]+)?[^\\s\"'<>,;\\\\]+");
  private static final Pattern SCHEME_AND_TOKEN =
      Pattern.compile("(?i)\\b(basic|bearer)\\s+[a-z0-9+/._~-]{20,}=*");

  /** Uses a possessive quantifier for the group: otherwise long text would overflow the stack. */
  private static final Pattern KEY_OF_THE_SERVICE =
      Pattern.compile(
          "configcat_whsk_[^\\s\"'<>,;\\\\]*"
              + "|configcat-(?:sdk|proxy)(?:-\\d+)?(?:\\\\?/[^\\s\"'<>,;/\\\\]+)++"
              + "|(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}\\\\?/[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])");

  /** Lengths between which text without blanks may be the first part of a key of the service. */
  private static final int SHORTEST_PART = 12;

  private static final int LONGEST_PART = 100;

  /** Longer than any secret, however it is spelled. */
  private static final int LONGEST_CUT = 8 * 1024;

  /**
   * The shortest secret that is masked. Masks of one or two letters would be everywhere, and tell
   * which letters they hide.
   */
  private static final int SHORTEST = 3;

  private static final Set<String> SECRET_HEADERS =
      Set.of(
          "authorization",
          "proxy-authorization",
          "cookie",
          "set-cookie",
          "set-cookie2",
          Attempt.SDK_KEY_HEADER.toLowerCase(Locale.ROOT));

  private final List<Secret> known;

  /**
   * Makes a mask.
   *
   * @param credentials those that never change; null if each request has its own
   */
  public SecretMask(@Nullable Credentials credentials) {
    this.known =
        credentials == null
            ? List.of()
            : credentials.secrets().stream().flatMap(Secret::of).toList();
  }

  /** Returns the mask for a request, which includes its SDK key and what a provider gave. */
  public UnaryOperator<String> of(Request request) {
    List<Pattern> secrets = spellings(request);
    return text -> mask(text, secrets);
  }

  /**
   * Returns headers, by name whatever its case; those that are secret themselves as {@code ***}.
   */
  public static Map<String, List<String>> headers(Headers headers, UnaryOperator<String> mask) {
    SortedMap<String, List<String>> masked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : headers.names()) {
      boolean secret = SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT));
      masked.put(
          name, headers.values(name).stream().map(v -> secret ? MASK : mask.apply(v)).toList());
    }
    return Collections.unmodifiableSortedMap(masked);
  }

  /** Drops from the end of a truncated text what may be the beginning of a secret. */
  String withoutCutSecret(String text, Request request) {
    int end = text.length();
    for (Pattern secret : spellings(request)) {
      end = Math.min(end, beginningAtTheEnd(secret, text));
    }
    return text.substring(0, withoutPartOfAKey(text, end));
  }

  private static int withoutPartOfAKey(String text, int end) {
    int start = end;
    while (start > Math.max(0, end - LONGEST_PART) && isOfAKey(text.charAt(start - 1))) {
      start--;
    }
    return end - start < SHORTEST_PART ? end : start;
  }

  private static boolean isOfAKey(char character) {
    return (character < 0x80 && Character.isLetterOrDigit(character))
        || "_-/\\".indexOf(character) >= 0;
  }

  private static int beginningAtTheEnd(Pattern secret, String text) {
    Matcher matcher = secret.matcher(text);
    for (int start = Math.max(0, text.length() - LONGEST_CUT); start < text.length(); start++) {
      matcher.region(start, text.length());
      if (!matcher.lookingAt() && matcher.hitEnd()) {
        return start;
      }
    }
    return text.length();
  }

  private List<Pattern> spellings(Request request) {
    // Longest first, since one secret may contain another.
    Attempt attempt = Attempt.of(request);
    return Stream.of(
            known.stream(),
            Stream.ofNullable(attempt.sdkKey()).flatMap(Secret::of),
            attempt.secrets().stream().flatMap(Secret::of))
        .flatMap(secrets -> secrets)
        .sorted(Comparator.comparingInt(Secret::length).reversed())
        .map(Secret::spellings)
        .toList();
  }

  private static String mask(String text, List<Pattern> secrets) {
    String masked = text;
    for (Pattern secret : secrets) {
      masked = secret.matcher(masked).replaceAll(MASK);
    }
    masked = KEY_OF_THE_SERVICE.matcher(masked).replaceAll(MASK);
    masked = AUTHORIZATION.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    return SCHEME_AND_TOKEN.matcher(masked).replaceAll("$1 " + Matcher.quoteReplacement(MASK));
  }

  /**
   * Returns a failure that is safe as the cause of an exception, since stack traces contain the
   * messages of causes: the failure itself if no message in its chain contains a secret, else a
   * substitute with masked messages.
   */
  static Throwable cleanse(Throwable failure, UnaryOperator<String> mask) {
    StringBuilder messages = new StringBuilder();
    boolean clean = true;
    Throwable link = failure;
    for (int depth = 0; link != null && depth < 20; depth++, link = link.getCause()) {
      String text = link.toString();
      String masked = mask.apply(text);
      clean &= masked.equals(text);
      messages
          .append(depth == 0 ? "" : "; caused by ")
          .append(ErrorBody.line(masked, UnaryOperator.identity()));
    }
    if (clean) {
      return failure;
    }
    IOException substitute = new IOException(messages.toString());
    substitute.setStackTrace(failure.getStackTrace());
    return substitute;
  }

  private record Secret(int length, Pattern spellings) {
    /** Returns a secret as it is and in lower case, as in the host of a URL. */
    static Stream<Secret> of(String secret) {
      return Stream.of(secret, secret.toLowerCase(Locale.ROOT))
          .distinct()
          .filter(each -> each.length() >= SHORTEST)
          .map(each -> new Secret(each.length(), howeverSpelled(each)));
    }
  }

  /** Matches the secret in plain text and with JSON, HTML and URL escapes. */
  private static Pattern howeverSpelled(String secret) {
    StringBuilder pattern = new StringBuilder();
    secret
        .codePoints()
        .forEach(
            point -> {
              String character = Character.toString(point);
              pattern.append("(?:").append(Pattern.quote(character));
              pattern.append("|\\\\").append(Pattern.quote(character));
              pattern.append("|(?i:").append(Pattern.quote(jsonEscape(character)));
              pattern.append("|").append(Pattern.quote(percentEscape(character)));
              pattern.append("|&#0*").append(point).append(";");
              pattern.append("|&#x0*").append(Integer.toHexString(point)).append(";");
              pattern.append(htmlName(point)).append("))");
            });
    return Pattern.compile(pattern.toString());
  }

  private static String jsonEscape(String character) {
    StringBuilder escape = new StringBuilder();
    character.chars().forEach(unit -> escape.append("\\u%04x".formatted(unit)));
    return escape.toString();
  }

  private static String percentEscape(String character) {
    StringBuilder escape = new StringBuilder();
    for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
      escape.append("%%%02x".formatted(octet));
    }
    return escape.toString();
  }

  private static String htmlName(int point) {
    return switch (point) {
      case '&' -> "|&amp;";
      case '<' -> "|&lt;";
      case '>' -> "|&gt;";
      case '"' -> "|&quot;";
      case '\'' -> "|&apos;";
      default -> "";
    };
  }
}
