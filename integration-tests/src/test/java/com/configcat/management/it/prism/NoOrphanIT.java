package com.configcat.management.it.prism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.it.contract.BuildFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** However the JVM that started Prism ends, Prism ends within a few seconds. */
@Timeout(60)
@ExtendWith(SharedPrism.class)
class NoOrphanIT {
  private static final int SECONDS = 5;

  private Process jvm;
  private int port;

  @BeforeEach
  void startAnotherJvm(Prism prism) throws IOException {
    jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dintegration-tests.directory=" + BuildFolders.ofBuild().module(),
                "-Dprism.mode=" + prism.mode(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldingPrism.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = jvm.inputReader();
    port = Integer.parseInt(output.readLine());
  }

  @AfterEach
  void endIt() {
    ProcessTree.of(jvm).end();
  }

  @Test
  void endsWhenItsJvmIsKilled() throws Exception {
    try (Socket connection = connect()) {
      jvm.destroyForcibly();
      assertGone(connection);
    }
  }

  @Test
  void endsWhenItsJvmIsTerminated() throws Exception {
    try (Socket connection = connect()) {
      jvm.destroy();
      assertGone(connection);
    }
  }

  @Test
  void endsWhenItsJvmExits() throws Exception {
    try (Socket connection = connect()) {
      jvm.getOutputStream().close();
      assertGone(connection);
    }
  }

  /** A connection outlives the JVM but not Prism, so its end tells when Prism is gone. */
  private void assertGone(Socket connection) throws InterruptedException {
    assertThatThrownBy(() -> untilRefused(connection)).isInstanceOf(ConnectException.class);
    assertThat(jvm.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /** Connects again when one ends: a dying process may lose its connections before its port. */
  private void untilRefused(Socket first) throws IOException {
    assertEnds(first);
    while (true) {
      try (Socket next = connect()) {
        assertEnds(next);
      } catch (ConnectException refused) {
        throw refused;
      } catch (SocketException reset) {
        // The port of a container was on its way out; the next try tells.
      }
    }
  }

  private static void assertEnds(Socket connection) throws IOException {
    connection.setSoTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS));
    try {
      assertThat(connection.getInputStream().read()).isEqualTo(-1);
    } catch (SocketException reset) {
      // As good as an end.
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }
}
