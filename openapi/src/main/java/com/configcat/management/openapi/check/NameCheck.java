package com.configcat.management.openapi.check;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.ContractException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Refuses a fixed document whose names travel, so that they cannot be changed, and which no Java
 * name can be made of: of properties and of parameters.
 */
public final class NameCheck {
  /**
   * Signs that stay as they are in Java's string literals, and leave a name when they are left out.
   */
  private static final Pattern USABLE =
      Pattern.compile("[$@_]*[A-Za-z0-9][A-Za-z0-9_.$@\\[\\]: -]*");

  /** What the generated methods call their own. */
  private static final String OPTIONS = "options";

  private NameCheck() {}

  /**
   * Passes a document of which every property and every parameter gets a name of its own.
   *
   * @throws ContractException if one does not; it says which and why
   */
  public static void check(ObjectNode fixedDocument) {
    for (Map.Entry<String, JsonNode> schema :
        fixedDocument.at("/components/schemas").properties()) {
      Map<String, String> taken = new HashMap<>();
      for (Map.Entry<String, JsonNode> property :
          schema.getValue().path("properties").properties()) {
        take(taken, property.getKey(), "the property", "schema " + schema.getKey());
      }
    }
    ApiOperations.of(fixedDocument).forEach(NameCheck::parameters);
  }

  private static void parameters(ApiOperation operation) {
    Map<String, String> taken = new HashMap<>();
    for (JsonNode parameter : operation.json().path("parameters")) {
      String name = parameter.path("name").asText();
      take(taken, name, "the parameter", operation.key());
      if (parameter.path("required").asBoolean() && canonical(name).equals(OPTIONS)) {
        throw new ContractException(
            "the client cannot be generated: "
                + operation.key()
                + " needs the parameter '"
                + name
                + "', a name that the generated method uses for its optional parameters");
      }
    }
  }

  private static void take(Map<String, String> taken, String name, String what, String where) {
    if (!USABLE.matcher(name).matches()) {
      throw new ContractException(
          "the client cannot be generated: %s has %s '%s', which cannot be made a Java name"
              .formatted(where, what, shown(name)));
    }
    String other = taken.put(canonical(name), name);
    if (other != null) {
      throw new ContractException(
          "the client cannot be generated: %s has %s '%s' beside '%s', which get one Java name"
              .formatted(where, what, name, other));
    }
  }

  private static String canonical(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** A name may be long, and hold what a line of a log must not. */
  private static String shown(String name) {
    String shown = name.replaceAll("\\p{Cntrl}", "?");
    return shown.length() > 60 ? shown.substring(0, 60) + "…" : shown;
  }
}
