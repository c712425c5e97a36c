package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.CallOptions;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.core.EnsuredItem;
import com.configcat.management.core.EnsuredItem.Status;
import com.configcat.management.error.AmbiguousMatchException;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.CaseMismatchException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.error.ImmutablePropertyException;
import com.configcat.management.error.TransportException;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.Fault;
import com.configcat.management.it.tasks.ResourceCase.Place;
import com.configcat.management.model.CreateSettingInitialValues;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.SettingType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnsureAllTest {
  private final ConfigCatFake fake = ConfigCatFake.start();
  private final ConfigCatManagementClient client = Clients.of(fake);
  private final Place place = Place.in(fake, "place");

  @AfterEach
  void stop() {
    client.close();
    fake.close();
  }

  private EnsuredAll<?, ?> ensureAll(ResourceCase subject, String... names) {
    fake.forgetRequests();
    return subject.ensureAll(client, place, List.of(names));
  }

  private static List<Status> statuses(EnsuredAll<?, ?> all) {
    return all.items().stream().<Status>map(EnsuredItem::status).toList();
  }

  private long calls(String method) {
    return fake.requests().stream().filter(call -> call.method().equals(method)).count();
  }

  static Stream<Arguments> sizes() {
    return Stream.of(ResourceCase.values())
        .flatMap(subject -> Stream.of(1, 10, 100).map(size -> Arguments.of(subject, size)));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void takesOneListAndAWriteForEachThatDiffers(ResourceCase subject, int size) {
    String[] names = IntStream.range(0, size).mapToObj(i -> "name" + i).toArray(String[]::new);
    int half = (size + 1) / 2;
    // The list of Segments lacks their conditions.
    int reads = subject == ResourceCase.SEGMENT ? size : 0;

    EnsuredAll<?, ?> made = ensureAll(subject, names);

    assertThat(statuses(made)).containsOnly(Status.CREATED).hasSize(size);
    assertThat(calls("POST")).isEqualTo(size);
    assertThat(calls("GET")).isEqualTo(subject.isUnique() ? 1 : 2);
    assertThat(fake.requests()).hasSize(size + (subject.isUnique() ? 1 : 2));

    EnsuredAll<?, ?> again = ensureAll(subject, names);

    assertThat(statuses(again)).containsOnly(Status.UNCHANGED).hasSize(size);
    assertThat(again.valuesOrThrow()).isEqualTo(made.valuesOrThrow());
    assertThat(fake.requests()).hasSize(1 + reads).allMatch(call -> call.method().equals("GET"));

    for (int i = 0; i < half; i++) {
      String name = names[i * size / half];
      fake.change(
          state -> subject.rows(state.tree(), name).forEach(row -> subject.note(row, "another")));
    }
    EnsuredAll<?, ?> changed = ensureAll(subject, names);

    assertThat(changed.items(Status.UPDATED)).hasSize(half);
    assertThat(changed.items(Status.UNCHANGED)).hasSize(size - half);
    assertThat(calls("GET")).isEqualTo(1 + reads);
    assertThat(calls(subject.isUnique() ? "PATCH" : "PUT")).isEqualTo(half);
    assertThat(fake.requests()).hasSize(1 + reads + half);
    assertThat(ensureAll(subject, names).items(Status.UNCHANGED)).hasSize(size);
  }

  @ParameterizedTest
  @EnumSource
  void sendsNothingForNothing(ResourceCase subject) {
    EnsuredAll<?, ?> none = ensureAll(subject);

    assertThat(none.isComplete()).isTrue();
    assertThat(none.items()).isEmpty();
    assertThat(fake.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatCannotAllBeWantedBeforeAnythingIsSent(ResourceCase subject) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ensureAll(subject, "one", "two", "one"))
        .withMessageContaining("'one'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ensureAll(subject, "one", "two", " "))
        .withMessageEndingWith("(number 3 of 3)");
    assertThat(fake.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRODUCT", "ENVIRONMENT", "FLAG", "SEGMENT"})
  void aNameThatDiffersInCaseOnlyFailsAlone(ResourceCase subject) {
    subject.makeAnother(place, "there");

    EnsuredAll<?, ?> all = ensureAll(subject, "one", "THERE", "two");

    assertThat(statuses(all)).containsExactly(Status.CREATED, Status.FAILED, Status.CREATED);
    assertThat(all.items().get(1).cause()).isInstanceOf(CaseMismatchException.class);
    assertThat(all.stoppedBy()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ensureAll(subject, "one", "ONE"))
        .withMessageContaining("letter case ('one')");
    assertThat(fake.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeAsWantedFailsAlone(ResourceCase subject) {
    fake.world().allowDuplicateNames();
    subject.makeUnfit(place.named("unfit"));

    EnsuredAll<?, ?> all = ensureAll(subject, "one", "unfit", "two");

    assertThat(statuses(all)).containsExactly(Status.CREATED, Status.FAILED, Status.CREATED);
    assertThat(all.items().get(1).cause())
        .isInstanceOf(
            subject.isUnique() ? ImmutablePropertyException.class : AmbiguousMatchException.class);
    assertThat(all.toString())
        .contains("one: CREATED\nunfit: FAILED, ", "\ntwo: CREATED")
        .contains("unfit'");
    assertThat(calls("POST")).isEqualTo(2);
    assertThat(fake.requests()).hasSize(subject.isUnique() ? 3 : 4);
  }

  private static CreateSettingInitialValues flag(String key, Long... tags) {
    return CreateSettingInitialValues.builder()
        .key(key)
        .name(key)
        .settingType(SettingType.BOOLEAN)
        .tags(List.of(tags))
        .build();
  }

  @Test
  void aRefusalFailsAloneAndIsLeft() {
    CreateSettingInitialValues unknownTag = flag("two", 4711L);
    List<CreateSettingInitialValues> wanted = List.of(flag("one"), unknownTag, flag("three"));

    EnsuredAll<CreateSettingInitialValues, SettingModel> all =
        client.flags().ensureAll(place.config().id(), wanted);

    assertThat(statuses(all)).containsExactly(Status.CREATED, Status.FAILED, Status.CREATED);
    assertThat(all.items().get(1).cause()).isInstanceOf(BadRequestException.class);
    assertThat(all.left()).containsExactly(unknownTag);
  }

  @Test
  void takesItsOwnCopyOfWhatIsWanted() {
    Collection<CreateSettingInitialValues> wanted =
        Collections.synchronizedCollection(new ArrayList<>(List.of(flag("one"))));
    fake.faults().at(1, Fault.between(state -> wanted.clear()));

    assertThat(client.flags().ensureAll(place.config().id(), wanted).left()).isEmpty();
    assertThat(ResourceCase.FLAG.kept(place.named("one"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403, 500})
  void whatWouldHappenToAllEndsIt(int status) {
    fake.faults().always("POST /v1/products/{productId}/tags", Fault.statusBefore(status));
    ResourceCase.TAG.makeAnother(place, "there");

    EnsuredAll<?, ?> all = ensureAll(ResourceCase.TAG, "there", "one", "two", "three");

    assertThat(statuses(all))
        .containsExactly(
            Status.UPDATED,
            status == 500 ? Status.UNKNOWN : Status.FAILED,
            Status.NOT_TRIED,
            Status.NOT_TRIED);
    assertThat(all.stoppedBy()).containsInstanceOf(ConfigCatException.class);
    assertThat(all.left()).hasSize(3);
  }

  @Test
  void anExpiredDeadlineEndsIt() {
    fake.faults().at(3, Fault.statusBefore(429, Map.of("Retry-After", "60")));
    CallOptions soon = CallOptions.defaults().deadline(Duration.ofSeconds(20));
    try (ConfigCatManagementClient impatient = Clients.with(fake, soon)) {
      EnsuredAll<?, ?> all =
          ResourceCase.TAG.ensureAll(impatient, place, List.of("one", "two", "three"));

      assertThat(statuses(all)).containsExactly(Status.CREATED, Status.FAILED, Status.NOT_TRIED);
      assertThat(all.stoppedBy()).containsInstanceOf(DeadlineExceededException.class);
    }
  }

  @Test
  void aClosedClientEndsIt() {
    ConfigCatManagementClient closing = Clients.of(fake);
    fake.faults().at(3, Fault.between(state -> closing.close()));

    EnsuredAll<?, ?> all =
        ResourceCase.TAG.ensureAll(closing, place, List.of("one", "two", "three"));

    assertThat(statuses(all)).containsExactly(Status.CREATED, Status.UNKNOWN, Status.NOT_TRIED);
    assertThat(all.stoppedBy()).containsInstanceOf(TransportException.class);
  }

  @Test
  void anInterruptEndsItAndStaysSet() {
    Thread caller = Thread.currentThread();
    fake.faults().at(3, Fault.between(state -> caller.interrupt()));

    EnsuredAll<?, ?> all = ensureAll(ResourceCase.TAG, "one", "two", "three", "four");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(all.items().get(0).status()).isEqualTo(Status.CREATED);
    // The answer to the second may arrive before the interrupt is seen, which then ends the third.
    assertThat(all.items().get(3).status()).isEqualTo(Status.NOT_TRIED);
    assertThat(all.stoppedBy()).containsInstanceOf(TransportException.class);
  }

  @ParameterizedTest
  @EnumSource(value = ResourceCase.class, mode = EnumSource.Mode.EXCLUDE, names = "FLAG")
  void oneListShowsAllThatSomebodyElseMadeInTheSameMoment(ResourceCase subject) {
    fake.world().allowDuplicateNames();
    fake.faults()
        .at(
            2,
            Fault.between(
                state -> List.of("one", "two").forEach(name -> subject.makeAnother(place, name))));

    EnsuredAll<?, ?> all = ensureAll(subject, "one", "three", "two");

    assertThat(statuses(all)).containsExactly(Status.UPDATED, Status.CREATED, Status.UPDATED);
    List.of("one", "two", "three")
        .forEach(name -> assertThat(subject.kept(place.named(name))).hasSize(1));
    assertThat(calls("DELETE")).isEqualTo(2);
  }
}
