package com.configcat.management.conformance;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs every conformance vector of openapi/conformance against this client, in virtual time. */
class ConformanceTest {
  @TestFactory
  Stream<DynamicNode> blocking() {
    return vectors(VectorRun.Way.BLOCKING);
  }

  @TestFactory
  Stream<DynamicNode> enqueued() {
    return vectors(VectorRun.Way.ENQUEUED);
  }

  private static Stream<DynamicNode> vectors(VectorRun.Way way) {
    return Vector.files()
        .map(
            file ->
                dynamicContainer(
                    file.getFileName().toString(),
                    file.toUri(),
                    Vector.of(file).stream()
                        .map(
                            vector ->
                                dynamicTest(
                                    vector.name(), () -> new VectorRun(vector, way).run()))));
  }
}
