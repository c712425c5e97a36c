package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Asks a user's authenticator; credentials that the proxy has refused are not sent again. */
public final class ProxyAuthenticator implements Authenticator {
  private static final String HEADER = "Proxy-Authorization";

  private final Authenticator users;

  public ProxyAuthenticator(Authenticator users) {
    this.users = users;
  }

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response)
      throws IOException {
    Request answer = users.authenticate(route, response);
    String refused = response.request().header(HEADER);
    return answer == null || (refused != null && refused.equals(answer.header(HEADER)))
        ? null
        : answer;
  }
}
