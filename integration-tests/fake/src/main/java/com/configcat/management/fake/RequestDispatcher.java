package com.configcat.management.fake;

import com.configcat.management.fake.internal.endpoints.IncomingRequest;
import com.configcat.management.fake.internal.endpoints.RequestFilter;
import com.configcat.management.fake.internal.endpoints.Routes;
import com.configcat.management.fake.internal.endpoints.ScheduledChanges;
import com.configcat.management.fake.internal.endpoints.Surprises;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.State;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Serves one request at a time, injects faults, and rolls back what a refused request changed. */
final class RequestDispatcher {
  private final State state;
  private final Routes routes;
  private final RequestFilter filter;
  private final Faults faults;
  private final Surprises surprises;
  private final ScheduledChanges scheduled;
  private final QuotaFilter quota;
  private final int remembered;
  private final Deque<ReceivedRequest> received = new ArrayDeque<>();
  private long writes;

  RequestDispatcher(
      State state,
      Routes routes,
      RequestFilter filter,
      Faults faults,
      Surprises surprises,
      ScheduledChanges scheduled,
      QuotaFilter quota,
      int remembered) {
    this.state = state;
    this.routes = routes;
    this.filter = filter;
    this.faults = faults;
    this.surprises = surprises;
    this.scheduled = scheduled;
    this.quota = quota;
    this.remembered = remembered;
  }

  /**
   * The response to send.
   *
   * @param response null for closing the connection
   * @param cut whether the connection is closed in the middle of the body
   * @param delay how long to wait before
   */
  record Outcome(@Nullable FakeResponse response, boolean cut, Duration delay) {}

  synchronized Outcome serve(IncomingRequest request) {
    if (scheduled.run()) {
      writes++;
    }
    Optional<Routes.Match> match = routes.match(request.method(), request.segments());
    String operation = match.map(m -> m.route().operation().toString()).orElse("");
    QuotaFilter.Verdict verdict =
        quota.count(operation, Objects.requireNonNullElse(request.header("authorization"), ""));
    if (verdict.refusal().isPresent()) {
      remember(request, operation, verdict.refusal().get(), false);
      return new Outcome(verdict.refusal().get(), false, Duration.ZERO);
    }
    Fault fault = faults.next(operation).orElse(null);
    Consumer<FakeState> concurrentWrite = fault == null ? null : fault.concurrentWrite();
    if (concurrentWrite != null) {
      change(kept -> concurrentWrite.accept(new FakeState(kept)));
    }
    Fault.When when = fault == null ? Fault.When.NEVER : fault.when();
    boolean applied = false;
    FakeResponse response = null;
    if (when != Fault.When.BEFORE) {
      if (!request.method().equals("GET")) {
        // Reading changes nothing, and copies of what it reads take their time.
        state.begin();
      }
      response = response(request, match.orElse(null));
      applied = state.changed();
      state.end();
    }
    if (fault != null && (when == Fault.When.BEFORE || when == Fault.When.AFTER)) {
      response = fault.response();
    }
    if (response != null) {
      response = response.with(verdict.headers());
    }
    remember(request, operation, response, applied);
    return new Outcome(
        response, when == Fault.When.CUT, fault == null ? Duration.ZERO : fault.delay());
  }

  private void remember(
      IncomingRequest request, String operation, @Nullable FakeResponse response, boolean applied) {
    if (applied) {
      writes++;
    }
    received.addLast(
        new ReceivedRequest(
            request.method(),
            request.target(),
            operation,
            request.body(),
            response == null ? 0 : response.status(),
            applied,
            response == null ? "" : response.start(ReceivedRequest.ANSWER_LENGTH)));
    if (received.size() > remembered) {
      received.removeFirst();
    }
  }

  /** Returns how many requests and tests have changed the state. */
  synchronized long writes() {
    return writes;
  }

  private FakeResponse response(IncomingRequest request, Routes.@Nullable Match match) {
    try {
      return surprises.served(filter.pass(request, match, routes.knows(request.segments())));
    } catch (Refusal refusal) {
      state.undo();
      return refusal.response();
    } catch (RuntimeException e) {
      // A defect of the fake: the test that meets it has to see where.
      state.undo();
      e.printStackTrace();
      return Refusal.status(500, "The fake failed: " + e).response();
    }
  }

  synchronized List<ReceivedRequest> received() {
    return List.copyOf(received);
  }

  synchronized void forget() {
    received.clear();
  }

  /** Forgets the requests received, also in counting them. */
  synchronized void forgetAll() {
    received.clear();
    quota.forget();
  }

  /** Changes something while no request is served. */
  synchronized <T> T changed(Supplier<T> work) {
    writes++;
    return work.get();
  }

  /** Reads something while no request is served. */
  synchronized <T> T locked(Supplier<T> work) {
    return work.get();
  }

  /** Reads the state while no request is served. */
  synchronized <T> T read(Function<State, T> reading) {
    return reading.apply(state);
  }

  synchronized void change(Consumer<State> change) {
    changed(
        () -> {
          change.accept(state);
          state.changedOtherwise();
          return state;
        });
  }
}
