package com.configcat.management.fake.internal.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that the fake keeps, as one JSON tree: tables by name, rows by id.
 *
 * <p>Members whose names start with {@code $} are never served: they link rows, or count versions.
 */
public final class State {
  private static final String COUNTER = "$counter";
  private static final String NOW = "$now";

  /** What differs after each write, whatever it wrote. */
  private static final Set<String> TRACES =
      Set.of(
          "$lastVersionId",
          "$updatedAt",
          "$updaterEmail",
          "$updaterFullName",
          "updatedAt",
          "lastUpdaterEmail",
          "lastUpdaterFullName");

  private final JsonObject root = new JsonObject();
  private final @Nullable InstantSource clock;
  private final Map<EntityType, ParentIndex> indexes = new EnumMap<>(EntityType.class);
  private volatile boolean duplicateNamesAllowed;
  private @Nullable UndoLog undoLog;
  private int counterBefore;
  private String nowBefore = "";

  /** Makes an empty one. Without a clock, time moves a second with each write. */
  public State(@Nullable InstantSource clock) {
    this.clock = clock;
    root.addProperty(COUNTER, 1000);
    root.addProperty(NOW, "2026-09-01T12:00:00Z");
    for (EntityType type : EntityType.values()) {
      root.add(type.table(), new JsonObject());
    }
  }

  /** Makes names that are unique otherwise repeatable. */
  public void allowDuplicateNames() {
    duplicateNamesAllowed = true;
  }

  boolean duplicateNamesAllowed() {
    return duplicateNamesAllowed;
  }

  /** Returns the tree itself: changing it changes what is served. */
  public JsonObject tree() {
    return root;
  }

  /** Returns the row of a value, itself, not a copy. */
  public JsonObject value(UUID environmentId, int settingId) {
    return table(EntityType.VALUE)
        .find(valueId(environmentId.toString(), settingId))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No value of Setting " + settingId + " in Environment " + environmentId));
  }

  /** Changes a value as another user would: it has a new version afterwards. */
  public void write(UUID environmentId, int settingId, Consumer<JsonObject> change) {
    JsonObject value = value(environmentId, settingId);
    change.accept(value);
    touch(value, "rival@example.com", "Rival");
  }

  public Table table(EntityType type) {
    return new Table(
        root.getAsJsonObject(type.table()),
        type.id(),
        indexes.computeIfAbsent(type, t -> new ParentIndex()),
        undoLog);
  }

  /** Marks a value as written now. */
  public void touch(JsonObject value, @Nullable String email, String name) {
    value.addProperty("$lastVersionId", newUuid());
    value.addProperty("$updatedAt", tick().toString());
    value.addProperty("$updaterEmail", email);
    value.addProperty("$updaterFullName", name);
  }

  public static String valueId(String environmentId, int settingId) {
    return environmentId + "/" + settingId;
  }

  public int newNumber() {
    int number = Json.number(root, COUNTER) + 1;
    root.addProperty(COUNTER, number);
    return number;
  }

  public String newUuid() {
    return new UUID(0x08d8f29c_7a1c_4a53L, 0x89d2_0000_0000_0000L + newNumber()).toString();
  }

  /** 22 signs that no other call gives. */
  public String newToken() {
    byte[] bytes = new byte[16];
    ByteBuffer.wrap(bytes).putLong(0x5DEECE66DL * newNumber()).putInt(newNumber());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public Instant now() {
    return clock == null ? Instant.parse(Json.text(root, NOW)) : clock.instant();
  }

  public void now(Instant instant) {
    root.addProperty(NOW, instant.toString());
  }

  public Instant tick() {
    if (clock == null) {
      now(now().plusSeconds(1));
    }
    return now();
  }

  public JsonObject snapshot() {
    return root.deepCopy();
  }

  /** What there is, without what only says that somebody wrote: versions, times, audit log. */
  public JsonObject content() {
    JsonObject content = root.deepCopy();
    content.remove(COUNTER);
    content.remove(NOW);
    content.remove(EntityType.AUDIT_LOG.table());
    for (String table : content.keySet()) {
      content
          .getAsJsonObject(table)
          .asMap()
          .values()
          .forEach(row -> row.getAsJsonObject().keySet().removeAll(TRACES));
    }
    return content;
  }

  /** To be called when rows may have come or gone, but not through a {@link Table}. */
  public void changedOtherwise() {
    indexes.values().forEach(ParentIndex::clear);
  }

  /** Remembers what changes from now on, for {@link #undo}. */
  public void begin() {
    undoLog = new UndoLog();
    counterBefore = Json.number(root, COUNTER);
    nowBefore = Json.text(root, NOW);
  }

  /** Returns whether a row was added, changed or removed since {@link #begin}. */
  public boolean changed() {
    return undoLog != null && undoLog.changed();
  }

  /** Takes back what has changed since {@link #begin}. */
  public void undo() {
    if (undoLog != null) {
      undoLog.undo();
      changedOtherwise();
      root.addProperty(COUNTER, counterBefore);
      root.addProperty(NOW, nowBefore);
    }
  }

  /** Forgets what has changed. */
  public void end() {
    undoLog = null;
  }

  /**
   * Takes over what {@link #snapshot} returned, without copying it.
   *
   * @throws IllegalArgumentException if it lacks something
   */
  public void restore(JsonObject snapshot) {
    for (String name : root.keySet()) {
      JsonElement part = snapshot.get(name);
      if (part == null || part.isJsonObject() != root.get(name).isJsonObject()) {
        throw new IllegalArgumentException("'" + name + "' is missing or of another type");
      }
    }
    Set.copyOf(root.keySet()).forEach(name -> root.add(name, snapshot.get(name)));
    changedOtherwise();
  }
}
