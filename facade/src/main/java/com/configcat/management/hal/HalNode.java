package com.configcat.management.hal;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * One resource of a JSON+HAL response.
 *
 * @param path its location in the response, as a JSON path
 * @param json the resource as received, with links and embedded resources
 * @param links the links by relation, in the order received
 * @param embedded the embedded resources by name, in the order received
 */
record HalNode(
    String path,
    JsonObject json,
    Map<String, List<HalLink>> links,
    Map<String, List<HalNode>> embedded) {
  /** The member that holds the links. */
  public static final String LINKS = "_links";

  /** The member that holds embedded resources. */
  public static final String EMBEDDED = "_embedded";

  /**
   * Returns the resource's own properties.
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
