package com.configcat.management.fake.internal.state;

import com.google.gson.JsonObject;
import java.util.Map;

/** Refuses names that a sibling has already, whatever their letter case. */
public final class UniqueNames {
  /** What has unique names, with the member that names its parent. */
  private static final Map<EntityType, String> PARENTS =
      Map.of(
          EntityType.PRODUCT, "$organizationId",
          EntityType.ENVIRONMENT, "$productId",
          EntityType.SEGMENT, "$productId");

  private final State state;

  public UniqueNames(State state) {
    this.state = state;
  }

  /**
   * Checks the name that a row is to have.
   *
   * @param row with its id and that of its parent, in the table or not yet
   * @param content what is to be stored in it
   * @throws Refusal if a sibling has the name: 400
   */
  public void check(EntityType type, JsonObject row, JsonObject content) {
    String parent = PARENTS.get(type);
    String name = Json.textOrNull(content, "name");
    if (parent == null || name == null || state.duplicateNamesAllowed()) {
      return;
    }
    boolean taken =
        state.table(type).all(parent, Json.text(row, parent)).stream()
            .filter(other -> !other.get(type.id()).equals(row.get(type.id())))
            .anyMatch(other -> name.equalsIgnoreCase(Json.textOrNull(other, "name")));
    if (taken) {
      throw Refusal.field("Name", "This name is already in use. Please, choose another");
    }
  }
}
