package com.configcat.management.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.internal.call.BlockingCallRunner;
import com.google.gson.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every conformance vector of openapi/conformance against this client. */
class ConformanceTest {
  private static final Operations OPERATIONS = new Operations();

  @TestFactory
  Stream<DynamicNode> runs() {
    return Vector.files()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file.getFileName().toString(),
                    file.toUri(),
                    Vector.of(file).stream()
                        .filter(v -> v.json().get("tags").toString().contains("wire"))
                        .map(v -> DynamicTest.dynamicTest(v.name(), () -> run(v)))));
  }

  private static void run(Vector vector) {
    try (VirtualTime time = new VirtualTime()) {
      ScriptedService service = new ScriptedService(vector.exchanges(), time);
      List<Outcome> outcomes = new ArrayList<>();
      try (ConfigCatManagementClient client = client(vector, service)) {
        for (Vector.Call call : vector.calls()) {
          time.execute(() -> outcomes.add(outcome(client, call, time)));
        }
        time.run();
      }
      assertThat(outcomes).as("calls that ended").hasSameSizeAs(vector.calls());
      for (int i = 0; i < outcomes.size(); i++) {
        outcomes.get(i).check(vector.calls().get(i).outcome());
      }
      service.check();
    }
  }

  private static Outcome outcome(
      ConfigCatManagementClient client, Vector.Call call, VirtualTime time) {
    Type type =
        ((ParameterizedType) OPERATIONS.method(call).getGenericReturnType())
            .getActualTypeArguments()[0];
    try {
      Object value = new BlockingCallRunner().run(OPERATIONS.call(client, call));
      return new Outcome(value, type, null, time.millis());
    } catch (RuntimeException e) {
      return new Outcome(null, type, e, time.millis());
    }
  }

  private static ConfigCatManagementClient client(Vector vector, ScriptedService service) {
    JsonObject settings = vector.client();
    ConfigCatManagementClientBuilder builder =
        ConfigCatManagementClient.builder()
            .credentials(
                text(settings, "user", "api-user"), text(settings, "password", "api-p4ssw0rd"))
            .baseUrl("http://localhost" + text(settings, "basePath", ""))
            .httpClient(service.httpClient());
    return builder.build();
  }

  private static String text(JsonObject json, String name, String otherwise) {
    return json.has(name) ? json.get(name).getAsString() : otherwise;
  }
}
