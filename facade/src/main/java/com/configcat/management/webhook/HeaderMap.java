package com.configcat.management.webhook;

import com.configcat.management.webhook.InvalidWebhookSignatureException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers by case-insensitive name. */
record HeaderMap(Map<String, List<String>> headers) {
  /** Returns the only value of a header; only the signature header may occur more than once. */
  @Nullable String value(String name) {
    List<String> values = new ArrayList<>();
    // Not every map looks up names case-insensitively, and some contain a null name.
    headers.forEach(
        (key, some) -> {
          if (name.equalsIgnoreCase(key)) {
            values.addAll(some);
          }
        });
    if (values.isEmpty()) {
      return null;
    }
    if (values.size() > 1 && !name.equals(WebhookSignatureVerifier.SIGNATURE_HEADER)) {
      throw new InvalidWebhookSignatureException(
          Reason.MALFORMED_HEADER, "The request has more than one " + name);
    }
    return String.join(",", values);
  }
}
