package com.configcat.management.openapi.fix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Leaves {@code application/json} alone where a body may have other types as well.
 *
 * <p>Generators take the first of several, which may be {@code application/*+json}, and send it as
 * it stands.
 */
final class MediaTypeFix {
  private static final String JSON = "application/json";

  private MediaTypeFix() {}

  static void apply(ObjectNode document) {
    for (JsonNode body : document.findValues("content")) {
      if (body instanceof ObjectNode types && types.path(JSON).has("schema")) {
        types.retain(JSON);
      }
    }
  }
}
