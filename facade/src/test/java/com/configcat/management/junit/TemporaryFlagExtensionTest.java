package com.configcat.management.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.flag.TemporaryFlag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

class TemporaryFlagExtensionTest {
  private static final ExtensionContext NONE = null;
  private final List<String> putBack = new ArrayList<>();
  private final TemporaryFlagExtension flags = new TemporaryFlagExtension();

  private TemporaryFlag flag(String name) {
    return flag(name, false);
  }

  private TemporaryFlag flag(String name, boolean fails) {
    return new TemporaryFlag() {
      @Override
      public String before() {
        return "{}";
      }

      @Override
      public void close() {
        putBack.add(name);
        if (fails) {
          throw new IllegalStateException(name);
        }
      }
    };
  }

  @Test
  void putsBackTheLastOneFirst() {
    flags.beforeEach(NONE);
    assertThat(flags.use(flag("a")).before()).isEqualTo("{}");
    flags.use(flag("b"));

    flags.afterEach(NONE);

    assertThat(putBack).containsExactly("b", "a");
  }

  @Test
  void keepsFlagsOfAllTestsUntilTheirEnd() {
    flags.beforeAll(NONE);
    flags.use(flag("all"));
    flags.beforeEach(NONE);
    flags.use(flag("one"));
    flags.afterEach(NONE);
    assertThat(putBack).containsExactly("one");
    flags.beforeAll(NONE);
    flags.use(flag("nested"));
    flags.afterAll(NONE);
    assertThat(putBack).containsExactly("one", "nested");

    flags.afterAll(NONE);

    assertThat(putBack).containsExactly("one", "nested", "all");
  }

  @Test
  void putsBackTheOthersWhereOneFails() {
    flags.beforeEach(NONE);
    flags.use(flag("a", true));
    flags.use(flag("b"));
    flags.use(flag("c", true));

    assertThatThrownBy(() -> flags.afterEach(NONE))
        .hasMessage("c")
        .satisfies(
            e ->
                assertThat(e.getSuppressed()).hasSize(1).allMatch(s -> "a".equals(s.getMessage())));
    assertThat(putBack).containsExactly("c", "b", "a");
  }

  @Test
  void refusesNothing() {
    assertThatNullPointerException().isThrownBy(() -> flags.use(null)).withMessageContaining("set");
  }
}
