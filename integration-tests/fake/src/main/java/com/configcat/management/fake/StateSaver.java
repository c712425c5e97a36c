package com.configcat.management.fake;

import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Writes the state file while the fake runs, and once more at the end. */
final class StateSaver implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ConfigCatFake.class.getName());

  private final StateFile file;
  private final RequestDispatcher dispatcher;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "configcat-fake-state");
            thread.setDaemon(true);
            return thread;
          });
  private long saved = -1;

  StateSaver(StateFile file, RequestDispatcher dispatcher) {
    this.file = file;
    this.dispatcher = dispatcher;
    // A file that cannot be written is an error now, not when everything is done.
    save();
    var unused = timer.scheduleWithFixedDelay(this::trySave, 500, 500, TimeUnit.MILLISECONDS);
  }

  private void trySave() {
    try {
      save();
    } catch (UncheckedIOException e) {
      LOG.log(System.Logger.Level.WARNING, "{0}; it is tried again", e.getMessage());
    }
  }

  private synchronized void save() {
    long writes =
        dispatcher.read(
            state -> {
              if (dispatcher.writes() != saved) {
                file.prepare(state.tree());
              }
              return dispatcher.writes();
            });
    if (writes != saved) {
      file.commit();
      saved = writes;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    save();
    file.close();
  }
}
