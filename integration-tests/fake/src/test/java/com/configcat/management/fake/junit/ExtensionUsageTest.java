package com.configcat.management.fake.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.Fault;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** As a tester uses it: each test finds what was there after the first method, and no more. */
@ExtendWith(ConfigCatFakeExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExtensionUsageTest {
  private static ConfigCatFake first;
  private static ConfigCatManagementClient clientOfClass;

  private final ConfigCatFake constructed;

  ExtensionUsageTest(ConfigCatFake fake) {
    constructed = fake;
    fake.world().product("of the constructor");
  }

  @BeforeAll
  static void fill(ConfigCatFake fake, ConfigCatManagementClient client) {
    first = fake;
    clientOfClass = client;
    fake.world().product("of the class");
    assertThat(client.products().list()).hasSize(1);
  }

  @BeforeEach
  void prepare(ConfigCatFake fake) {
    fake.world().product("of each");
  }

  @AfterEach
  void isStillThere(ConfigCatFake fake, ConfigCatManagementClient client) {
    assertThat(fake).isSameAs(first);
    assertThat(client.products().list()).isNotEmpty();
  }

  @AfterAll
  static void isStillOpen(ConfigCatManagementClient client) {
    assertThat(client).isSameAs(clientOfClass);
    assertThat(clientOfClass.products().list()).isNotEmpty();
  }

  private static void spoil(ConfigCatFake fake, ConfigCatManagementClient client) {
    UUID organization = fake.world().organizationId();
    assertThat(client.products().list()).extracting("name").contains("of the class", "of each");
    fake.world().product("of a test");
    fake.faults().at(100, Fault.closeBefore()).always("GET /v1/me", Fault.statusBefore(503));
    assertThat(fake.world().organizationId()).isEqualTo(organization);
  }

  @Order(1)
  @RepeatedTest(3)
  void findsWhatWasThereBeforeAnyTest(ConfigCatFake fake, ConfigCatManagementClient client) {
    assertThat(fake).isSameAs(constructed);
    assertThat(fake.requests()).isEmpty();
    assertThat(fake.faults().waiting()).isZero();
    assertThat(client).isNotSameAs(clientOfClass);
    assertThat(client.products().list())
        .extracting("name")
        .containsExactly("of the class", "of the constructor", "of each");
    spoil(fake, client);
  }

  @Nested
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  class Inside {
    Inside(ConfigCatFake fake) {
      assertThat(fake.requests()).isEmpty();
      fake.world().product("of the inner constructor");
    }

    @RepeatedTest(2)
    @Order(1)
    void findsWhatBothHaveMade(ConfigCatFake fake, ConfigCatManagementClient client) {
      assertThat(fake).isSameAs(first);
      assertThat(client.products().list())
          .extracting("name")
          .containsExactly(
              "of the class", "of the constructor", "of the inner constructor", "of each");
      spoil(fake, client);
    }
  }

  @Nested
  class Later {
    @Test
    void findsNothingOfTheOtherClass(ConfigCatManagementClient client) {
      assertThat(client.products().list())
          .extracting("name")
          .containsExactly("of the class", "of the constructor", "of each");
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class OneForAll {
    @BeforeAll
    void fill(ConfigCatFake fake) {
      fake.world().product("of the inner class");
    }

    @RepeatedTest(2)
    void findsWhatTheInstanceAroundItHasMade(ConfigCatFake fake, ConfigCatManagementClient client) {
      assertThat(client.products().list())
          .extracting("name")
          .containsExactly("of the class", "of the constructor", "of the inner class", "of each");
      fake.world().product("of an inner test");
    }
  }
}
