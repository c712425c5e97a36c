package com.configcat.management.fake;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Keeps a fake's state in a file that is whole at every moment. */
final class StateFile implements AutoCloseable {
  private static final String FORMAT = "format";
  private static final String CURRENT = "configcat-fake-1";

  private final Path file;
  private final Path next;
  private final FileChannel lock;

  private StateFile(Path file, FileChannel lock) {
    this.file = file;
    this.next = file.resolveSibling(file.getFileName() + ".next");
    this.lock = lock;
  }

  /**
   * Locks a state file for this fake alone. The lock is on a file beside it, since the state file
   * itself is replaced.
   */
  static StateFile open(Path file) {
    Path absolute = file.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      throw new IllegalArgumentException("The state file " + file + " is a folder: name a file");
    }
    if (!Files.isDirectory(absolute.resolveSibling(""))) {
      throw new IllegalArgumentException(
          "There is no folder " + absolute.getParent() + " for the state file: make it first");
    }
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
    try (Reader reader = Files.newBufferedReader(file)) {
      JsonObject content = Json.read(reader);
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
              + Json.reason(e)
              + ". Move it away to begin anew.",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the state file " + file + ": " + e, e);
    }
  }

  /** Writes a state beside the file. */
  void prepare(JsonObject state) {
    try (JsonWriter writer = new JsonWriter(Files.newBufferedWriter(next))) {
      writer.beginObject();
      writer.name(FORMAT).value(CURRENT);
      for (Map.Entry<String, JsonElement> part : state.entrySet()) {
        writer.name(part.getKey());
        Json.write(part.getValue(), writer);
      }
      writer.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write beside the state file " + file + ": " + e, e);
    }
  }

  /** Replaces the file by what was prepared. */
  void commit() {
    try {
      try (FileChannel channel = FileChannel.open(next, WRITE)) {
        // The content has to be on the disk before the name is.
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
