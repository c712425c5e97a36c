package com.configcat.management.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerThreadsTest {
  private final CallerThreads.ThreadlessExecutor executor =
      new CallerThreads(new VirtualTime(), Runnable::run).newExecutor();
  private final List<String> done = new ArrayList<>();

  @Test
  void doesForOthersWhatIsLeftWhenItsCallHasEnded() {
    executor.execute(() -> done.add("end"));
    executor.execute(() -> done.add("look whose turn it is"));

    executor.runUntil(() -> !done.isEmpty(), () -> {});

    assertThat(done).containsExactly("end", "look whose turn it is");
  }
}
