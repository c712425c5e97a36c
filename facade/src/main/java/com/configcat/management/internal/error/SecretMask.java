package com.configcat.management.internal.error;

import com.configcat.management.internal.http.Credentials;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Request;

/**
 * Takes out of a text every secret that this client knows, or that looks like one of the service's.
 */
public final class SecretMask {
  private static final String MASK = "***";
  private static final Pattern SHAPES =
      Pattern.compile(
          "configcat_whsk_[A-Za-z0-9+/=_-]+"
              + "|configcat-(sdk-\\d|proxy)/[A-Za-z0-9_/-]+"
              + "|\\b[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}\\b"
              + "|(?i:basic|bearer)\\s+[A-Za-z0-9+/=._~-]{8,}");
  private final List<String> known;

  /**
   * Makes a mask.
   *
   * @param credentials never shown
   */
  public SecretMask(Credentials credentials) {
    this.known = credentials.secrets();
  }

  /**
   * Masks a text.
   *
   * @param text from the service, or about it
   * @param request what was sent, whose SDK key is not shown either
   * @return the text without secrets
   */
  public String mask(String text, Request request) {
    List<String> secrets = new ArrayList<>(known);
    secrets.addAll(request.headers("X-CONFIGCAT-SDKKEY"));
    String masked = text;
    for (String form : forms(secrets)) {
      masked = masked.replace(form, MASK);
    }
    return SHAPES.matcher(masked).replaceAll(MASK);
  }

  private static List<String> forms(List<String> secrets) {
    List<String> forms = new ArrayList<>();
    for (String secret : secrets) {
      forms.add(secret);
      forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
      forms.add(secret.replace("/", "\\/"));
      forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
    }
    // The longest first, since one secret may be part of another.
    forms.sort(Comparator.comparingInt(String::length).reversed());
    return forms;
  }
}
