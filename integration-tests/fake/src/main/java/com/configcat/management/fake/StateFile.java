package com.configcat.management.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps a fake's state in a file that is whole at every moment. */
final class StateFile implements AutoCloseable {
  private static final String FORMAT = "format";
  private static final String CURRENT = "configcat-fake-1";

  private final Path file;
  private final FileChannel lock;

  private StateFile(Path file, FileChannel lock) {
    this.file = file;
    this.lock = lock;
  }

  /**
   * Locks a state file for this fake alone. The lock is on a file beside it, since the state file
   * itself is replaced.
   */
  static StateFile open(Path file) {
    Path absolute = file.toAbsolutePath();
    Path lockFile = absolute.resolveSibling(absolute.getFileName() + ".lock");
    try {
      FileChannel channel = FileChannel.open(lockFile, CREATE, WRITE);
      FileLock lock = null;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        // Another fake in this JVM holds it.
      }
      if (lock == null) {
        channel.close();
        throw new IllegalStateException(
            "The state file " + file + " is in use by another fake: stop it, or name another file");
      }
      return new StateFile(absolute, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write beside the state file " + file + ": " + e, e);
    }
  }

  /**
   * Reads the file into a state.
   *
   * @return false if there is no file
   * @throws IllegalArgumentException if it is damaged
   */
  boolean read(State state) {
    if (!Files.exists(file)) {
      return false;
    }
    try {
      JsonObject content = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      if (!CURRENT.equals(Json.textOrNull(content, FORMAT))) {
        throw new IllegalArgumentException("its \"format\" is not \"" + CURRENT + "\"");
      }
      state.restore(content);
      return true;
    } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The state file "
              + file
              + " is damaged: "
              + e.getMessage()
              + ". Move it away to begin anew.",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the state file " + file + ": " + e, e);
    }
  }

  /** Replaces the file. */
  void write(JsonObject state) {
    JsonObject content = new JsonObject();
    content.addProperty(FORMAT, CURRENT);
    state.asMap().forEach(content::add);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      try (FileChannel channel = FileChannel.open(next, CREATE, WRITE, TRUNCATE_EXISTING)) {
        ByteBuffer bytes = ByteBuffer.wrap(Json.write(content).getBytes(UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        // What is renamed has to be on the disk before its name is.
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the state file " + file + ": " + e, e);
    }
  }

  /** Gives up the lock. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
