package com.configcat.management.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.MockServers;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class ExchangeInterceptorTest {
  private RecordedRequest sent(MockWebServer to, Origin origin) throws Exception {
    to.enqueue(new MockResponse.Builder().build());
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                new ExchangeInterceptor(
                    origin, CredentialsSource.fixed(Credentials.of("user", "password"))))
            .build();
    Request request =
        new Request.Builder()
            .url(to.url("/"))
            .tag(Attempt.class, new Attempt("key", null))
            .header("Authorization", "Bearer x")
            .build();
    try (Response response = http.newCall(request).execute()) {
      assertThat(response.code()).isEqualTo(200);
    }
    return to.takeRequest();
  }

  @Test
  void keepsEverySecretFromOtherOrigins() throws Exception {
    try (MockWebServer service = MockServers.create();
        MockWebServer other = MockServers.create()) {
      service.start();
      other.start();
      Origin origin = Origin.of(service.url("/").toString(), false);

      RecordedRequest kept = sent(service, origin);
      assertThat(kept.getHeaders().values("Authorization"))
          .containsExactly("Basic dXNlcjpwYXNzd29yZA==");
      assertThat(kept.getHeaders().get("X-CONFIGCAT-SDKKEY")).isEqualTo("key");

      RecordedRequest stripped = sent(other, origin);
      assertThat(stripped.getHeaders().get("Authorization")).isNull();
      assertThat(stripped.getHeaders().get("X-CONFIGCAT-SDKKEY")).isNull();
    }
  }
}
