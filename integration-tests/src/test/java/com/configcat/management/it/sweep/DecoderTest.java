package com.configcat.management.it.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.model.SettingValue;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Puts hundreds of answers that each schema allows through the decoder, and sees what is lost. */
class DecoderTest {
  private static final int ANSWERS = 300;
  private static final long SEED = Long.getLong("sweep.seed", 42);
  private final Gson gson = ManagementGson.create();

  @TestFactory
  Stream<DynamicTest> losesNothingThatTheModelKnows() throws Exception {
    OpenApi document =
        OpenApi.read(Path.of(System.getProperty("contract.directory"), "openapi.json"));
    return document.schemas().keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> decode(document, name)));
  }

  private void decode(OpenApi document, String name) throws Exception {
    JsonObject reference = new JsonObject();
    reference.addProperty("$ref", "#/components/schemas/" + name);
    Class<?> type =
        name.equals("SettingValueType")
            ? SettingValue.class
            : Class.forName("com.configcat.management.model." + name);
    JsonMaker maker =
        new JsonMaker(document, new Random(SEED ^ name.hashCode()), JsonMaker.Style.WILD);
    for (int i = 0; i < ANSWERS; i++) {
      JsonElement served = gson.fromJson(maker.make(reference).toString(), JsonElement.class);

      JsonElement again = gson.toJsonTree(gson.fromJson(served.toString(), type), type);

      assertThat(JsonComparison.differences(document, reference, served, again))
          .as("answer %d of seed %d: %s", i, SEED, served)
          .isEmpty();
    }
  }
}
