package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.Ensured.Outcome;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ForbiddenException;
import com.configcat.management.error.ImmutablePropertyException;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeState;
import com.configcat.management.fake.Fault;
import com.configcat.management.it.tasks.ResourceCase.Place;
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

  private void mayHaveBeenApplied(ResourceCase subject) {
    ConfigCatException failure =
        catchThrowableOfType(ConfigCatException.class, () -> subject.ensure(client, place));

    assertThat(failure.requestMayHaveBeenApplied()).as("%s", failure).isTrue();
    assertThat(failure.getSuppressed()).hasOnlyElementsOfType(ForbiddenException.class);
    assertThat(fake.faults().waiting()).isZero();
  }

  private Consumer<FakeState> noted(ResourceCase subject) {
    return state -> subject.note(subject.rows(state.tree(), place).get(0), "by somebody else");
  }

  @Test
  void oneThatWasMadeAndCannotBeReadAsAWhole() {
    fake.faults().at(2, Fault.closeAfter()).at(4, Fault.statusBefore(403));

    mayHaveBeenApplied(ResourceCase.SEGMENT);

    assertThat(ResourceCase.SEGMENT.kept(place)).hasSize(1);
  }

  @Test
  void oneThatWasMadeAndChangedAndCannotBeChangedBack() {
    fake.faults()
        .at(2, Fault.closeAfter())
        .at(3, Fault.between(noted(ResourceCase.TAG)))
        .at(4, Fault.statusBefore(403));

    mayHaveBeenApplied(ResourceCase.TAG);

    assertThat(ResourceCase.TAG.kept(place)).hasSize(1);
  }

  @Test
  void oneThatWasMadeAndDeletedAndCannotBeMadeAgain() {
    fake.faults()
        .at(2, Fault.closeAfter())
        .at(3, Fault.between(state -> state.tree().getAsJsonObject("tags").asMap().clear()))
        .at(4, Fault.statusBefore(403));

    mayHaveBeenApplied(ResourceCase.TAG);
  }

  @Test
  void aChangeThatWasUndoneAndCannotBeRepeated() {
    ResourceCase.TAG.makeAnother(place);
    fake.faults()
        .at(2, Fault.closeAfter())
        .at(3, Fault.between(noted(ResourceCase.TAG)))
        .at(4, Fault.statusBefore(403));

    mayHaveBeenApplied(ResourceCase.TAG);
  }

  @Test
  void butNotWhereWhatIsThereIsSomebodyElses() {
    fake.faults()
        .at(2, Fault.closeBefore())
        .at(3, Fault.between(state -> place.config().setting(place.name(), "string")));

    ImmutablePropertyException failure =
        catchThrowableOfType(
            ImmutablePropertyException.class, () -> ResourceCase.FLAG.ensure(client, place));

    assertThat(failure.requestMayHaveBeenApplied()).isFalse();
    assertThat(fake.requests()).noneMatch(request -> request.applied());
  }

  @Test
  void whatSomebodyElseDidWhileItCouldNotBeSentIsNotClaimed() {
    ResourceCase.TAG.makeAnother(place);
    OkHttpClient unconnected =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  if (chain.request().method().equals("PUT")) {
                    fake.change(
                        state ->
                            ResourceCase.TAG.note(
                                ResourceCase.TAG.rows(state.tree(), place).get(0),
                                ResourceCase.NOTE));
                    throw new ConnectException("refused");
                  }
                  return chain.proceed(chain.request());
                })
            .build();

    try (ConfigCatManagementClient other = Clients.builder(fake).httpClient(unconnected).build()) {
      assertThat(ResourceCase.TAG.ensure(other, place).outcome()).isEqualTo(Outcome.UNCHANGED);
    }
  }
}
