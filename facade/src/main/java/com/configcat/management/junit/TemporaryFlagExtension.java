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
 * Puts flags back after the test that set them, even if the test fails, the last one set first.
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
 * <p>Flags set in a {@code @BeforeEach} method or a test are put back after the test. In a static
 * field, flags set in a {@code @BeforeAll} method are put back after all tests; such a field is not
 * for tests that run in parallel. A flag that cannot be put back fails the test, and the others are
 * put back all the same.
 */
public final class TemporaryFlagExtension
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  private final Deque<TemporaryFlag> flags = new ArrayDeque<>();

  /** How many flags there were when each thing began that is not over yet. */
  private final Deque<Integer> levels = new ArrayDeque<>();

  /** Makes an extension that has no flags yet. */
  public TemporaryFlagExtension() {}

  /**
   * Takes care of a flag.
   *
   * @param flag was just set
   * @return the flag
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
