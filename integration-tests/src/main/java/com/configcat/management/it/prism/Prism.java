package com.configcat.management.it.prism;

import com.configcat.management.it.contract.Contract;
import java.net.URI;
import java.nio.file.Path;

/**
 * A running mock server that answers as an OpenAPI document says and checks what it is sent.
 *
 * <p>Safe for use by several threads. However the JVM ends, the server ends with it.
 */
public interface Prism extends AutoCloseable {
  /**
   * Starts Prism on a document.
   *
   * <p>The system property {@code prism.mode} says how: {@code docker} as a container, {@code
   * local} as a process, {@code auto}, which is the default, as a container where a Docker engine
   * answers that has the image or pulls it quickly, else as a process. The first call pulls the
   * image, or installs Prism from the locked files, which takes some seconds.
   *
   * @param document the OpenAPI document, JSON or YAML
   * @param options how it answers and how long it may take to start
   * @return the server, ready to answer
   * @throws PrismException if it cannot be installed or does not start; the message says what to do
   */
  static Prism start(Path document, PrismOptions options) {
    return PrismChoice.OF_BUILD.start(PrismMode.ofBuild(), document, options);
  }

  /**
   * Starts Prism on the document that the client was generated from.
   *
   * <p>Answers are the document's own examples if it is the pinned one, and made from the schemas
   * if it was pulled, since the examples of a pulled document may be wrong.
   *
   * @return the server, ready to answer
   * @throws IllegalStateException if the build has made no such document
   * @throws PrismException if it cannot be installed or does not start; the message says what to do
   */
  static Prism startOnContract() {
    Contract contract = Contract.ofBuild();
    PrismOptions options = contract.pulled() ? PrismOptions.GENERATED : PrismOptions.EXAMPLES;
    return start(contract.document(), options);
  }

  /**
   * Returns whether {@link #startProxy} has what it needs.
   *
   * @return whether there is a Node.js with npm that will do
   */
  static boolean canStartProxy() {
    try {
      NodeTools unused = NodeTools.find(System.getenv());
      return true;
    } catch (PrismException e) {
      return false;
    }
  }

  /**
   * Starts Prism between a client and a service, to check what goes both ways.
   *
   * <p>It is always a process of this machine, whatever {@code prism.mode} says: a container does
   * not reach what listens on this machine's loopback interface.
   *
   * @param document the OpenAPI document, JSON or YAML
   * @param upstream where the service listens
   * @return the server, ready to pass requests on
   * @throws PrismException if it cannot be installed or does not start; the message says what to do
   */
  static Prism startProxy(Path document, URI upstream) {
    try {
      return PrismServer.proxy(document, upstream, PrismInstallation.ofBuild());
    } catch (PrismException e) {
      throw new PrismException(
          "Prism cannot run as a proxy, which is always a local process, since a container does not"
              + " reach "
              + upstream
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Returns where the server listens, without a slash at the end.
   *
   * @return an address on the loopback interface
   */
  URI baseUrl();

  /**
   * Returns what the server has written: requests, what it found wrong, what it answered.
   *
   * <p>What it writes as a container arrives a moment later. The log stays after closing.
   *
   * @return the whole log
   */
  String log();

  /**
   * Returns in which way this server runs.
   *
   * @return {@code docker} or {@code local}
   */
  String mode();

  /**
   * Returns which Prism this is.
   *
   * @return a version, for example {@code 5.14.2}
   */
  String version();

  /**
   * Ends the server and waits until it is gone. Does nothing when called again.
   *
   * @throws IllegalStateException if the server is still there after some seconds
   */
  @Override
  void close();
}
