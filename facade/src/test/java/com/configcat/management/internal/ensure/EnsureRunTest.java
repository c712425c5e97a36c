package com.configcat.management.internal.ensure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.core.EnsuredAll;
import com.configcat.management.core.EnsuredItem;
import com.configcat.management.core.EnsuredItem.Status;
import com.configcat.management.core.Operation;
import com.configcat.management.error.AmbiguousMatchException;
import com.configcat.management.error.ForbiddenException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.error.TransportException;
import com.configcat.management.internal.core.ClientClosedException;
import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.core.ResponseFacts;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.model.TagModel;
import com.configcat.management.model.UpdateTagModel;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnsureRunTest {
  private final Map<Long, JsonObject> tags = new TreeMap<>();
  private final List<String> calls = new ArrayList<>();

  /** What happens at a call, by its number from 1, after it was served. */
  private final Map<Integer, Runnable> after = new TreeMap<>();

  private final ModelProperties properties =
      new ModelProperties(TagModel.class, UpdateTagModel.class);
  private final Ensure<TagModel> ensure =
      new Ensure<>(
          new ResourceEndpoint(
              ResourceKind.TAG,
              () -> called("list", List.copyOf(tags.values())),
              body -> called("create " + name(body), keep(tags.size() + 1L, body)),
              id -> called("get " + id, tags.get(Long.valueOf(id))),
              (id, whole, changes) ->
                  called(
                      "update " + name(whole),
                      keep(Long.parseLong(id), properties.replacement(whole, changes))),
              new ResourceEndpoint.Removal(
                  id -> called("use of " + id, List.of()),
                  id -> called("delete " + id, tags.remove(Long.valueOf(id))))),
          properties,
          TagModel.class);

  private static String name(JsonObject tag) {
    return tag.get("name").getAsString();
  }

  private JsonObject keep(long id, JsonObject body) {
    JsonObject row = body.deepCopy();
    row.addProperty("tagId", id);
    tags.put(id, row);
    return row;
  }

  private <R> R called(String call, R result) {
    calls.add(call);
    after.getOrDefault(calls.size(), () -> {}).run();
    return result;
  }

  private void fails(int call, RuntimeException failure) {
    after.put(
        call,
        () -> {
          throw failure;
        });
  }

  private static CreateTagModel tag(String name, String color) {
    return CreateTagModel.builder().name(name).color(color).build();
  }

  private void there(String name, String color) {
    JsonObject row = new JsonObject();
    row.addProperty("name", name);
    row.addProperty("color", color);
    keep(tags.size() + 1L, row);
  }

  private EnsuredAll<CreateTagModel, TagModel> run(String... names) {
    return ensure.runAll(Stream.of(names).map(name -> tag(name, "red")).toList());
  }

  private static List<Status> statuses(EnsuredAll<?, ?> all) {
    return all.items().stream().<Status>map(EnsuredItem::status).toList();
  }

  private static FailureContext context(boolean applied) {
    return new FailureContext(new Operation("POST", "/v1/x"), 1, applied);
  }

  private static ErrorResponse answer(int status) {
    return new ErrorResponse(
        new ResponseFacts(status, Map.of(), null, null, null), "no", Map.of(), "{}");
  }

  private static TransportException lost() {
    return new TransportException("reset", new IOException("reset"), context(true));
  }

  private static ForbiddenException forbidden() {
    return new ForbiddenException("forbidden", context(false), answer(403));
  }

  @Test
  void listsOnceAndWritesWhatDiffersInOrder() {
    there("same", "red");
    there("other", "blue");

    EnsuredAll<CreateTagModel, TagModel> all = run("new", "other", "same");

    assertThat(calls).containsExactly("list", "create new", "update other", "list");
    assertThat(statuses(all)).containsExactly(Status.CREATED, Status.UPDATED, Status.UNCHANGED);
    assertThat(all.valuesOrThrow())
        .extracting(TagModel::getName, TagModel::getColor)
        .hasToString("[(\"new\", \"red\"), (\"other\", \"red\"), (\"same\", \"red\")]");
    assertThat(all.items())
        .extracting(EnsuredItem::identity)
        .containsExactly("new", "other", "same");
    assertThat(all.isComplete()).isTrue();
  }

  @Test
  void listsOnceIfNoneDiffersAndNeverIfNoneIsWanted() {
    there("same", "red");

    assertThat(statuses(run("same"))).containsExactly(Status.UNCHANGED);
    assertThat(calls).containsExactly("list");
    assertThat(run().isComplete()).isTrue();
    assertThat(run().items()).isEmpty();
    assertThat(calls).hasSize(1);
  }

  @Test
  void refusesTwoOfOneNameBeforeAnythingIsSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run("a", "b", "a"))
        .withMessage("Two of the wanted have the name 'a': give each Tag once");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run("a", " b"))
        .withMessageEndingWith("(number 2 of 2)");
    assertThat(calls).isEmpty();
  }

  static List<RuntimeException> ofOne() {
    return List.of(
        new NotFoundException("no", context(false), answer(404)),
        new AmbiguousMatchException("two", null, context(false), List.of("1", "2")));
  }

  @ParameterizedTest
  @MethodSource("ofOne")
  void goesOnAfterAFailureThatConcernsOneOnly(RuntimeException failure) {
    fails(2, failure);

    EnsuredAll<CreateTagModel, TagModel> all = run("a", "b");

    assertThat(statuses(all)).containsExactly(Status.FAILED, Status.CREATED);
    assertThat(all.items().get(0).cause()).isSameAs(failure);
    assertThat(all.stoppedBy()).isEmpty();
    assertThat(all.left()).containsExactly(tag("a", "red"));
  }

  static List<RuntimeException> ofAll() {
    return List.of(forbidden(), new ClientClosedException());
  }

  @ParameterizedTest
  @MethodSource("ofAll")
  void stopsAtAFailureThatConcernsAll(RuntimeException failure) {
    fails(3, failure);

    EnsuredAll<CreateTagModel, TagModel> all = run("a", "b", "c");

    assertThat(statuses(all)).containsExactly(Status.CREATED, Status.FAILED, Status.NOT_TRIED);
    assertThat(all.stoppedBy()).containsSame(failure);
    assertThat(all.left()).containsExactly(tag("b", "red"), tag("c", "red"));
    assertThat(calls).containsExactly("list", "create a", "create b", "list");
  }

  @Test
  void whatStaysUnclearIsUnknown() {
    TransportException lost = lost();
    fails(2, lost);
    fails(3, forbidden());

    EnsuredAll<CreateTagModel, TagModel> all = run("a", "b");

    assertThat(statuses(all)).containsExactly(Status.UNKNOWN, Status.NOT_TRIED);
    assertThat(all.stoppedBy()).containsSame(lost);
  }

  @Test
  void whatWasCreatedIsFoundAfterALostAnswer() {
    fails(2, lost());

    EnsuredAll<CreateTagModel, TagModel> all = run("a", "b");

    assertThat(statuses(all)).containsExactly(Status.CREATED, Status.CREATED);
    assertThat(calls).containsExactly("list", "create a", "list", "create b", "list");
    assertThat(tags).hasSize(2);
  }

  @Test
  void whatAnInterceptorThrowsLeavesItUnknown() {
    fails(2, new IllegalStateException("an interceptor's"));

    assertThat(statuses(run("a", "b"))).containsExactly(Status.UNKNOWN, Status.NOT_TRIED);
  }

  @Test
  void oneListAtTheEndShowsTheDuplicatesOfAll() {
    after.put(1, () -> List.of("a", "b", "c").forEach(name -> there(name, "blue")));

    EnsuredAll<CreateTagModel, TagModel> all = run("a", "d", "c");

    assertThat(statuses(all)).containsExactly(Status.UPDATED, Status.CREATED, Status.UPDATED);
    assertThat(calls)
        .containsExactly(
            "list",
            "create a",
            "create d",
            "create c",
            "list",
            "use of 4",
            "delete 4",
            "list",
            "update a",
            "use of 6",
            "delete 6",
            "list",
            "update c");
    assertThat(tags.values()).extracting(EnsureRunTest::name).containsExactly("a", "b", "c", "d");
  }

  static List<RuntimeException> ofTheListAtTheEnd() {
    return List.of(forbidden(), new IllegalStateException("an interceptor's"));
  }

  @ParameterizedTest
  @MethodSource("ofTheListAtTheEnd")
  void whatWasCreatedStaysSoIfItCannotBeListedAgain(RuntimeException failure) {
    fails(4, failure);

    EnsuredAll<CreateTagModel, TagModel> all = run("a", "b");

    assertThat(statuses(all)).containsExactly(Status.CREATED, Status.CREATED);
    assertThat(all.stoppedBy()).isEmpty();
  }

  @Test
  void aDuplicateThatStaysIsToldWhileOthersAreConfirmed() {
    after.put(1, () -> there("a", "blue"));
    fails(6, new ClientClosedException());

    EnsuredAll<CreateTagModel, TagModel> all = run("a", "b");

    assertThat(calls).endsWith("list", "use of 2", "delete 2").hasSize(6);
    assertThat(statuses(all)).containsExactly(Status.UNKNOWN, Status.CREATED);
    assertThat(all.items().get(0).cause())
        .isInstanceOf(AmbiguousMatchException.class)
        .hasCauseInstanceOf(ClientClosedException.class);
  }

  @Test
  void whatCannotBeListedAtTheStartIsThrown() {
    ForbiddenException failure = forbidden();
    fails(1, failure);

    assertThatThrownBy(() -> run("a")).isSameAs(failure);
  }
}
