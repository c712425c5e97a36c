package com.configcat.management.internal.call;

import com.configcat.management.core.Operation;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Remembers the last response. */
public final class ResponseRecorder implements CallObserver {
  private volatile @Nullable Recorded last;

  /**
   * A response.
   *
   * @param attempts those of its call
   */
  public record Recorded(Operation operation, Response response, int attempts) {}

  @Override
  public @Nullable RuntimeException starting(Operation operation, Supplier<Request> request) {
    return null;
  }

  @Override
  public void ended(Operation operation, Response response, int attempts) {
    last = new Recorded(operation, response, attempts);
  }

  public Optional<Recorded> last() {
    return Optional.ofNullable(last);
  }
}
