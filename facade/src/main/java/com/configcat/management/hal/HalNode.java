package com.configcat.management.hal;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * One resource of a JSON+HAL answer.
 *
 * @param path where it stands in the answer, a JSON path
 * @param json as it came, with links and embedded resources
 * @param links by relation, in the order they came
 * @param embedded by name, in the order they came
 */
record HalNode(
    String path,
    JsonObject json,
    Map<String, List<HalLink>> links,
    Map<String, List<HalNode>> embedded) {
  /** The member that holds the links. */
  public static final String LINKS = "_links";

  /** The member that holds other resources. */
  public static final String EMBEDDED = "_embedded";

  /**
   * Returns what the resource says of itself.
   *
   * @return a copy, without links and embedded resources
   */
  public JsonObject properties() {
    JsonObject properties = json.deepCopy();
    properties.remove(LINKS);
    properties.remove(EMBEDDED);
    return properties;
  }
}
