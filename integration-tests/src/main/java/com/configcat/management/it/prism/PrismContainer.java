package com.configcat.management.it.prism;

import com.configcat.management.it.contract.BuildFolders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** Prism as a container, on a port of the loopback interface that the engine picks. */
final class PrismContainer implements Prism {
  private static final int PORT = 4010;

  /** Prism takes YAML under this name as well. */
  private static final String DOCUMENT = "/tmp/openapi.json";

  /** What Testcontainers runs beside all others, unless it is told not to. */
  static final String RYUK = "testcontainers/ryuk:0.14.0";

  private static final Pattern LISTENING = Pattern.compile("Prism is listening on http://\\S+\\s");
  private static final Pattern ENDED =
      Pattern.compile("The process of Prism (ended with code \\w+)");
  private static final int REACH_MILLIS = 2000;

  private final GuardedContainer container;
  private final Path log;
  private final String version;
  private final URI baseUrl;

  private PrismContainer(GuardedContainer container, Path log, String version) {
    this.container = container;
    this.log = log;
    this.version = version;
    this.baseUrl = URI.create("http://127.0.0.1:" + container.getMappedPort(PORT));
  }

  /**
   * Asks for the engine and the images that {@link #start} needs: patiently when Docker is named,
   * quickly when there is another way.
   */
  static DockerProbe probe(PrismMode mode) {
    List<String> images = new ArrayList<>(List.of(image()));
    if (!Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
      images.add(substituted(RYUK));
    }
    return new DockerProbe(
        System.getenv(),
        Path.of(System.getProperty("user.home")),
        isInContainer(),
        List.copyOf(images),
        mode == PrismMode.DOCKER ? Duration.ofSeconds(10) : Duration.ofSeconds(2),
        BuildFolders.offline()
            ? Duration.ZERO
            : mode == PrismMode.DOCKER ? Duration.ofMinutes(5) : Duration.ofSeconds(60));
  }

  /** As Testcontainers sees it, which would start a container to find out where ports are. */
  private static boolean isInContainer() {
    return Files.exists(Path.of("/.dockerenv"))
        && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null;
  }

  static Prism start(Path document, PrismOptions options) throws EngineException {
    BuildFolders folders = BuildFolders.ofBuild();
    Path log;
    try {
      log = Files.createTempFile(Files.createDirectories(folders.target()), "prism-", ".log");
    } catch (IOException e) {
      throw new PrismException("Cannot make a log in " + folders.target() + ": " + e, e);
    }
    GuardedContainer container =
        GuardedContainer.start(
            image(),
            folders.prism().resolve("container.mjs"),
            List.of(new GuardedContainer.CopiedFile(document.toAbsolutePath(), DOCUMENT)),
            PORT,
            words(options),
            log);
    PrismContainer prism = null;
    try {
      new PrismStart(document, log, options.startLimit()).await(LISTENING, () -> ended(log));
      PrismContainer started = new PrismContainer(container, log, PrismVersion.in(folders.prism()));
      started.reach();
      prism = started;
      return prism;
    } finally {
      if (prism == null) {
        container.end();
      }
    }
  }

  private static List<String> words(PrismOptions options) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("mock", "-h", "0.0.0.0", "-p", Integer.toString(PORT), "--errors"));
    words.addAll(List.of("--seed", Integer.toString(options.seed())));
    if (options.dynamic()) {
      words.add("-d");
    }
    words.add(DOCUMENT);
    return List.copyOf(words);
  }

  private static Optional<String> ended(Path log) {
    Matcher matcher = ENDED.matcher(LogFile.text(log));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String image() {
    return substituted("stoplight/prism:" + PrismVersion.in(BuildFolders.ofBuild().prism()));
  }

  /** The name under which a user's Testcontainers finds an image, for example in a mirror. */
  private static String substituted(String image) {
    return ImageNameSubstitutor.instance()
        .apply(DockerImageName.parse(image))
        .asCanonicalNameString();
  }

  /** Where the engine's ports are not this machine's, as in some containers, Docker is no use. */
  private void reach() throws EngineException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), baseUrl.getPort()), REACH_MILLIS);
    } catch (IOException e) {
      throw new EngineException(
          "the ports of its containers cannot be reached at 127.0.0.1 (" + e.getMessage() + ")",
          "Run the build where the engine runs, not in a container beside it.",
          e);
    }
  }

  @Override
  public URI baseUrl() {
    return baseUrl;
  }

  @Override
  public String log() {
    return LogFile.text(log);
  }

  @Override
  public String mode() {
    return PrismMode.DOCKER.word();
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public void close() {
    container.end();
  }
}
