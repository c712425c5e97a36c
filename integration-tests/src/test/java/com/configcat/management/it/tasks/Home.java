package com.configcat.management.it.tasks;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.fake.ReceivedRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** A fake with a Product, two Environments and a Config of each version, and its client. */
abstract class Home {
  final ConfigCatFake fake = ConfigCatFake.start();
  final UUID organizationId = fake.world().organizationId();
  final FakeProduct product = fake.world().product("Shop");
  final FakeEnvironment production = product.environment("Production");
  final FakeEnvironment test = product.environment("Test");
  final FakeConfig v1 = product.v1Config("Old");
  final FakeConfig v2 = product.v2Config("New");
  final ConfigCatManagementClient configcat = Clients.of(fake);

  @AfterEach
  void stop() {
    configcat.close();
    fake.close();
  }

  /** The requests seen that were to change something. */
  List<ReceivedRequest> writes() {
    return fake.requests().stream().filter(request -> !request.method().equals("GET")).toList();
  }

  String written() {
    return writes().get(writes().size() - 1).body();
  }
}
