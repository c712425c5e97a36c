package com.configcat.management.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.internal.http.Attempt;
import com.configcat.management.internal.http.Credentials;
import java.io.IOException;
import java.util.function.UnaryOperator;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
  private static final Request REQUEST =
      new Request.Builder().url("https://api.example.com").build();
  private static final String PASSWORD = "p\"ä/<&+\\x";
  private final SecretMask mask = new SecretMask(Credentials.of("api-user", PASSWORD));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p\"ä/<&+\\x",
        "p\\\"ä\\/<&+\\\\x",
        "p\\u0022\\u00e4\\u002F\\u003C\\u0026\\u002B\\u005Cx",
        "p%22%C3%A4%2F%3C%26%2b%5Cx",
        "p&quot;&#228;/&lt;&amp;+\\x",
        "p&#34;&#xE4;&#x2f;&lt;&amp;&#43;&#92;x",
        "YXBpLXVzZXI6cCLDpC88JitceA==",
        "YXBpLXVzZXI6cCLDpC88JitceA\\u003d\\u003d",
        "YXBpLXVzZXI6cCLDpC88JitceA%3d%3d",
      })
  void masksWhatItWasToldHoweverABodySpellsIt(String spelled) {
    assertThat(mask.of(REQUEST).apply("before " + spelled + " after"))
        .isEqualTo("before *** after");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p",
        "p\"\u00e4/<&",
        "p\\\"\u00e4\\/<&+\\",
        "p\\u0022\\u00e4\\u002F\\u00",
        "p%22%C3",
        "p&quot;&#22",
        "YXBpLXVzZXI6cCLDpC88Jit",
        "AbCdEfGh-IjKlMnOpQrS_1/aBc",
      })
  void dropsTheFirstPartOfASecretAtTheEndOfACutText(String part) {
    assertThat(mask.withoutCutSecret("too long. " + part, REQUEST)).isEqualTo("too long. ");
    assertThat(mask.withoutCutSecret(part + " follows.", REQUEST)).isEqualTo(part + " follows.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "configcat_whsk_abcDEF123+/=",
        "configcat-sdk-1/TEST_KEY-0123456789012/1234567890123456789012",
        "configcat-sdk-1\\/TEST_KEY-0123456789012\\/1234567890123456789012",
        "configcat-sdk-12/x/y",
        "configcat-proxy/my-sdk",
        "AbCdEfGh-IjKlMnOpQrS_1/aBcDeFgHiJkLmNoPqRsT-2",
        "Basic YXBpOnBhc3N3b3JkMTIzNDU2",
        "Bearer eyJhbGciOiJIUzI1NiJ9.e30.abc",
      })
  void masksWhatLooksLikeAKey(String key) {
    String masked = mask.of(REQUEST).apply("{\"echo\":\"" + key + "\",\"next\":1}");

    assertThat(masked)
        .matches("\\{\"echo\":\"(Basic |Bearer )?\\*\\*\\*\",\"next\":1}")
        .doesNotContain(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"configcat-sdk/a", "/a", "Basic ", "authorization: ", "\\u0022", "%22", "a", " "})
  void masksTextsOfAnyLength(String repeated) {
    String text = "configcat-sdk" + repeated.repeat(30_000);

    assertThat(mask.of(REQUEST).apply(text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Basic abc",
        "authorization=abc",
        "\"Authorization\": \"Basic abc\"",
        "AUTHORIZATION: abc"
      })
  void masksAuthorizationValues(String header) {
    assertThat(mask.of(REQUEST).apply("got " + header + ", refused"))
        .contains("***")
        .doesNotContain("abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "This key is already in use. Please, choose another",
        "Circular dependency detected. A ➔ B",
        "Basic authentication is required",
        "{\"path\":\"/v1/settings/enableMyAwesomeFeature/value\"}",
        "08d8f29c-6b0d-4e5d-8f3a-5f6b3f4f8c01"
      })
  void leavesOrdinaryTextAlone(String text) {
    assertThat(mask.of(REQUEST).apply(text)).isEqualTo(text);
  }

  @Test
  void masksTheSdkKeyOfTheRequest() {
    Request bySdkKey =
        REQUEST.newBuilder().tag(Attempt.class, new Attempt("sdk$1\\E(key", null)).build();

    assertThat(mask.of(bySdkKey).apply("sdk$1\\E(key of " + PASSWORD)).isEqualTo("*** of ***");
    assertThat(mask.of(REQUEST).apply("sdk$1\\E(key")).isEqualTo("sdk$1\\E(key");
  }

  private static UnaryOperator<String> maskOf(String user, String password) {
    return new SecretMask(Credentials.of(user, password)).of(REQUEST);
  }

  @Test
  void leavesTextAloneWhereCredentialsHaveOneOrTwoLetters() {
    UnaryOperator<String> mask = maskOf("u", "no");

    assertThat(mask.apply("404 Not Found: no such user")).isEqualTo("404 Not Found: no such user");
    assertThat(mask.apply("got Basic dTpubw==")).isEqualTo("got Basic ***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Pas", "PassWord-12", "PassWord-123456", "\\u0050assW", "Pass%57o", "Pa&#11"})
  void dropsTheStartOfASecretFromTheEndOfATextThatWasCut(String start) {
    SecretMask mask = new SecretMask(Credentials.of("an-api-user", "PassWord-1234567"));

    assertThat(mask.withoutCutSecret("echo: " + start, REQUEST)).isEqualTo("echo: ");
  }

  @Test
  void masksASecretInLowerCaseAsInAHost() {
    assertThat(maskOf("An-Api-User", "PassWord-1234567").apply("https://password-1234567.example/"))
        .isEqualTo("https://***.example/");
    assertThat(maskOf("An-Api-User", "PassWord-1234567").apply("https://an-api-user.example/"))
        .isEqualTo("https://***.example/");
  }

  @Test
  void keepsACauseWithoutSecrets() {
    IOException clean = new IOException("reset", new IOException("by peer"));

    assertThat(SecretMask.cleanse(clean, mask.of(REQUEST))).isSameAs(clean);
  }

  @Test
  void replacesACauseWhoseChainHoldsASecret() {
    IOException leaking = new IOException("refused", new IOException("got " + PASSWORD));

    Throwable clean = SecretMask.cleanse(leaking, mask.of(REQUEST));

    assertThat(clean).hasNoCause().hasMessageContaining("refused").hasMessageContaining("got ***");
    assertThat(clean.getStackTrace()).isEqualTo(leaking.getStackTrace());
  }
}
