package com.configcat.management.it.fake;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Serves one request after the other, with the faults that are due, all or nothing. */
final class Service {
  private final FakeState state;
  private final Routes routes;
  private final Gate gate;
  private final Faults faults;
  private final Surprises surprises;
  private final List<ReceivedRequest> received = new ArrayList<>();

  Service(FakeState state, Routes routes, Gate gate, Faults faults, Surprises surprises) {
    this.state = state;
    this.routes = routes;
    this.gate = gate;
    this.faults = faults;
    this.surprises = surprises;
  }

  /**
   * What to send.
   *
   * @param answer null for closing the connection
   * @param cut whether the connection is closed in the middle of the body
   * @param delay how long to wait before
   */
  record Outcome(@Nullable Answer answer, boolean cut, Duration delay) {}

  synchronized Outcome serve(Request request) {
    Optional<Routes.Match> match = routes.match(request.method(), request.segments());
    String operation = match.map(m -> m.route().operation().toString()).orElse("");
    Fault fault = faults.next(operation).orElse(null);
    Consumer<FakeState> concurrentWrite = fault == null ? null : fault.concurrentWrite();
    if (concurrentWrite != null) {
      concurrentWrite.accept(state);
    }
    Fault.When when = fault == null ? Fault.When.NEVER : fault.when();
    boolean applied = false;
    Answer answer = null;
    if (when != Fault.When.BEFORE) {
      // Reading changes nothing, and a copy of a large state takes its time.
      JsonObject before = request.method().equals("GET") ? state.tree() : state.snapshot();
      answer = answer(request, match.orElse(null), before);
      applied = !state.tree().equals(before);
    }
    if (fault != null && (when == Fault.When.BEFORE || when == Fault.When.AFTER)) {
      answer = fault.answer();
    }
    received.add(
        new ReceivedRequest(
            request.method(),
            request.target(),
            operation,
            request.body(),
            answer == null ? 0 : answer.status(),
            applied));
    return new Outcome(
        answer, when == Fault.When.CUT, fault == null ? Duration.ZERO : fault.delay());
  }

  private Answer answer(Request request, Routes.@Nullable Match match, JsonObject before) {
    try {
      return surprises.served(gate.pass(request, match, routes.knows(request.segments())));
    } catch (Refusal refusal) {
      state.restore(before);
      return refusal.answer();
    } catch (RuntimeException e) {
      // A defect of the fake: the test that meets it has to see where.
      state.restore(before);
      e.printStackTrace();
      return Refusal.status(500, "The fake failed: " + e).answer();
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

  synchronized void change(Consumer<FakeState> change) {
    change.accept(state);
  }
}
