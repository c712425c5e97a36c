package com.configcat.management.hal;

import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.http.Origin;
import com.configcat.management.operations.CallRunner;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Reads the API as JSON+HAL: resources with links to follow.
 *
 * <p>Each call requests {@code application/hal+json}. It shares the rate limit of the operation
 * that its path belongs to with the calls of other resources, and is retried and fails like them. A
 * response that is not JSON+HAL throws a {@link com.configcat.management.error.DecodingException}.
 * Only URLs of the base URL's origin are read: links to other origins are rejected before anything
 * is sent.
 *
 * <p>Thread-safe.
 */
public final class HalBrowser {
  private final HttpUrl baseUrl;
  private final HalApi calls;
  private final CallRunner runner;

  /**
   * Creates a browser; use {@code hal()} of the client instead.
   *
   * @param context the context that the client gives its resources
   */
  public HalBrowser(ResourceContext context) {
    this.baseUrl = context.retrofit().baseUrl();
    this.calls = context.api(HalApi.class, new HalConverterFactory());
    this.runner = context.runner();
  }

  /**
   * Reads the Organizations that the credentials can access: {@code GET /v1/organizations}.
   *
   * @return the Organizations
   */
  public HalResources organizations() {
    return get("/v1/organizations");
  }

  /**
   * Reads the Products that the credentials can access: {@code GET /v1/products}.
   *
   * @return the Products
   */
  public HalResources products() {
    return get("/v1/products");
  }

  /**
   * Reads a path of the API.
   *
   * @param path such as {@code /v1/configs/08d86d63-2721-4da6-8c06-584521d516bc}, relative to the
   *     base URL; or an absolute URL of the same origin
   * @return one resource, or each element of an array
   * @throws IllegalArgumentException if it is blank, contains a brace, a control character or half
   *     of a surrogate pair, is not a valid http or https URL, or leads to another origin
   */
  public HalResources get(String path) {
    Objects.requireNonNull(path, "path is null: give one such as /v1/products");
    if (path.isBlank()) {
      throw new IllegalArgumentException("path is blank: give one such as /v1/products");
    }
    if (path.chars().anyMatch(Character::isISOControl) || path.contains("{")) {
      throw new IllegalArgumentException(
          "path contains a brace or a control character: fill in its parameters");
    }
    String unused = Preconditions.sendable(path, "path");
    return get(sameOrigin(baseUrl.resolve(path.strip().replaceFirst("^/+", "")), "The path"));
  }

  HalResources get(HttpUrl url) {
    Call<HalDocument> call = calls.get(url, ReadOperations.of(baseUrl, url));
    HalDocument document = runner.run(call);
    return new HalResources(new HalContext(this, baseUrl, url), document.resources());
  }

  /**
   * Rejects URLs of other origins, which must not get the credentials, and removes user info and
   * fragment.
   */
  HttpUrl sameOrigin(@Nullable HttpUrl url, String what) {
    if (url == null) {
      throw new IllegalArgumentException(what + " is not an http or https URL: nothing was sent");
    }
    if (!Origin.same(baseUrl, url)) {
      throw new IllegalArgumentException(
          "%s leads to %s, but the client's credentials are for %s: nothing was sent"
              .formatted(what, Origin.shown(url), Origin.shown(baseUrl)));
    }
    return url.newBuilder().username("").password("").fragment(null).build();
  }
}
