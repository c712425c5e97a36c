package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Hides from OkHttp the statuses of {@link HiddenStatus}. A network interceptor. */
public final class HideStatusInterceptor implements Interceptor {
  private final Interceptor next;

  /** Makes one; {@code next} proceeds with the chain. */
  public HideStatusInterceptor(Interceptor next) {
    this.next = next;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = next.intercept(chain);
    return response.isSuccessful()
        ? response
        : HiddenStatus.hide(response, Attempt.of(chain.call().request()), chain.connection());
  }
}
