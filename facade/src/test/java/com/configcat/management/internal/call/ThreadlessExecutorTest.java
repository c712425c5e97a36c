package com.configcat.management.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadlessExecutorTest {
  private final ThreadlessExecutor place = new ThreadlessExecutor(new VirtualTime());
  private final List<String> done = new ArrayList<>();

  @Test
  void doesForOthersWhatIsLeftWhenItsCallHasEnded() {
    place.execute(() -> done.add("end"));
    place.execute(() -> done.add("look whose turn it is"));

    place.runUntil(() -> !done.isEmpty(), () -> {});

    assertThat(done).containsExactly("end", "look whose turn it is");
  }
}
