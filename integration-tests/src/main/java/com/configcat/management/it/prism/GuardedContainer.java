package com.configcat.management.it.prism;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * A container of Prism's image that lives as long as this JVM is attached to its standard input,
 * and then removes itself.
 *
 * <p>So nobody has to clear up after a JVM that was killed.
 */
final class GuardedContainer extends GenericContainer<GuardedContainer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
  private static final String GUARD = "/tmp/container.mjs";
  private static final int READABLE = 0444;

  private final ContainerConsole console;
  private final int port;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile String id = "";

  private GuardedContainer(String image, int port, ContainerConsole console) {
    super(DockerImageName.parse(image));
    this.port = port;
    this.console = console;
  }

  /**
   * Starts one, which is then starting Prism.
   *
   * @param image a name that the engine knows
   * @param guard the script to run Prism's command line with
   * @param files what to copy into the container, each with its place there
   * @param port where Prism will listen
   * @param words the arguments of Prism
   * @param log where its log goes
   * @throws EngineException if the engine cannot run it
   */
  static GuardedContainer start(
      String image, Path guard, List<CopiedFile> files, int port, List<String> words, Path log)
      throws EngineException {
    GuardedContainer container = new GuardedContainer(image, port, new ContainerConsole(log));
    try {
      container
          .withCopyFileToContainer(MountableFile.forHostPath(guard, READABLE), GUARD)
          // In production, which the image asks for, Prism starts processes beside itself.
          .withEnv("NODE_ENV", "")
          .withExposedPorts(port)
          .withCommand(words.toArray(String[]::new))
          .withCreateContainerCmdModifier(container::guarded)
          .waitingFor(new NoWaiting());
      for (CopiedFile file : files) {
        container.withCopyFileToContainer(
            MountableFile.forHostPath(file.here(), READABLE), file.there());
      }
      container.start();
      return container;
    } catch (RuntimeException e) {
      container.end();
      throw new EngineException(
          "the engine cannot run " + image + " (" + rootMessage(e) + ")",
          "Check whether docker run works there.",
          e);
    }
  }

  /** A file of this machine and where a container has it. */
  record CopiedFile(Path here, String there) {}

  private void guarded(CreateContainerCmd command) {
    String[] entrypoint =
        Objects.requireNonNull(
                dockerClient
                    .inspectImageCmd(Objects.requireNonNull(command.getImage()))
                    .exec()
                    .getConfig(),
                "the image has no configuration")
            .getEntrypoint();
    if (entrypoint == null || entrypoint.length < 2) {
      throw new IllegalStateException(
          "its entry point is not node with a script, but " + Arrays.toString(entrypoint));
    }
    List<String> words = new ArrayList<>(List.of(entrypoint));
    words.add(1, GUARD);
    PortBinding loopback =
        new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(port));
    HostConfig host = Objects.requireNonNull(command.getHostConfig());
    command
        .withEntrypoint(words)
        .withStdinOpen(true)
        .withStdInOnce(true)
        .withHostConfig(host.withAutoRemove(true).withPortBindings(loopback));
  }

  @Override
  protected void containerIsCreated(String containerId) {
    id = containerId;
    console.attach(dockerClient, containerId);
  }

  /**
   * Ends the container and waits until it is gone. Does nothing when called again.
   *
   * @throws IllegalStateException if it is still there after some seconds
   */
  void end() {
    if (ended.getAndSet(true)) {
      return;
    }
    // An interrupted thread cannot talk to the engine.
    boolean interrupted = Thread.interrupted();
    try {
      console.close();
      stop();
      awaitGone();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void awaitGone() {
    long start = System.nanoTime();
    while (!id.isEmpty() && isThere()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "Container " + id + " cannot be removed. Remove it by hand: docker rm -f " + id);
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private boolean isThere() {
    try {
      return dockerClient.inspectContainerCmd(id).exec() != null;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).strip();
  }

  /** Prism's log tells when it listens. */
  private static final class NoWaiting extends AbstractWaitStrategy {
    @Override
    protected void waitUntilReady() {}
  }
}
