package com.configcat.management.openapi.pull;

import com.configcat.management.openapi.document.ContractException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gets the bytes of a document from a URL or a file, within a time and a size.
 *
 * <p>Redirects are not followed: the place of the document is configuration, and a redirect is more
 * often the sign of a proxy's login page than of a document that moved.
 */
public final class DocumentPull {
  private static final Pattern HAS_SCHEME = Pattern.compile("(?i)(?!file:)[a-z][a-z0-9+.-]*://.*");
  private final Duration limit;
  private final int maxBytes;

  public DocumentPull(Duration limit, int maxBytes) {
    this.limit = limit;
    this.maxBytes = maxBytes;
  }

  public static boolean isRemote(String place) {
    return place.toLowerCase(Locale.ROOT).matches("https?://.*");
  }

  /** Returns a place without user name, password, query and fragment, fit to be shown. */
  public static String shown(String place) {
    return HAS_SCHEME.matcher(place).matches()
        ? place.replaceFirst("[?#].*", "").replaceFirst("//[^/]*@", "//")
        : place;
  }

  /**
   * Gets the document.
   *
   * @throws ContractException if it cannot be had
   */
  public byte[] pull(String place) {
    if (isRemote(place)) {
      return fromNetwork(place);
    }
    if (HAS_SCHEME.matcher(place).matches()) {
      throw new ContractException(shown(place) + " is neither http, https nor a file");
    }
    return fromFile(place);
  }

  private byte[] fromFile(String place) {
    try {
      Path file = place.startsWith("file:") ? Path.of(URI.create(place)) : Path.of(place);
      if (!Files.isRegularFile(file)) {
        throw new ContractException(
            "the file " + place + " does not exist or is not a regular file");
      }
      if (Files.size(file) > maxBytes) {
        throw tooLarge();
      }
      return Files.readAllBytes(file);
    } catch (IOException | IllegalArgumentException e) {
      throw new ContractException(
          "the file " + place + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private byte[] fromNetwork(String place) {
    HttpRequest request;
    try {
      request =
          HttpRequest.newBuilder(URI.create(place))
              .header("Accept", "application/json, application/yaml;q=0.9, */*;q=0.1")
              .build();
    } catch (IllegalArgumentException e) {
      throw new ContractException(shown(place) + " is not a URL", e);
    }
    HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    // HttpRequest.timeout would end with the headers; this one covers the body as well.
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, this::body);
    try {
      return checked(place, answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new ContractException(
          shown(place) + " did not deliver the whole document within " + limit.toMillis() + " ms",
          e);
    } catch (ExecutionException e) {
      throw new ContractException(shown(place) + " cannot be read: " + reason(e.getCause()), e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new ContractException("interrupted while reading " + shown(place), e);
    }
  }

  private HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo info) {
    long announced = info.headers().firstValueAsLong("Content-Length").orElse(0);
    return new CappedBody(HttpResponse.BodySubscribers.ofByteArray(), maxBytes, announced);
  }

  private static byte[] checked(String place, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status / 100 == 3) {
      throw new ContractException(
          shown(place)
              + " redirects ("
              + status
              + "), which is not followed; set -Dcontract.url to the final address");
    }
    if (status != 200) {
      throw new ContractException(shown(place) + " answered " + status);
    }
    return response.body();
  }

  private ContractException tooLarge() {
    return new ContractException("the document is larger than " + maxBytes + " bytes");
  }

  private static String reason(@Nullable Throwable cause) {
    for (Throwable deeper = cause; deeper != null; deeper = deeper.getCause()) {
      if (deeper instanceof UnresolvedAddressException) {
        return "the host is not known";
      }
    }
    if (cause == null || cause instanceof ConnectException) {
      return "no connection";
    }
    String message = cause.getMessage();
    return cause.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
  }
}
