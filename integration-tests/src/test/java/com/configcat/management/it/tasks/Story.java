package com.configcat.management.it.tasks;

import com.configcat.management.it.fake.ConfigCatFake;
import com.configcat.management.it.fake.FakeState;
import com.configcat.management.it.fake.Fault;
import com.configcat.management.it.fake.ReceivedRequest;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What became of each request of a round, and what was there before and after it. */
final class Story {
  private static final int LONGEST = 120;

  private final ConfigCatFake fake;
  private final List<Mishap> mishaps = new ArrayList<>();
  private final List<JsonObject> before = Collections.synchronizedList(new ArrayList<>());
  private final List<JsonObject> found = Collections.synchronizedList(new ArrayList<>());

  /**
   * What goes wrong at a request, if anything.
   *
   * @param name to read
   * @param fault without the rival
   * @param rival comes first
   * @param heard whether the whole answer arrives
   * @param unclear whether the caller cannot tell if it was done
   */
  record Mishap(
      String name, Fault fault, Consumer<FakeState> rival, boolean heard, boolean unclear) {}

  /**
   * A request.
   *
   * @param number from 0
   * @param request as the fake saw it
   * @param mishap what went wrong
   * @param before what was there before a rival came with it
   * @param found what was there when it came
   * @param left what was there when it was served
   */
  record Step(
      int number,
      ReceivedRequest request,
      Mishap mishap,
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
      return mishap.heard() && request.status() >= 200 && request.status() < 300;
    }

    /** Whether the caller cannot know if the write was done. */
    boolean unclear() {
      return !isRead() && mishap.unclear();
    }
  }

  private Story(ConfigCatFake fake) {
    this.fake = fake;
  }

  /**
   * Starts one.
   *
   * @param mishaps says what goes wrong at each request, counted from 0
   */
  static Story of(ConfigCatFake fake, IntFunction<Mishap> mishaps) {
    Story story = new Story(fake);
    for (int i = 0; i < LONGEST; i++) {
      Mishap mishap = mishaps.apply(i);
      story.mishaps.add(mishap);
      fake.faults().at(i + 1, mishap.fault().andBetween(state -> story.see(state, mishap)));
    }
    return story;
  }

  private void see(FakeState state, Mishap mishap) {
    before.add(state.tree().deepCopy());
    mishap.rival().accept(state);
    found.add(state.tree().deepCopy());
  }

  /** Does something, and tells the story if it does not end well. */
  Story told(Runnable deed) {
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
            i -> new Step(i, requests.get(i), mishaps.get(i), before.get(i), found.get(i), left(i)))
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
                  step.mishap().name().isEmpty() ? "" : " [" + step.mishap().name() + "]"));
    }
    return text.toString();
  }
}
