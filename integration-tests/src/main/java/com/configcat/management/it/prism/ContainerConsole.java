package com.configcat.management.it.prism;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds the standard input of a container open and writes what the container says to a file. */
final class ContainerConsole implements AutoCloseable {
  private static final int START_SECONDS = 10;

  private final Path log;
  private final Silence input = new Silence();

  ContainerConsole(Path log) {
    this.log = log;
  }

  /** Attaches this JVM to a container that is not running yet, so that nothing is missed. */
  void attach(DockerClient client, String container) {
    ToFile output =
        client
            .attachContainerCmd(container)
            .withStdIn(input)
            .withStdOut(true)
            .withStdErr(true)
            .withFollowStream(true)
            .exec(new ToFile());
    try {
      if (!output.awaitStarted(START_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("it does not attach to its console");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while attaching to its console", e);
    }
  }

  /** Ends the container's standard input. */
  @Override
  public void close() {
    input.close();
  }

  private final class ToFile extends ResultCallback.Adapter<Frame> {
    @Override
    public void onNext(Frame frame) {
      try {
        Files.write(log, frame.getPayload(), StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write the log " + log, e);
      }
    }
  }

  /** A stream without a byte, whose end comes when it is closed. */
  private static final class Silence extends InputStream {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public int read() {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return length == 0 ? 0 : read();
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
