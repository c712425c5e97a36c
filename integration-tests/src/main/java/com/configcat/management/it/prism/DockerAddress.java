package com.configcat.management.it.prism;

import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Knows where Docker engines listen. */
final class DockerAddress {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  private DockerAddress() {}

  /**
   * Lists the engines to ask, the likeliest first.
   *
   * @param environment where {@code DOCKER_HOST}, if it is there, names the only one
   * @param home the folder of the user
   * @throws EngineException if {@code DOCKER_HOST} names an engine of another machine
   */
  static List<DockerEngine> engines(Map<String, String> environment, Path home)
      throws EngineException {
    String named = environment.getOrDefault("DOCKER_HOST", "");
    if (!named.isBlank()) {
      return List.of(engine(named, environment.getOrDefault("DOCKER_TLS_VERIFY", "")));
    }
    if (File.separatorChar == '\\') {
      return List.of(new DockerEngine("npipe:////./pipe/docker_engine", null));
    }
    return new PrismPrerequisites(environment, home)
        .dockerSockets().stream()
            .filter(path -> Files.exists(path) || path.equals(PrismPrerequisites.DEFAULT_SOCKET))
            .map(path -> unix("unix://" + path, path))
            .toList();
  }

  private static DockerEngine engine(String address, String tls) throws EngineException {
    try {
      URI uri = URI.create(address);
      String scheme = String.valueOf(uri.getScheme());
      String host = String.valueOf(uri.getHost());
      if (scheme.equals("unix") && uri.getPath() != null) {
        return unix(address, Path.of(uri.getPath()));
      }
      if (scheme.equals("npipe")) {
        return new DockerEngine(address, null);
      }
      if (List.of("tcp", "http", "https").contains(scheme) && LOOPBACK.contains(host)) {
        boolean plain = tls.isEmpty() && !scheme.equals("https") && uri.getPort() >= 0;
        return new DockerEngine(
            address,
            plain
                ? new EngineSocket(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort()))
                : null);
      }
    } catch (IllegalArgumentException e) {
      // No address at all: refused below as well.
    }
    throw new EngineException(
        "DOCKER_HOST is " + address + ", which is not an engine on this machine",
        "Prism's port has to be on this machine: set DOCKER_HOST to a unix:// or tcp://localhost"
            + " address, or leave it unset.",
        null);
  }

  private static DockerEngine unix(String address, Path path) {
    return new DockerEngine(address, new EngineSocket(UnixDomainSocketAddress.of(path)));
  }
}
