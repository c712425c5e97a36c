package com.configcat.management.hal;

import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.http.Origin;
import com.configcat.management.operations.CallRunner;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Reads the API as JSON+HAL: resources that say where to go from them.
 *
 * <p>Each call asks for {@code application/hal+json}. It keeps to the rate limit of the operation
 * that its path belongs to, together with the calls of the other resources, and is repeated and
 * fails as they do. An answer that is no JSON+HAL is a {@link
 * com.configcat.management.error.DecodingException}. Only what is at the client's base URL is read:
 * links that lead elsewhere are refused before anything is sent.
 *
 * <p>Safe for use by several threads.
 */
public final class HalBrowser {
  private final HttpUrl baseUrl;
  private final HalApi calls;
  private final CallRunner runner;

  /**
   * Makes a browser; {@code hal()} of the client returns one.
   *
   * @param context what the client gives its resources
   */
  public HalBrowser(ResourceContext context) {
    this.baseUrl = context.retrofit().baseUrl();
    this.calls = context.api(HalApi.class, new HalConverterFactory());
    this.runner = context.runner();
  }

  /**
   * Reads the Organizations that the credentials reach: {@code GET /v1/organizations}.
   *
   * @return each of them
   */
  public HalResources organizations() {
    return get("/v1/organizations");
  }

  /**
   * Reads the Products that the credentials reach: {@code GET /v1/products}.
   *
   * @return each of them
   */
  public HalResources products() {
    return get("/v1/products");
  }

  /**
   * Reads what is at a path of the API.
   *
   * @param path such as {@code /v1/configs/08d86d63-2721-4da6-8c06-584521d516bc}, to follow the
   *     base URL; or a whole URL at the same origin
   * @return one resource, or each of a list
   * @throws IllegalArgumentException if it is blank, no URL can be made of it, or it leads to
   *     another origin
   */
  public HalResources get(String path) {
    Objects.requireNonNull(path, "path is null: give one such as /v1/products");
    if (path.isBlank()) {
      throw new IllegalArgumentException("path is blank: give one such as /v1/products");
    }
    if (path.chars().anyMatch(Character::isISOControl) || path.contains("{")) {
      throw new IllegalArgumentException(
          "path holds a brace or a control character: give one with its parameters filled in");
    }
    return get(sameOrigin(baseUrl.resolve(path.strip().replaceFirst("^/+", "")), "The path"));
  }

  HalResources get(HttpUrl url) {
    Call<HalDocument> call = calls.get(url, ReadOperations.of(baseUrl, url));
    HalDocument document = runner.run(call);
    return new HalResources(new HalContext(this, baseUrl, url), document.resources());
  }

  /** Refuses a URL where credentials have no business, and takes out what is not to be sent. */
  HttpUrl sameOrigin(@Nullable HttpUrl url, String what) {
    if (url == null) {
      throw new IllegalArgumentException(what + " is no http or https URL: nothing was sent");
    }
    if (!Origin.same(baseUrl, url)) {
      throw new IllegalArgumentException(
          "%s leads to %s, but the client's credentials are for %s: nothing was sent"
              .formatted(what, Origin.shown(url), Origin.shown(baseUrl)));
    }
    return url.newBuilder().username("").password("").fragment(null).build();
  }
}
