package com.configcat.management.fake.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.Seed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With one instance for all tests, which is made before everything else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneInstanceUsageTest {
  @RegisterExtension
  static final ConfigCatFakeExtension extension = ConfigCatFakeExtension.seeded(Seed.shop());

  private final ConfigCatManagementClient client;

  OneInstanceUsageTest(ConfigCatFake fake, ConfigCatManagementClient client) {
    this.client = client;
    fake.world().product("of the constructor");
  }

  @BeforeAll
  void fill(ConfigCatFake fake) {
    fake.world().product("of the class");
  }

  @RepeatedTest(2)
  void keepsWhatTheInstanceHasMade(ConfigCatFake fake) {
    assertThat(fake.requests()).isEmpty();
    assertThat(client.products().list())
        .extracting("name")
        .containsExactly("Shop", "of the constructor", "of the class");
    fake.world().product("of a test");
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class Inside {
    @BeforeAll
    void fill(ConfigCatFake fake) {
      fake.world().product("of the inner class");
    }

    @RepeatedTest(2)
    void findsWhatItsOwnBeginningHasMade(ConfigCatFake fake) {
      assertThat(client.products().list())
          .extracting("name")
          .containsExactly("Shop", "of the constructor", "of the class", "of the inner class");
      fake.world().product("of an inner test");
    }
  }

  @Nested
  class EachItsOwn {
    @RepeatedTest(2)
    void findsNothingOfTheOtherClass(ConfigCatFake fake) {
      assertThat(client.products().list())
          .extracting("name")
          .containsExactly("Shop", "of the constructor", "of the class");
      fake.world().product("of an inner test");
    }
  }
}
