package com.configcat.management.it.fake;

import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.it.sweep.JsonMaker;
import com.configcat.management.it.sweep.OpenApi;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Draws requests that name what there is, mostly, and otherwise have what the document allows. */
final class RandomRequests {
  /** After how many requests it is looked again what there is. */
  private static final int FRESH = 20;

  /** After how many it begins again with the seed. */
  private static final int ROUND = 300;

  private final List<OpenApi.Operation> operations;
  private final OpenApi document;
  private final ConfigCatFake fake;
  private final Random random;
  private final Map<String, List<JsonPrimitive>> ids = new TreeMap<>();
  private List<String> values = List.of();
  private int drawn;

  RandomRequests(OpenApi document, ConfigCatFake fake, Random random) {
    this.operations = document.operations();
    this.document = document;
    this.fake = fake;
    this.random = random;
  }

  RawRequest next() {
    if (drawn % ROUND == 0) {
      fake.reset();
    }
    if (drawn++ % FRESH == 0) {
      ids.clear();
      JsonObject tree = fake.snapshot();
      values = List.copyOf(tree.getAsJsonObject("values").keySet());
      tree.remove("auditLogs");
      collect("", tree);
    }
    OpenApi.Operation operation = one(operations);
    while (isRare(operation) && random.nextInt(6) > 0) {
      operation = one(operations);
    }
    return request(operation);
  }

  /** What there is stays in sight only if little is made anew or removed. */
  private static boolean isRare(OpenApi.Operation operation) {
    return operation.method().equals("DELETE")
        || operation.key().equals("POST /v1/organizations/{organizationId}/products");
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Remembers the ids of what is kept, by the name of the member. */
  private void collect(String name, JsonElement element) {
    if (element instanceof JsonObject object) {
      object.asMap().forEach((member, value) -> collect(member.replace("$", ""), value));
    } else if (element instanceof JsonArray array) {
      array.forEach(each -> collect(name, each));
    } else if (element instanceof JsonPrimitive value && name.endsWith("Id")) {
      ids.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>()).add(value);
    } else if (element instanceof JsonPrimitive value && name.equals("primary")) {
      ids.computeIfAbsent("x-configcat-sdkkey", n -> new ArrayList<>()).add(value);
    }
  }

  private RawRequest request(OpenApi.Operation operation) {
    JsonMaker maker =
        new JsonMaker(
            document,
            random,
            one(
                List.of(
                    JsonMaker.Style.MINIMAL,
                    JsonMaker.Style.MINIMAL,
                    JsonMaker.Style.FULL,
                    JsonMaker.Style.WILD)));
    RawRequest request = RawRequest.of(operation, new LinkedHashMap<>(), null);
    for (OpenApi.Parameter parameter : operation.parameters()) {
      boolean isQuery = parameter.in().equals("query");
      if (isQuery && random.nextInt(3) > 0) {
        continue;
      }
      JsonElement value = named(parameter.name(), maker.make(parameter.schema()));
      String text =
          value instanceof JsonArray array && !array.isEmpty()
              ? array.get(0).getAsString()
              : value.isJsonPrimitive() ? value.getAsString() : "x";
      request =
          switch (parameter.in()) {
            case "path" -> request.withPath(parameter.name(), text);
            case "query" -> request.withQuery(parameter.name(), text);
            default -> request.with(parameter.name(), text.replaceAll("[^!-~]", ""));
          };
    }
    if (!values.isEmpty()
        && request.path().keySet().containsAll(List.of("environmentId", "settingId"))) {
      String[] value = one(values).split("/", 2);
      request = request.withPath("environmentId", value[0]).withPath("settingId", value[1]);
    }
    return operation.body().isEmpty()
        ? request
        : request.withBody(body(request, maker, operation.body().orElseThrow()).toString());
  }

  private JsonElement body(RawRequest request, JsonMaker maker, JsonObject schema) {
    JsonElement made = named("", maker.make(schema));
    return switch (request.operation().method()) {
      case "PATCH" -> patch(request);
      case "PUT" -> random.nextBoolean() ? made : answer(request).map(this::mixed).orElse(made);
      default -> made;
    };
  }

  /** What there is, with one part of it in another place. */
  private JsonElement mixed(JsonElement answer) {
    List<String> pointers = new ArrayList<>();
    List<JsonElement> parts = new ArrayList<>(List.of(JsonNull.INSTANCE, new JsonPrimitive(7)));
    pointers("", answer, pointers, parts);
    JsonElement holder = one(parts);
    if (holder instanceof JsonObject object && !object.isEmpty()) {
      object.add(one(List.copyOf(object.keySet())), one(parts).deepCopy());
    }
    return answer;
  }

  /** What a GET of the same path answers. */
  private Optional<JsonElement> answer(RawRequest request) {
    return operations.stream()
        .filter(each -> each.key().equals("GET " + request.operation().path()))
        .map(
            read ->
                new RawRequest(read, request.path(), Map.of(), request.headers(), null)
                    .send(fake.baseUrl()))
        .filter(answer -> answer.status() == 200)
        .map(answer -> JsonParser.parseString(answer.body()))
        .findFirst();
  }

  /** Puts ids of what there is in the place of others. */
  private JsonElement named(String name, JsonElement made) {
    if (made instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      object.asMap().forEach((member, value) -> copy.add(member, named(member, value)));
      return copy;
    }
    if (made instanceof JsonArray array) {
      JsonArray copy = new JsonArray();
      array.forEach(each -> copy.add(named(name, each)));
      return copy;
    }
    String wanted = wanted(name.toLowerCase(Locale.ROOT));
    List<JsonPrimitive> known =
        ids.entrySet().stream()
            .filter(entry -> wanted.endsWith(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .toList();
    return known.isEmpty() || random.nextInt(20) == 0 ? made : one(known);
  }

  private static String wanted(String name) {
    return switch (name) {
      case "tags" -> "tagid";
      case "settingkeyorid" -> "settingid";
      case "latestversionid" -> "lastversionid";
      default -> name.replaceFirst("ids$", "id").replaceFirst("idfilter$", "id");
    };
  }

  /** A patch of what is there. */
  private JsonArray patch(RawRequest request) {
    List<String> pointers = new ArrayList<>(List.of("", "/tags/-", "/targetingRules/-"));
    List<JsonElement> parts =
        new ArrayList<>(List.of(JsonNull.INSTANCE, new JsonPrimitive("1"), new JsonArray()));
    answer(request).ifPresent(answer -> pointers("", answer, pointers, parts));
    JsonArray patch = new JsonArray();
    for (int i = random.nextInt(3); i >= 0; i--) {
      JsonObject operation = new JsonObject();
      operation.addProperty(
          "op", one(List.of("add", "replace", "replace", "test", "remove", "move", "copy")));
      operation.addProperty("path", one(pointers));
      operation.addProperty("from", one(pointers));
      operation.add("value", one(parts));
      patch.add(operation);
    }
    return patch;
  }

  private static void pointers(
      String place, JsonElement element, List<String> pointers, List<JsonElement> values) {
    pointers.add(place);
    values.add(element);
    if (element instanceof JsonObject object) {
      object
          .asMap()
          .forEach((name, value) -> pointers(place + "/" + name, value, pointers, values));
    } else if (element instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        pointers(place + "/" + i, array.get(i), pointers, values);
      }
    }
  }
}
