package com.configcat.management.fake;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets up a fake. */
public final class ConfigCatFakeBuilder {
  InetAddress address = InetAddress.getLoopbackAddress();
  int port;
  RequestQuota quota = RequestQuota.none();
  @Nullable Path stateFile;
  @Nullable Consumer<World> seed;
  int rememberedRequests = Integer.MAX_VALUE;
  @Nullable InstantSource clock;

  ConfigCatFakeBuilder() {}

  /**
   * Sets the address to listen on; the loopback address by default. Whoever reaches another one can
   * change everything the fake keeps.
   *
   * @param newAddress an address of this machine
   * @return this
   */
  public ConfigCatFakeBuilder address(InetAddress newAddress) {
    this.address = Objects.requireNonNull(newAddress, "newAddress");
    return this;
  }

  /**
   * Sets the port; 0, a free one, by default.
   *
   * @param newPort 0 to 65535
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public ConfigCatFakeBuilder port(int newPort) {
    if (newPort < 0 || newPort > 65_535) {
      throw new IllegalArgumentException("A port is 0 to 65535, not " + newPort);
    }
    this.port = newPort;
    return this;
  }

  /**
   * Sets how many requests are allowed; any number by default.
   *
   * @param newQuota for example {@link RequestQuota#ofService}
   * @return this
   */
  public ConfigCatFakeBuilder quota(RequestQuota newQuota) {
    this.quota = Objects.requireNonNull(newQuota, "newQuota");
    return this;
  }

  /**
   * Keeps the state in a file, from one run to the next. The file is read at the start if it
   * exists, and replaced within a second of a change and when the fake is closed. A process that is
   * killed loses at most that second, never the file.
   *
   * @param file a state file, or one that does not exist yet
   * @return this
   */
  public ConfigCatFakeBuilder stateFile(Path file) {
    this.stateFile = Objects.requireNonNull(file, "file");
    return this;
  }

  /**
   * Fills the world at the start, unless a state file already has.
   *
   * @param newSeed for example {@code Seed.shop()}
   * @return this
   */
  public ConfigCatFakeBuilder seed(Consumer<World> newSeed) {
    this.seed = Objects.requireNonNull(newSeed, "newSeed");
    return this;
  }

  /**
   * Sets the clock. By default time stands still at 2026-09-01T12:00:00Z, moves a second with each
   * write, and can be set by {@link World#now}.
   *
   * @param newClock for example {@link InstantSource#system}
   * @return this
   */
  public ConfigCatFakeBuilder clock(InstantSource newClock) {
    this.clock = Objects.requireNonNull(newClock, "newClock");
    return this;
  }

  /**
   * Sets how many of the last requests {@link ConfigCatFake#requests} returns; all by default.
   *
   * @param count at least 0
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public ConfigCatFakeBuilder rememberedRequests(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("Cannot remember " + count + " requests");
    }
    this.rememberedRequests = count;
    return this;
  }

  /**
   * Starts the fake.
   *
   * @return the fake, ready to answer
   * @throws UncheckedIOException if the port is taken, or the state file cannot be read or written
   * @throws IllegalArgumentException if the state file is damaged
   * @throws IllegalStateException if another fake uses the state file
   */
  public ConfigCatFake start() {
    return new ConfigCatFake(this);
  }
}
