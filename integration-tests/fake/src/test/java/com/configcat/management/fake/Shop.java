package com.configcat.management.fake;

import org.junit.jupiter.api.AfterEach;

/** A fake with a Product, a Config of each version and two Environments. */
abstract class Shop {
  final ConfigCatFake fake = ConfigCatFake.start();
  final FakeProduct product = fake.world().product("Shop");
  final FakeEnvironment production = product.environment("Production");
  final FakeEnvironment test = product.environment("Test");
  final FakeConfig v1 = product.v1Config("Old");
  final FakeConfig v2 = product.v2Config("New");
  final FakeFlag oldFlag = v1.flag("oldFlag");
  final FakeFlag newFlag = v2.flag("newFlag");
  final Caller caller = Caller.of(fake);

  @AfterEach
  void stop() {
    fake.close();
  }

  static String value(String version, FakeFlag flag, FakeEnvironment environment) {
    return "/"
        + version
        + "/environments/"
        + environment.id()
        + "/settings/"
        + flag.id()
        + "/value";
  }

  String newValue() {
    return value("v2", newFlag, production);
  }

  String oldValue() {
    return value("v1", oldFlag, production);
  }

  static String values(String version, FakeConfig config, FakeEnvironment environment) {
    return "/"
        + version
        + "/configs/"
        + config.id()
        + "/environments/"
        + environment.id()
        + "/values";
  }
}
