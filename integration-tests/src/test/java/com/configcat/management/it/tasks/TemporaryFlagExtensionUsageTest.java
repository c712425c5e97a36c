package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.flag.Flag;
import com.configcat.management.junit.TemporaryFlagExtension;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As a tester uses it: the second test sees what the first one left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TemporaryFlagExtensionUsageTest {
  private static Scene scene;
  private static JsonObject before;

  /** Registered first, so that it is called last. */
  @Order(1)
  @RegisterExtension
  static final AfterAllCallback end =
      context -> {
        assertThat(scene.fake.content()).isEqualTo(before);
        scene.close();
      };

  @Order(2)
  @RegisterExtension
  static final TemporaryFlagExtension forAll = new TemporaryFlagExtension();

  @RegisterExtension final TemporaryFlagExtension flags = new TemporaryFlagExtension();

  @BeforeAll
  static void start() {
    scene = Scene.withAttempts(1);
    scene.text.serve(scene.test, "{\"defaultValue\":{\"stringValue\":\"grey\"}}");
    before = scene.fake.content();
    forAll.use(scene.client.flag(scene.oldKey(), "oldFlag").temporarily(true));
  }

  private static boolean isOnForAll() {
    return scene.oldFlag.served(scene.test, "value").getAsBoolean();
  }

  private static String text() {
    return scene
        .text
        .served(scene.test, "defaultValue")
        .getAsJsonObject()
        .get("stringValue")
        .getAsString();
  }

  @Test
  @Order(1)
  void setsAFlagTwice() {
    Flag text = scene.client.flag(scene.key(), "text");
    flags.use(text.temporarily("blue"));
    flags.use(text.temporarily("red"));
    flags.use(scene.client.flag(scene.oldKey(), "oldFlag").temporarily(false));

    assertThat(text()).isEqualTo("red");
    assertThat(isOnForAll()).isFalse();
  }

  @Test
  @Order(2)
  void findsItAsItWasBefore() {
    assertThat(text()).isEqualTo("grey");
    assertThat(isOnForAll()).isTrue();
    assertThat(scene.fake.content()).isNotEqualTo(before);
  }
}
