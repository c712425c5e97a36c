package com.configcat.management.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.model.JsonPatchOperation;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonDiffTest {
  private static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  private static List<String> operations(String before, String after) {
    return JsonDiff.patch(json(before), json(after)).stream()
        .map(operation -> operation + (operation.hasValue() ? " " + operation.value() : ""))
        .toList();
  }

  @Test
  void namesOnlyWhatDiffers() {
    assertThat(
            operations(
                "{'defaultValue':{'boolValue':true,'new':1},'other':[1,{'x':2}]}",
                "{'defaultValue':{'boolValue':false,'new':1},'other':[1,{'x':2}]}"))
        .containsExactly("replace /defaultValue/boolValue false");
  }

  @Test
  void insertsARuleWithoutTouchingTheOthers() {
    assertThat(operations("{'r':[{'a':1},{'a':2}]}", "{'r':[{'a':1},{'b':9},{'a':2}]}"))
        .containsExactly("add /r/1 {\"b\":9}");
  }

  @Test
  void removesARuleWithoutTouchingTheOthers() {
    assertThat(operations("{'r':[{'a':1},{'a':2},{'a':3}]}", "{'r':[{'a':1},{'a':3}]}"))
        .containsExactly("remove /r/1");
  }

  @Test
  void changesARuleFromWithin() {
    assertThat(operations("{'r':[{'a':1,'b':2},{'c':3}]}", "{'r':[{'a':1,'b':5},{'c':3}]}"))
        .containsExactly("replace /r/0/b 5");
  }

  @Test
  void countsPlacesAsTheyAreAfterTheChangesBefore() {
    assertThat(operations("{'r':['a','b','c','d']}", "{'r':['b','x','d','e']}"))
        .containsExactly("remove /r/0", "remove /r/1", "add /r/1 \"x\"", "add /r/3 \"e\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':null}             | {}",
        "{'a':[]}               | {'a':null}",
        "{'a':1}                | {'a':1.0}",
        "{'a':[{'b':null}]}     | {'a':[{}]}",
        "{'a':1e2}              | {'a':100}",
        "{'a':1e999999999}      | {'a':1e999999999}"
      })
  void whatSaysTheSameIsNoDifference(String before, String after) {
    assertThat(operations(before, after)).isEmpty();
    assertThat(operations(after, before)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':'1'}                   | {'a':1}                    | replace /a 1",
        "{'a':0.1}                   | {'a':0.1000000000000000001}| replace /a"
            + " 0.1000000000000000001",
        "{'a':true}                  | {'a':null}                 | remove /a",
        "{'a':null}                  | {'a':true}                 | replace /a true",
        "{'a':true}                  | {}                         | remove /a",
        "{}                          | {'a/b~c':true}             | add /a~1b~0c true",
        "{'a':{}}                    | {}                         | remove /a",
        "{'a':[1]}                   | {'a':{'0':1}}              | replace /a {\"0\":1}"
      })
  void whatSaysSomethingElseIsADifference(String before, String after, String operation) {
    assertThat(operations(before, after)).containsExactly(operation);
  }

  @Test
  void saysToPeopleWhatChanges() {
    assertThat(
            JsonDiff.between(
                json("{'defaultValue':{'boolValue':true},'r':[{'a':1,'n':null},{'b':2}],'p':null}"),
                json("{'defaultValue':{'boolValue':false},'r':[{'b':2},{'c':3}],'p':'x'}")))
        .hasToString(
            "[defaultValue.boolValue: true -> false, r[0] removed: {\"a\":1}, "
                + "r[1] added: {\"c\":3}, p added: \"x\"]");
  }

  @Test
  void anyPatchLeadsFromOneToTheOther() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 3000; i++) {
      JsonObject before = (JsonObject) element(random, 4, 0);
      JsonObject after = i % 2 == 0 ? (JsonObject) element(random, 4, 0) : varied(random, before);
      List<JsonPatchOperation> patch = JsonDiff.patch(before, after);
      assertThat(JsonValues.same(Patched.by(before, patch), after))
          .as("seed %d, round %d: %s by %s is not %s", seed, i, before, patch, after)
          .isTrue();
      assertThat(patch.isEmpty()).isEqualTo(JsonValues.same(before, after));
    }
  }

  @Test
  void longListsOfOneAndAnotherOrderAreNoProblem() {
    JsonObject before = new JsonObject();
    JsonObject after = new JsonObject();
    JsonArray up = new JsonArray();
    JsonArray down = new JsonArray();
    for (int i = 0; i < 3000; i++) {
      up.add(i);
      down.add(3000 - i);
    }
    before.add("list", up);
    after.add("list", down);

    assertThat(Patched.by(before, JsonDiff.patch(before, after))).isEqualTo(after);
  }

  /** A V2 value whose one rule compares with a list of texts. */
  private static JsonObject comparingWith(List<String> texts) {
    JsonArray list = new JsonArray();
    texts.forEach(text -> list.add(json("{'value':'" + text + "','hint':null}")));
    JsonObject value =
        json("{'targetingRules':[{'conditions':[{'userCondition':{'comparisonValue':{}}}]}]}");
    value
        .getAsJsonArray("targetingRules")
        .get(0)
        .getAsJsonObject()
        .getAsJsonArray("conditions")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("userCondition")
        .getAsJsonObject("comparisonValue")
        .add("listValue", list);
    return value;
  }

  private static List<String> users(int count) {
    return IntStream.range(0, count).mapToObj(i -> "user" + i + "@example.com").toList();
  }

  static Stream<Arguments> editsOfLongLists() {
    return Stream.of(
        edit("the first removed", 20_000, 1, list -> list.remove(0)),
        edit("the last removed", 20_000, 1, list -> list.remove(list.size() - 1)),
        edit(
            "one removed, another appended",
            20_000,
            2,
            list -> {
              list.remove(0);
              list.add("new@example.com");
            }),
        edit("every tenth removed", 15_000, 1500, list -> keep(list, i -> i % 10 != 0)),
        edit("two of three removed", 15_000, 1, list -> keep(list, i -> i % 3 == 0)),
        edit("one moved to the end", 2500, 2, list -> list.add(list.remove(0))),
        edit("turned round", 20_000, 1, Collections::reverse),
        edit("all others", 20_000, 1, list -> list.replaceAll(text -> "x" + text)));
  }

  private static Arguments edit(String name, int entries, int most, Consumer<List<String>> change) {
    return Arguments.of(name, entries, most, change);
  }

  private static void keep(List<String> list, IntPredicate which) {
    List<String> kept = IntStream.range(0, list.size()).filter(which).mapToObj(list::get).toList();
    list.clear();
    list.addAll(kept);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("editsOfLongLists")
  void aPatchOfALongListIsNotMuchLargerThanTheValue(
      String name, int entries, int most, Consumer<List<String>> change) {
    List<String> texts = new ArrayList<>(users(entries));
    JsonObject before = comparingWith(texts);
    change.accept(texts);
    JsonObject after = comparingWith(texts);

    List<JsonPatchOperation> patch = JsonDiff.patch(before, after);

    assertThat(patch).hasSizeLessThanOrEqualTo(most);
    assertThat(ManagementGson.create().toJson(patch).length())
        .isLessThan(Math.max(before.toString().length(), after.toString().length()) + 1000);
    assertThat(JsonValues.same(Patched.by(before, patch), after)).isTrue();
  }

  @Test
  void keepsListsThatOthersMayAppendTo() {
    JsonObject before = comparingWith(users(300));
    JsonObject after = comparingWith(users(600).subList(300, 600));

    assertThat(JsonDiff.patch(before, after)).hasSize(1);
    assertThat(JsonDiff.patchKeepingLists(before, after)).hasSize(300);
  }

  @Test
  void equalElementsAreThoseWithOneCanonicalText() {
    Random random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      JsonElement one = element(random, 2, random.nextInt(2));
      JsonElement other = element(random, 2, random.nextInt(2));
      assertThat(JsonValues.canonical(one).equals(JsonValues.canonical(other)))
          .as("%s and %s", one, other)
          .isEqualTo(JsonValues.same(one, other));
    }
    assertThat(JsonValues.canonical(json("{'a':1e2,'b':null}")))
        .isEqualTo(JsonValues.canonical(json("{'c':[],'a':100.0}")));
  }

  private static JsonElement element(Random random, int depth, int kind) {
    return switch (depth == 0 ? 2 + kind % 4 : kind) {
      case 0 -> {
        JsonObject object = new JsonObject();
        for (int i = random.nextInt(4); i >= 0; i--) {
          object.add("k" + random.nextInt(3), element(random, depth - 1, random.nextInt(6)));
        }
        yield object;
      }
      case 1 -> {
        JsonArray array = new JsonArray();
        for (int i = random.nextInt(6); i > 0; i--) {
          array.add(element(random, depth - 1, random.nextInt(6)));
        }
        yield array;
      }
      case 2 -> new JsonPrimitive(random.nextInt(3));
      case 3 -> new JsonPrimitive("t" + random.nextInt(2));
      case 4 -> new JsonPrimitive(random.nextBoolean());
      default -> JsonNull.INSTANCE;
    };
  }

  /** A copy in which something is different somewhere. */
  private static JsonObject varied(Random random, JsonObject object) {
    JsonObject copy = object.deepCopy();
    for (JsonElement value : List.copyOf(copy.asMap().values())) {
      if (value instanceof JsonArray array && !array.isEmpty()) {
        if (random.nextBoolean()) {
          array.remove(random.nextInt(array.size()));
        }
        array.asList().add(random.nextInt(array.size() + 1), element(random, 2, random.nextInt(6)));
      } else if (value instanceof JsonObject inner) {
        inner.add("k" + random.nextInt(3), element(random, 1, random.nextInt(6)));
      }
    }
    return copy;
  }
}
