package com.configcat.management.fake.junit;

import com.configcat.management.fake.Checkpoint;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.ReceivedRequest;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The fake of a test class, while its tests run one after the other.
 *
 * <p>A test begins with whatever comes first: the construction of its instance, of one around it,
 * or {@code beforeEach}. The fake is reset at that moment and not when a test ends, so that what
 * ends after this extension finds the fake as the test has left it.
 */
final class FakeSession implements AutoCloseable {
  private static final int PRINTED = 50;

  private final ConfigCatFake fake;
  private final String contextId;

  /** The classes whose tests run, the innermost first. */
  private final Deque<ClassLevel> levels = new ArrayDeque<>();

  private boolean testRuns;
  private @Nullable AutoCloseable testClient;

  private static final class ClassLevel {
    /** What was there after {@code @BeforeAll}, once a test has begun. */
    @Nullable Checkpoint checkpoint;

    @Nullable AutoCloseable client;
  }

  FakeSession(ConfigCatFake fake, String contextId) {
    this.fake = fake;
    this.contextId = contextId;
    levels.push(new ClassLevel());
  }

  ConfigCatFake fake() {
    return fake;
  }

  /** Whether it was started for this class, and not for one around it. */
  boolean isOf(ExtensionContext context) {
    return context.getUniqueId().equals(contextId);
  }

  /** An instance for all tests of a class is made before this, in which case a test runs. */
  synchronized void enterClass() {
    // What tests of the class around have left is none of this one's.
    beginTest();
    testRuns = false;
    levels.push(new ClassLevel());
  }

  synchronized void leaveClass() {
    testRuns = false;
    close(levels.pop().client);
  }

  synchronized void beginTest() {
    if (testRuns) {
      return;
    }
    testRuns = true;
    close(testClient);
    testClient = null;
    ClassLevel level = levels.element();
    if (level.checkpoint == null) {
      level.checkpoint = fake.checkpoint();
    }
    fake.reset(level.checkpoint);
  }

  synchronized void endTest() {
    testRuns = false;
  }

  synchronized boolean hasBegunTests() {
    return levels.element().checkpoint != null;
  }

  /**
   * Returns the client of the test that runs, or that of the class. Each remembers what it read.
   */
  synchronized AutoCloseable client() {
    if (testRuns) {
      if (testClient == null) {
        testClient = FakeClients.of(fake);
      }
      return testClient;
    }
    ClassLevel level = levels.element();
    if (level.client == null) {
      level.client = FakeClients.of(fake);
    }
    return level.client;
  }

  void printRequests(String test, PrintStream out) {
    List<ReceivedRequest> all = fake.requests();
    StringBuilder text = new StringBuilder();
    text.append(test).append(" failed. ");
    if (all.isEmpty()) {
      text.append("The fake received no request.");
    } else {
      text.append("The fake received:");
    }
    if (all.size() > PRINTED) {
      text.append("\n  … ").append(all.size() - PRINTED).append(" before these");
    }
    for (ReceivedRequest each : all.subList(Math.max(0, all.size() - PRINTED), all.size())) {
      text.append("\n  ").append(each.method()).append(' ').append(each.path()).append(" -> ");
      text.append(each.status() == 0 ? "connection closed" : Integer.toString(each.status()));
    }
    // In one piece, since other classes may run at the same time.
    out.println(text);
  }

  @Override
  public void close() {
    close(testClient);
    levels.forEach(level -> close(level.client));
    fake.close();
  }

  private static void close(@Nullable AutoCloseable client) {
    if (client != null) {
      FakeClients.close(client);
    }
  }
}
