package com.configcat.management.junit;

import com.configcat.management.flag.TemporaryFlag;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * JUnit 5 extension that restores temporary flags after the test that set them, even if the test
 * fails, in reverse order.
 *
 * <pre>{@code
 * @RegisterExtension final TemporaryFlagExtension flags = new TemporaryFlagExtension();
 *
 * @Test
 * void buysInTheNewCheckout() {
 *   flags.use(configcat.flag(sdkKey, "newCheckout").temporarily(true));
 *   …
 * }
 * }</pre>
 *
 * <p>Flags set in a {@code @BeforeEach} method or a test are restored after the test. If the
 * extension is registered in a static field, flags set in a {@code @BeforeAll} method are restored
 * after all tests; do not use a static field for tests that run in parallel. A flag that cannot be
 * restored fails the test, and the remaining flags are still restored.
 */
public final class TemporaryFlagExtension
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  private final Deque<TemporaryFlag> flags = new ArrayDeque<>();

  /** The number of flags at the start of each container or test that is still running. */
  private final Deque<Integer> levels = new ArrayDeque<>();

  /** Creates an extension without flags. */
  public TemporaryFlagExtension() {}

  /**
   * Registers a flag to restore.
   *
   * @param flag a flag that was just set
   * @return the same flag
   */
  public synchronized TemporaryFlag use(TemporaryFlag flag) {
    flags.push(Objects.requireNonNull(flag, "flag is null: set one with temporarily(...)"));
    return flag;
  }

  /** Called by JUnit. */
  @Override
  public void beforeAll(ExtensionContext context) {
    begin();
  }

  /** Called by JUnit. */
  @Override
  public void beforeEach(ExtensionContext context) {
    begin();
  }

  /** Called by JUnit. */
  @Override
  public void afterEach(ExtensionContext context) {
    end();
  }

  /** Called by JUnit. */
  @Override
  public void afterAll(ExtensionContext context) {
    end();
  }

  private synchronized void begin() {
    levels.push(flags.size());
  }

  private synchronized void end() {
    int left = levels.pop();
    @Nullable RuntimeException failure = null;
    while (flags.size() > left) {
      try {
        flags.pop().close();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
