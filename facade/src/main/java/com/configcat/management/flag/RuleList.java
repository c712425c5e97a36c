package com.configcat.management.flag;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.internal.core.JsonContents;
import com.configcat.management.model.TargetingRuleModel;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The targeting rules of a flag as JSON, edited by index. */
final class RuleList {
  private static final Gson GSON = ManagementGson.create();

  private final JsonArray rules;

  /** Copies the rules; anything but an array is treated as an empty list. */
  RuleList(@Nullable JsonElement rules) {
    this.rules = rules instanceof JsonArray array ? array.deepCopy() : new JsonArray();
  }

  JsonArray toJson() {
    return rules;
  }

  List<TargetingRuleModel> toModels() {
    return JsonContents.elements(rules).stream().map(RuleList::model).toList();
  }

  void add(JsonObject rule) {
    rules.add(rule);
  }

  void insert(int index, JsonObject rule) {
    int place = place(index, rules.size() + 1);
    update(elements -> elements.add(place, rule));
  }

  void replace(int index, JsonObject rule) {
    rules.set(place(index, rules.size()), rule);
  }

  void move(int from, int to) {
    int old = place(from, rules.size());
    int place = place(to, rules.size());
    JsonElement rule = rules.remove(old);
    update(elements -> elements.add(place, rule));
  }

  void remove(int index) {
    rules.remove(place(index, rules.size()));
  }

  void removeIf(Predicate<TargetingRuleModel> which) {
    update(elements -> elements.removeIf(rule -> which.test(model(rule))));
  }

  private void update(Consumer<List<JsonElement>> change) {
    List<JsonElement> elements = JsonContents.elements(rules);
    change.accept(elements);
    while (rules.size() > 0) {
      rules.remove(rules.size() - 1);
    }
    elements.forEach(rules::add);
  }

  private static TargetingRuleModel model(JsonElement rule) {
    return GSON.fromJson(rule, TargetingRuleModel.class);
  }

  private int place(int index, int places) {
    if (index < 0 || index >= places) {
      throw new IllegalArgumentException(
          "There is no rule "
              + index
              + ": the flag has "
              + rules.size()
              + " rules, counted from 0");
    }
    return index;
  }
}
