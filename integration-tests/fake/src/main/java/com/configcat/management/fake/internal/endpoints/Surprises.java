package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.RequestNormalizer;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a client may not have expected, though it breaks no promise of the service: members that a
 * newer service knows, and pages that come back empty.
 */
public final class Surprises {
  /** The name of members that no client knows. */
  static final String UNKNOWN = RequestNormalizer.FUTURE;

  /** Members that map names to texts, where nothing else can be. */
  private static final Set<String> MAPS = Set.of("parameters");

  private final State state;
  private final Map<String, String> planted = new TreeMap<>();
  private final Set<Integer> emptyPages = Collections.synchronizedSet(new TreeSet<>());
  private volatile boolean served;

  public Surprises(State state) {
    this.state = state;
  }

  /**
   * Adds an unknown member to every object that is kept, at every depth. A PUT that does not send
   * it back loses it; a JSON Patch keeps it.
   *
   * @return how many were added
   */
  public int plant() {
    int before = planted.size();
    for (EntityType type : EntityType.values()) {
      state
          .tree()
          .getAsJsonObject(type.table())
          .asMap()
          .forEach((id, row) -> plant(row, type.table() + "/" + id));
    }
    return planted.size() - before;
  }

  /**
   * Returns the places whose planted members are gone, on their own or with their object.
   *
   * @return places as they were when planted, for example {@code
   *     values/…/1003/targetingRules/0/conditions/0}
   */
  public List<String> lost() {
    Set<String> left = new TreeSet<>();
    collect(state.tree(), left);
    List<String> lost = new ArrayList<>();
    planted.forEach(
        (mark, place) -> {
          if (!left.contains(mark)) {
            lost.add(place);
          }
        });
    Collections.sort(lost);
    return List.copyOf(lost);
  }

  /** Adds an unknown member to every object served from now on that has none, pages included. */
  public void serveUnknownMembers() {
    served = true;
  }

  /**
   * Makes pages of lists come back empty though {@code hasNext} is true.
   *
   * @param pages their numbers, from 1; none for no such page
   */
  public void emptyPages(Integer... pages) {
    emptyPages.clear();
    emptyPages.addAll(List.of(pages));
  }

  /** Serves as ever again. What was planted and is still there can be lost later. */
  public void forget() {
    served = false;
    emptyPages.clear();
    Set<String> left = new TreeSet<>();
    collect(state.tree(), left);
    planted.keySet().retainAll(left);
  }

  boolean isEmptyPage(int page) {
    return emptyPages.contains(page);
  }

  public FakeResponse served(FakeResponse response) {
    JsonElement body = response.body();
    if (!served || body == null) {
      return response;
    }
    JsonElement changed = body.deepCopy();
    decorate(changed);
    return new FakeResponse(response.status(), changed, response.headers());
  }

  private static void decorate(JsonElement element) {
    if (element instanceof JsonArray array) {
      array.forEach(Surprises::decorate);
    } else if (element instanceof JsonObject object) {
      object
          .asMap()
          .forEach(
              (name, value) -> {
                if (!MAPS.contains(name)) {
                  decorate(value);
                }
              });
      if (!object.has(UNKNOWN)) {
        object.add(UNKNOWN, Json.object("served", true));
      }
    }
  }

  private void plant(JsonElement element, String place) {
    if (element instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        plant(array.get(i), place + "/" + i);
      }
    } else if (element instanceof JsonObject object) {
      object
          .asMap()
          .forEach(
              (name, value) -> {
                if (!MAPS.contains(name)) {
                  plant(value, place + "/" + name);
                }
              });
      if (!object.has(UNKNOWN)) {
        String mark = "planted-" + state.newNumber();
        object.add(UNKNOWN, Json.object("mark", mark, "gone", null));
        planted.put(mark, place);
      }
    }
  }

  private static void collect(JsonElement element, Set<String> marks) {
    if (element instanceof JsonArray array) {
      array.forEach(each -> collect(each, marks));
    } else if (element instanceof JsonObject object) {
      if (object.get(UNKNOWN) instanceof JsonObject unknown && Json.has(unknown, "mark")) {
        marks.add(Json.text(unknown, "mark"));
      }
      object.asMap().values().forEach(each -> collect(each, marks));
    }
  }
}
