package com.configcat.management.it.tasks;

import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeState;
import com.configcat.management.fake.Fault;
import com.configcat.management.fake.ReceivedRequest;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What became of each request of a round, and what was there before and after it. */
final class RequestTrace {
  private static final int LONGEST = 120;

  private final ConfigCatFake fake;
  private final List<PlannedFault> plan = new ArrayList<>();
  private final List<JsonObject> before = Collections.synchronizedList(new ArrayList<>());
  private final List<JsonObject> found = Collections.synchronizedList(new ArrayList<>());

  /**
   * What goes wrong at a request, if anything.
   *
   * @param name to read
   * @param fault without the writer
   * @param writer comes first
   * @param heard whether the whole answer arrives
   * @param unclear whether the caller cannot tell if it was done
   */
  record PlannedFault(
      String name, Fault fault, Consumer<FakeState> writer, boolean heard, boolean unclear) {}

  /**
   * A request.
   *
   * @param number from 0
   * @param request as the fake saw it
   * @param fault what went wrong
   * @param before what was there before a writer came with it
   * @param found what was there when it came
   * @param left what was there when it was served
   */
  record Step(
      int number,
      ReceivedRequest request,
      PlannedFault fault,
      JsonObject before,
      JsonObject found,
      JsonObject left) {
    boolean isRead() {
      return request.method().equals("GET");
    }

    boolean wrote() {
      return !isRead() && request.applied();
    }

    /** Whether the caller knows what was served. */
    boolean heard() {
      return fault.heard() && request.status() >= 200 && request.status() < 300;
    }

    /** Whether the caller cannot know if the write was done. */
    boolean unclear() {
      return !isRead() && fault.unclear();
    }
  }

  private RequestTrace(ConfigCatFake fake) {
    this.fake = fake;
  }

  /**
   * Starts one.
   *
   * @param plan says what goes wrong at each request, counted from 0
   */
  static RequestTrace of(ConfigCatFake fake, IntFunction<PlannedFault> plan) {
    RequestTrace trace = new RequestTrace(fake);
    for (int i = 0; i < LONGEST; i++) {
      PlannedFault fault = plan.apply(i);
      trace.plan.add(fault);
      fake.faults().at(i + 1, fault.fault().andBetween(state -> trace.see(state, fault)));
    }
    return trace;
  }

  private void see(FakeState state, PlannedFault fault) {
    before.add(state.tree().deepCopy());
    fault.writer().accept(state);
    found.add(state.tree().deepCopy());
  }

  /** Does something, and tells the trace if it does not end well. */
  RequestTrace told(Runnable deed) {
    try {
      deed.run();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(e.getMessage() + this, e);
    }
    return this;
  }

  /** How many requests were seen. */
  int length() {
    return found.size();
  }

  /** All requests from one on. */
  List<Step> since(int number) {
    List<ReceivedRequest> requests = fake.requests();
    if (requests.size() != found.size()) {
      throw new IllegalStateException(requests.size() + " requests, more than were looked at");
    }
    return IntStream.range(number, requests.size())
        .mapToObj(
            i -> new Step(i, requests.get(i), plan.get(i), before.get(i), found.get(i), left(i)))
        .toList();
  }

  private JsonObject left(int number) {
    return number + 1 < before.size() ? before.get(number + 1) : fake.snapshot();
  }

  /** What happened, a line for each request. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : since(0)) {
      ReceivedRequest request = step.request();
      text.append(
          "\n  %d %s %s -> %d%s%s"
              .formatted(
                  step.number(),
                  request.method(),
                  request.path(),
                  request.status(),
                  request.applied() ? ", applied" : "",
                  step.fault().name().isEmpty() ? "" : " [" + step.fault().name() + "]"));
    }
    return text.toString();
  }
}
