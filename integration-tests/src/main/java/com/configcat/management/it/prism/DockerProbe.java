package com.configcat.management.it.prism;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Finds out whether an engine of this machine can run containers of some images.
 *
 * @param environment where {@code DOCKER_HOST} may name the engine
 * @param home the folder of the user, where engines of the user's own listen
 * @param inContainer whether this build runs in a container, beside the engine's others
 * @param images the images that are needed
 * @param answerLimit how long an engine may take to say that it is there
 * @param pullLimit how long pulling an image may take; zero not to pull at all
 */
record DockerProbe(
    Map<String, String> environment,
    Path home,
    boolean inContainer,
    List<String> images,
    Duration answerLimit,
    Duration pullLimit) {

  /**
   * Asks the engine for its images, and has it pull those that are not there.
   *
   * @param unasked whether an engine that cannot be asked is left to Testcontainers
   * @throws EngineException if there is none that will do
   */
  void check(boolean unasked) throws EngineException {
    List<DockerEngine> engines = DockerAddress.engines(environment, home);
    if (unasked && engines.get(0).socket() == null) {
      return;
    }
    DockerEngine engine = first(engines);
    if (inContainer && engine.isBySocketFile()) {
      throw new EngineException(
          "this build runs in a container, where the ports of other containers are not at"
              + " 127.0.0.1",
          "If they are, set TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1.",
          null);
    }
    for (String image : images) {
      engine.need(image, pullLimit);
    }
  }

  private DockerEngine first(List<DockerEngine> engines) throws EngineException {
    EngineException last = null;
    for (DockerEngine engine : engines) {
      try {
        engine.ping(answerLimit);
        return engine;
      } catch (EngineException e) {
        last = e;
      }
    }
    throw last == null ? new EngineException("no engine is known", DockerEngine.START, null) : last;
  }
}
