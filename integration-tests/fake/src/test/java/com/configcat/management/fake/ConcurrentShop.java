package com.configcat.management.fake;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What many threads share.
 *
 * @param conditional V2 flags that are written on condition of their version
 * @param unconditional V1 flags that anybody writes
 * @param counter a V1 flag that is raised by one
 * @param made how many calls have tried to make a flag
 */
record ConcurrentShop(
    ConfigCatFake fake,
    FakeProduct product,
    FakeEnvironment environment,
    FakeConfig v1,
    FakeConfig v2,
    List<FakeFlag> conditional,
    List<FakeFlag> unconditional,
    FakeFlag counter,
    AtomicInteger made) {
  /** So many calls try to make a flag of one key. */
  private static final int RIVALS = 8;

  static ConcurrentShop in(ConfigCatFake fake) {
    FakeProduct product = fake.world().product("Shared");
    FakeEnvironment environment = product.environment("Production");
    FakeConfig v1 = product.v1Config("Old");
    FakeConfig v2 = product.v2Config("New");
    return new ConcurrentShop(
        fake,
        product,
        environment,
        v1,
        v2,
        List.of(v2.setting("c1", "int"), v2.setting("c2", "int")),
        List.of(v1.setting("u1", "int"), v1.setting("u2", "int")),
        v1.setting("counter", "int"),
        new AtomicInteger());
  }

  int next() {
    return made.getAndIncrement() / RIVALS;
  }
}
