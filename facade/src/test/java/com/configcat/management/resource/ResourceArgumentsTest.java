package com.configcat.management.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.model.CreateTagModel;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be asked for is refused, and nothing is sent. */
class ResourceArgumentsTest {
  private static final UUID ID = new UUID(1, 2);

  private final MockWebServer server = MockServers.create();
  private ConfigCatManagementClient configcat;

  @BeforeEach
  void start() throws Exception {
    server.start();
    configcat =
        ConfigCatManagementClient.builder()
            .credentials("user", "password")
            .baseUrl(server.url("/").uri())
            .build();
  }

  @AfterEach
  void nothingWasSent() {
    assertThat(server.getRequestCount()).isZero();
    configcat.close();
    server.close();
  }

  private Stream<Findable<?>> findables() {
    return Stream.of(
        configcat.products(),
        configcat.configs(),
        configcat.environments(),
        configcat.flags(),
        configcat.tags(),
        configcat.segments());
  }

  @Test
  @SuppressWarnings("NullAway")
  void refusesNull() {
    findables()
        .forEach(
            resource -> {
              refusesNull(() -> resource.find(null, "a"));
              refusesNull(() -> resource.find(ID, null));
              refusesNull(() -> resource.require(null, "a"));
              refusesNull(() -> resource.require(ID, null));
              refusesNull(() -> resource.findAll(null, name -> true));
              refusesNull(() -> resource.findAll(ID, null));
              refusesNull(() -> ((Ensurable<?, ?>) resource).ensure(ID, null));
              refusesNull(() -> ((Ensurable<?, ?>) resource).ensureAll(ID, null));
              refusesNull(() -> ((Ensurable<?, ?>) resource).ensureAll(null, List.of()));
            });
    refusesNull(() -> configcat.tags().ensure(null, CreateTagModel.builder().name("web").build()));
    refusesNull(() -> configcat.products().find(null));
    refusesNull(() -> configcat.products().require(null));
    refusesNull(() -> configcat.products().findAll((Predicate<String>) null));
    refusesNull(() -> configcat.products().tree(null));
    refusesNull(() -> configcat.products().treeWithValues(null));
  }

  private static void refusesNull(Runnable call) {
    assertThatNullPointerException()
        .isThrownBy(call::run)
        .withMessageContaining(" is null: ")
        .withMessageNotContaining("because");
  }

  @Test
  void refusesBlankAndControlCharacters() {
    for (String bad : List.of("", " ", "\t", "a\tb", "a\u0000")) {
      findables()
          .flatMap(
              resource ->
                  Stream.<Runnable>of(
                      () -> resource.find(ID, bad), () -> resource.require(ID, bad)))
          .forEach(
              call ->
                  assertThatIllegalArgumentException()
                      .isThrownBy(call::run)
                      .withMessageContaining(": "));
    }
  }
}
