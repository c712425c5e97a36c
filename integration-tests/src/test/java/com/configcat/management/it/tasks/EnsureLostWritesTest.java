package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.Ensured.Outcome;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ForbiddenException;
import com.configcat.management.error.ImmutablePropertyException;
import com.configcat.management.it.fake.ConfigCatFake;
import com.configcat.management.it.fake.FakeState;
import com.configcat.management.it.fake.Fault;
import com.configcat.management.it.tasks.Subject.Place;
import java.net.ConnectException;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A write whose answer is lost is told, whatever goes wrong after it. */
class EnsureLostWritesTest {
  private final ConfigCatFake fake = ConfigCatFake.start();
  private final ConfigCatManagementClient client = Clients.of(fake);
  private final Place place = Place.in(fake, "wanted");

  @AfterEach
  void stop() {
    client.close();
    fake.close();
  }

  private void mayHaveBeenApplied(Subject subject) {
    ConfigCatException failure =
        catchThrowableOfType(ConfigCatException.class, () -> subject.ensure(client, place));

    assertThat(failure.requestMayHaveBeenApplied()).as("%s", failure).isTrue();
    assertThat(failure.getSuppressed()).hasOnlyElementsOfType(ForbiddenException.class);
    assertThat(fake.faults().waiting()).isZero();
  }

  private Consumer<FakeState> noted(Subject subject) {
    return state -> subject.note(subject.rows(state.tree(), place).get(0), "by somebody else");
  }

  @Test
  void oneThatWasMadeAndCannotBeReadAsAWhole() {
    fake.faults().at(2, Fault.closeAfter()).at(4, Fault.statusBefore(403));

    mayHaveBeenApplied(Subject.SEGMENT);

    assertThat(Subject.SEGMENT.kept(place)).hasSize(1);
  }

  @Test
  void oneThatWasMadeAndChangedAndCannotBeChangedBack() {
    fake.faults()
        .at(2, Fault.closeAfter())
        .at(3, Fault.between(noted(Subject.TAG)))
        .at(4, Fault.statusBefore(403));

    mayHaveBeenApplied(Subject.TAG);

    assertThat(Subject.TAG.kept(place)).hasSize(1);
  }

  @Test
  void oneThatWasMadeAndDeletedAndCannotBeMadeAgain() {
    fake.faults()
        .at(2, Fault.closeAfter())
        .at(3, Fault.between(state -> state.tree().getAsJsonObject("tags").asMap().clear()))
        .at(4, Fault.statusBefore(403));

    mayHaveBeenApplied(Subject.TAG);
  }

  @Test
  void aChangeThatWasUndoneAndCannotBeRepeated() {
    Subject.TAG.makeAnother(place);
    fake.faults()
        .at(2, Fault.closeAfter())
        .at(3, Fault.between(noted(Subject.TAG)))
        .at(4, Fault.statusBefore(403));

    mayHaveBeenApplied(Subject.TAG);
  }

  @Test
  void butNotWhereWhatIsThereIsSomebodyElses() {
    fake.faults()
        .at(2, Fault.closeBefore())
        .at(3, Fault.between(state -> place.config().setting(place.name(), "string")));

    ImmutablePropertyException failure =
        catchThrowableOfType(
            ImmutablePropertyException.class, () -> Subject.FLAG.ensure(client, place));

    assertThat(failure.requestMayHaveBeenApplied()).isFalse();
    assertThat(fake.requests()).noneMatch(request -> request.applied());
  }

  @Test
  void whatSomebodyElseDidWhileItCouldNotBeSentIsNotClaimed() {
    Subject.TAG.makeAnother(place);
    OkHttpClient unconnected =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  if (chain.request().method().equals("PUT")) {
                    fake.change(
                        state ->
                            Subject.TAG.note(
                                Subject.TAG.rows(state.tree(), place).get(0), Subject.NOTE));
                    throw new ConnectException("refused");
                  }
                  return chain.proceed(chain.request());
                })
            .build();

    try (ConfigCatManagementClient other = Clients.builder(fake).httpClient(unconnected).build()) {
      assertThat(Subject.TAG.ensure(other, place).outcome()).isEqualTo(Outcome.UNCHANGED);
    }
  }
}
