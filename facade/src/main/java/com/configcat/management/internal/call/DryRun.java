package com.configcat.management.internal.call;

import com.configcat.management.core.Operation;
import com.configcat.management.error.DryRunException;
import com.configcat.management.internal.core.FailureContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Records the writes of a view of the client in place of sending them. */
public final class DryRun implements CallObserver {
  private final List<PlannedWrite> writes = new ArrayList<>();
  private @Nullable IllegalStateException bypass;

  /** A request that was not sent. */
  public record PlannedWrite(Operation operation, Request request) {}

  @Override
  public @Nullable RuntimeException starting(Operation operation, Supplier<Request> request) {
    if (operation.isSafe()) {
      return null;
    }
    Request planned;
    try {
      planned = request.get();
    } catch (RuntimeException e) {
      return e; // As if sent: its arguments make no request.
    }
    synchronized (this) {
      writes.add(new PlannedWrite(operation, planned));
    }
    return new DryRunException(
        operation + " was not sent: this is a dry run", new FailureContext(operation, 0, false));
  }

  @Override
  public void ended(Operation operation, Response response, int attempts) {
    // A read.
  }

  /** Refuses a write of another view of the client, on the thread of the dry run. */
  synchronized IllegalStateException refuseBypass(Operation operation) {
    IllegalStateException refusal =
        new IllegalStateException(
            operation
                + " was not sent: it is called within a dry run, but not by its client. Call the"
                + " one that the function is given");
    if (bypass == null) {
      bypass = refusal;
    }
    return refusal;
  }

  /**
   * Returns the recorded writes, in order.
   *
   * @throws IllegalStateException if there was a write that the dry run could not record
   */
  public synchronized List<PlannedWrite> writes() {
    if (bypass != null) {
      throw bypass;
    }
    return List.copyOf(writes);
  }
}
