package com.configcat.management.it.prism;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether Prism runs in Docker or as a local process: for one run always the same way.
 *
 * <p>Safe for use by several threads.
 */
final class PrismChoice {
  /** Starts Prism in a container of an engine that is known to answer. */
  interface InDocker {
    Prism start(Path document, PrismOptions options) throws EngineException;
  }

  /** Starts Prism as a process, on a Node.js that was found. */
  interface AsProcess {
    Prism start(Path document, PrismOptions options);
  }

  /** The one of this build. */
  static final PrismChoice OF_BUILD =
      new PrismChoice(
          PrismContainer::probe, PrismContainer::start, PrismChoice::process, System.err);

  private final Function<PrismMode, DockerProbe> probe;
  private final InDocker inDocker;
  private final Supplier<AsProcess> asProcess;
  private final PrintStream notes;
  private boolean provenDocker;
  private @Nullable EngineException whyLocal;

  PrismChoice(
      Function<PrismMode, DockerProbe> probe,
      InDocker inDocker,
      Supplier<AsProcess> asProcess,
      PrintStream notes) {
    this.probe = probe;
    this.inDocker = inDocker;
    this.asProcess = asProcess;
    this.notes = notes;
  }

  Prism start(PrismMode mode, Path document, PrismOptions options) {
    if (!Files.isRegularFile(document)) {
      throw new PrismException("There is no document " + document.toAbsolutePath() + " for Prism.");
    }
    return switch (mode) {
      case LOCAL -> asProcess.get().start(document, options);
      case DOCKER -> docker(document, options);
      case AUTO -> auto(document, options);
    };
  }

  private static AsProcess process() {
    PrismInstallation installation = PrismInstallation.ofBuild();
    return (document, options) -> PrismServer.start(document, options, installation);
  }

  private synchronized Prism docker(Path document, PrismOptions options) {
    try {
      if (!provenDocker) {
        probe.apply(PrismMode.DOCKER).check(/* unasked= */ true);
      }
      Prism prism = inDocker.start(document, options);
      provenDocker = true;
      return prism;
    } catch (EngineException e) {
      throw new PrismException(
          "Prism cannot run in Docker: "
              + e.reason()
              + ". "
              + e.advice()
              + " Or run Prism as a local process: -Dprism.mode=local, which needs Node.js.",
          e);
    }
  }

  private synchronized Prism auto(Path document, PrismOptions options) {
    if (provenDocker) {
      return docker(document, options);
    }
    if (whyLocal == null) {
      try {
        probe.apply(PrismMode.AUTO).check(/* unasked= */ false);
        Prism prism = inDocker.start(document, options);
        provenDocker = true;
        return prism;
      } catch (EngineException e) {
        AsProcess process = instead(e);
        notes.println("Prism runs as a local process: " + e.reason() + ".");
        whyLocal = e;
        return process.start(document, options);
      }
    }
    return instead(whyLocal).start(document, options);
  }

  private AsProcess instead(EngineException why) {
    try {
      return asProcess.get();
    } catch (PrismException e) {
      e.addSuppressed(why);
      throw new PrismException(
          "Prism, the mock server, runs in Docker or on Node.js, and neither is ready here."
              + " Docker: "
              + why.reason()
              + ". "
              + why.advice()
              + " Node.js: "
              + e.getMessage(),
          e);
    }
  }
}
