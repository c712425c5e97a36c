package com.configcat.management.webhook;

import com.configcat.management.webhook.InvalidWebhookSignatureException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers by name, whose case does not matter. */
record HeaderMap(Map<String, List<String>> headers) {
  /** Returns the one value; only signatures may be spread over several headers. */
  @Nullable String value(String name) {
    List<String> values = new ArrayList<>();
    // Not all maps can be asked for a name in another case, and some hold a null one.
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
