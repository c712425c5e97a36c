package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * One of many threads that read and write what is theirs and what is everybody's, and keeps a
 * ledger of its writes that succeeded.
 */
final class ConcurrentWorker implements Runnable {
  /** A write of a V2 value on condition of its version. */
  record Step(int flag, String before, String after, int value) {}

  /** So many rounds there are on the slowest machine. */
  private static final int LEAST = 20;

  private final ConcurrentShop shop;
  private final Caller caller;
  private final int number;
  private final BooleanSupplier goOn;
  private final Random random;
  private final FakeProduct own;
  private final FakeEnvironment ownEnvironment;
  private final FakeFlag ownOld;
  private final FakeFlag ownNew;

  final List<Step> steps = new ArrayList<>();
  final List<String> versions = new ArrayList<>();
  final Map<Integer, Integer> lastWritten = new HashMap<>();
  final Map<Integer, Integer> writes = new HashMap<>();
  final Map<String, Integer> made = new HashMap<>();
  int increments;
  int requests;
  private int written;
  private int ownOldValue;
  private int ownNewValue;

  ConcurrentWorker(ConcurrentShop shop, int number, BooleanSupplier goOn) {
    this.shop = shop;
    this.caller = Caller.of(shop.fake());
    this.number = number;
    this.goOn = goOn;
    this.random = new Random(number);
    this.own = shop.fake().world().product("Own " + number);
    this.ownEnvironment = own.environment("Own");
    this.ownOld = own.v1Config("Old").setting("old", "int");
    this.ownNew = own.v2Config("New").setting("new", "int");
  }

  @Override
  public void run() {
    for (int round = 0; round < LEAST || goOn.getAsBoolean(); round++) {
      switch (random.nextInt(10)) {
        case 0 -> read();
        case 1 -> writeOwn();
        case 2 -> patchOwn();
        case 3, 4 -> writeOnCondition();
        case 5 -> write();
        case 6, 7 -> increment();
        case 8 -> make();
        default -> comeAndGo();
      }
    }
  }

  /** The answer, whose status has to be one of those given. */
  private Caller.Reply answered(Caller.Reply reply, Integer... statuses) {
    requests++;
    assertThat(statuses)
        .as("%s %s", reply.http().request(), reply.http().body())
        .contains(reply.status());
    return reply;
  }

  private void read() {
    String products = "/v1/products/" + shop.product().id();
    for (String path :
        List.of(
            "/v1/products",
            products + "/configs",
            "/v1/configs/" + shop.v2().id() + "/settings",
            Shop.values("v1", shop.v1(), shop.environment()),
            Shop.values("v2", shop.v2(), shop.environment()),
            "/v2" + products.substring(3) + "/auditlogs?pageSize=5")) {
      answered(caller.get(path), 200);
    }
  }

  private void writeOwn() {
    String path = Shop.value("v1", ownOld, ownEnvironment);
    assertThat(answered(caller.get(path), 200).object().get("value").getAsInt())
        .isEqualTo(ownOldValue);
    ownOldValue = ++written;
    answered(caller.put(path, "{\"value\":" + ownOldValue + "}"), 200);
    writes.merge(ownOld.id(), 1, Integer::sum);
  }

  private void patchOwn() {
    String path = Shop.value("v2", ownNew, ownEnvironment);
    JsonObject before = answered(caller.get(path), 200).object();
    assertThat(before.getAsJsonObject("defaultValue").get("intValue").getAsInt())
        .isEqualTo(ownNewValue);
    ownNewValue = ++written;
    String patch =
        "[{\"op\":\"replace\",\"path\":\"/defaultValue/intValue\",\"value\":" + ownNewValue + "}]";
    String condition = "?latestVersionId=" + before.get("lastVersionId").getAsString();
    JsonObject after = answered(caller.patch(path + condition, patch), 200).object();
    versions.add(after.get("lastVersionId").getAsString());
    writes.merge(ownNew.id(), 1, Integer::sum);
  }

  private void writeOnCondition() {
    FakeFlag flag = shop.conditional().get(random.nextInt(shop.conditional().size()));
    String path = Shop.value("v2", flag, shop.environment());
    String before = answered(caller.get(path), 200).object().get("lastVersionId").getAsString();
    int value = number * 1_000_000 + ++written;
    Caller.Reply reply =
        answered(
            caller.put(
                path + "?latestVersionId=" + before,
                "{\"defaultValue\":{\"intValue\":" + value + "}}"),
            200,
            409);
    if (reply.status() == 200) {
      String after = reply.object().get("lastVersionId").getAsString();
      steps.add(new Step(flag.id(), before, after, value));
      versions.add(after);
      writes.merge(flag.id(), 1, Integer::sum);
    }
  }

  private void write() {
    FakeFlag flag = shop.unconditional().get(random.nextInt(shop.unconditional().size()));
    int value = number * 1_000_000 + ++written;
    answered(
        caller.put(Shop.value("v1", flag, shop.environment()), "{\"value\":" + value + "}"), 200);
    lastWritten.put(flag.id(), value);
    writes.merge(flag.id(), 1, Integer::sum);
  }

  private void increment() {
    String path = Shop.value("v1", shop.counter(), shop.environment());
    int value = answered(caller.get(path), 200).object().get("value").getAsInt();
    Caller.Reply reply =
        answered(
            caller.patch(
                path,
                """
                [{"op":"test","path":"/value","value":%d},
                 {"op":"replace","path":"/value","value":%d}]
                """
                    .formatted(value, value + 1)),
            200,
            400);
    if (reply.status() == 200) {
      increments++;
      writes.merge(shop.counter().id(), 1, Integer::sum);
    }
  }

  /** Makes one that only one of all can make. */
  private void make() {
    String key = "race" + shop.next();
    Caller.Reply reply =
        answered(
            caller.post(
                "/v1/configs/" + shop.v2().id() + "/settings",
                "{\"key\":\"" + key + "\",\"name\":\"n\",\"settingType\":\"boolean\"}"),
            201,
            400);
    if (reply.status() == 201) {
      made.put(key, reply.object().get("settingId").getAsInt());
    }
  }

  /** Makes an Environment and a Tag of its own, and removes them. */
  private void comeAndGo() {
    String in = "/v1/products/" + own.id();
    JsonObject environment =
        answered(caller.post(in + "/environments", "{\"name\":\"Extra\"}"), 201).object();
    String tag =
        answered(caller.post(in + "/tags", "{\"name\":\"extra\"}"), 201)
            .object()
            .get("tagId")
            .getAsString();
    String id = environment.get("environmentId").getAsString();
    String path = "/v2/environments/" + id + "/settings/" + ownNew.id() + "/value";
    answered(caller.get(path), 200);
    answered(caller.delete("/v1/environments/" + id), 204);
    answered(caller.get(path), 404);
    answered(caller.delete("/v1/tags/" + tag), 204);
    assertThat(answered(caller.get(in + "/tags"), 200).objects()).isEmpty();
    assertThat(answered(caller.get(in + "/environments"), 200).objects()).hasSize(1);
  }
}
