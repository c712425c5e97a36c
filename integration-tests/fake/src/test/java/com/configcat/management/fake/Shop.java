package com.configcat.management.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import java.net.URLEncoder;
import java.util.List;
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

  /** Returns a member who may call, but has no role and is in no Product. */
  Caller outsider(String email) {
    String userId = fake.world().member(email, email);
    fake.world().credential(email, "secret");
    String path = "/v1/organizations/" + fake.world().organizationId() + "/members/";
    caller.post(path + URLEncoder.encode(userId, UTF_8), "{\"isAdmin\":false}");
    return Caller.of(fake, email, "secret");
  }

  /** The records of the Organization's audit log, newest first: type and what it is about. */
  List<String> auditLog() {
    return caller
        .get("/v2/organizations/" + fake.world().organizationId() + "/auditlogs")
        .object()
        .getAsJsonArray("data")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .map(
            row ->
                row.get("auditLogTypeEnum").getAsString()
                    + " "
                    + row.get("actionTarget").getAsString())
        .toList();
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
