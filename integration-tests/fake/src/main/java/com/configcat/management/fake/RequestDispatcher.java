package com.configcat.management.fake;

import com.configcat.management.fake.internal.endpoints.IncomingRequest;
import com.configcat.management.fake.internal.endpoints.RequestFilter;
import com.configcat.management.fake.internal.endpoints.Routes;
import com.configcat.management.fake.internal.endpoints.ScheduledChanges;
import com.configcat.management.fake.internal.endpoints.Surprises;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
  private final List<ReceivedRequest> received = new ArrayList<>();

  RequestDispatcher(
      State state,
      Routes routes,
      RequestFilter filter,
      Faults faults,
      Surprises surprises,
      ScheduledChanges scheduled) {
    this.state = state;
    this.routes = routes;
    this.filter = filter;
    this.faults = faults;
    this.surprises = surprises;
    this.scheduled = scheduled;
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
    scheduled.run();
    Optional<Routes.Match> match = routes.match(request.method(), request.segments());
    String operation = match.map(m -> m.route().operation().toString()).orElse("");
    Fault fault = faults.next(operation).orElse(null);
    Consumer<FakeState> concurrentWrite = fault == null ? null : fault.concurrentWrite();
    if (concurrentWrite != null) {
      concurrentWrite.accept(new FakeState(state));
    }
    Fault.When when = fault == null ? Fault.When.NEVER : fault.when();
    boolean applied = false;
    FakeResponse response = null;
    if (when != Fault.When.BEFORE) {
      // Reading changes nothing, and a copy of a large state takes its time.
      JsonObject before = request.method().equals("GET") ? state.tree() : state.snapshot();
      response = response(request, match.orElse(null), before);
      applied = !state.tree().equals(before);
    }
    if (fault != null && (when == Fault.When.BEFORE || when == Fault.When.AFTER)) {
      response = fault.response();
    }
    received.add(
        new ReceivedRequest(
            request.method(),
            request.target(),
            operation,
            request.body(),
            response == null ? 0 : response.status(),
            applied));
    return new Outcome(
        response, when == Fault.When.CUT, fault == null ? Duration.ZERO : fault.delay());
  }

  private FakeResponse response(
      IncomingRequest request, Routes.@Nullable Match match, JsonObject before) {
    try {
      return surprises.served(filter.pass(request, match, routes.knows(request.segments())));
    } catch (Refusal refusal) {
      state.restore(before);
      return refusal.response();
    } catch (RuntimeException e) {
      // A defect of the fake: the test that meets it has to see where.
      state.restore(before);
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

  JsonObject snapshot() {
    return state.snapshot();
  }

  JsonObject content() {
    return state.content();
  }

  /** Does something while no request is served. */
  synchronized <T> T locked(Supplier<T> work) {
    return work.get();
  }

  synchronized void change(Consumer<State> change) {
    change.accept(state);
  }
}
