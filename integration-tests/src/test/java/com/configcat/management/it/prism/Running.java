package com.configcat.management.it.prism;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** What this JVM has started and not ended: processes, and containers where Prism is one. */
final class Running {
  private Running() {}

  /** Asks the engine only if there is one: when a Prism runs as a container. */
  static Set<String> now(Prism prism) {
    Stream<String> processes =
        ProcessHandle.current().descendants().map(process -> "process " + process.pid());
    Stream<String> containers = prism.mode().equals("docker") ? containers() : Stream.empty();
    return Stream.concat(processes, containers).collect(Collectors.toSet());
  }

  private static Stream<String> containers() {
    Map<String, String> ours =
        Map.of(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID);
    return DockerClientFactory.lazyClient()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(ours)
        .exec()
        .stream()
        .map(container -> "container " + container.getId());
  }
}
