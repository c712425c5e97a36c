package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.error.ServerErrorException;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.fake.Fault;
import com.configcat.management.model.AuditLogItemModel;
import com.configcat.management.model.AuditLogType;
import com.configcat.management.model.ChangeRequestSummaryModel;
import com.configcat.management.resource.AuditLogBatch;
import com.configcat.management.resource.AuditLogWatermark;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Instant START = Instant.parse("2026-08-31T12:00:00Z");

  private final ConfigCatFake fake = ConfigCatFake.start();
  private final FakeProduct product = fake.world().product("Shop");
  private final ConfigCatManagementClient configcat = Clients.of(fake);

  @AfterEach
  void stop() {
    configcat.close();
    fake.close();
  }

  /** Adds records, a second apart. */
  private List<Long> records(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> product.auditRecord("productChanged", START.plusSeconds(i)))
        .toList();
  }

  private static List<Long> ids(Stream<AuditLogItemModel> items) {
    return items.map(AuditLogItemModel::getAuditLogId).toList();
  }

  private static List<Long> newestFirst(List<Long> ids) {
    List<Long> reversed = new ArrayList<>(ids);
    Collections.reverse(reversed);
    return reversed;
  }

  @Test
  void streamsAllPages() {
    List<Long> made = records(230);

    assertThat(ids(configcat.auditLogs().streamOfProduct(product.id())))
        .isEqualTo(newestFirst(made));
    assertThat(fake.requests()).hasSize(3).allMatch(r -> r.path().contains("pageSize=100"));
  }

  @Test
  void readsNoPageBeforeItIsNeeded() {
    records(230);
    Stream<AuditLogItemModel> stream = configcat.auditLogs().streamOfProduct(product.id());
    assertThat(fake.requests()).isEmpty();

    assertThat(stream.limit(100)).hasSize(100);

    assertThat(fake.requests()).hasSize(1);
  }

  @Test
  void givesNothingTwiceWhenItemsComeInBetween() {
    List<Long> made = records(230);
    fake.faults()
        .at(2, Fault.between(state -> addRecords(state, 7)))
        .at(3, Fault.between(state -> addRecords(state, 120)));

    assertThat(ids(configcat.auditLogs().streamOfProduct(product.id())))
        .isEqualTo(newestFirst(made));
  }

  /** Repeats the newest record with other ids, as if more had happened. */
  private void addRecords(com.configcat.management.fake.FakeState state, int count) {
    var table = state.tree().getAsJsonObject("auditLogs");
    String newest =
        newestFirst(new ArrayList<>(table.keySet()).stream().map(Long::valueOf).sorted().toList())
            .get(0)
            .toString();
    for (int i = 1; i <= count; i++) {
      long id = Long.parseLong(newest) + i;
      var row = table.getAsJsonObject(newest).deepCopy();
      row.addProperty("auditLogId", id);
      table.add(Long.toString(id), row);
    }
  }

  @Test
  void stopsAtAnEmptyPageThatPromisesMore() {
    List<Long> made = records(150);
    fake.emptyPages(2);

    assertThat(ids(configcat.auditLogs().streamOfProduct(product.id())))
        .isEqualTo(newestFirst(made).subList(0, 100));
    assertThat(fake.requests()).hasSize(2);
  }

  @Test
  void throwsTheFailureOfAPageFromTheStream() {
    records(150);
    fake.faults().at(2, Fault.statusBefore(500));
    Stream<AuditLogItemModel> stream = configcat.auditLogs().streamOfProduct(product.id());

    assertThatThrownBy(stream::toList).isInstanceOf(ServerErrorException.class);
  }

  @Test
  void filtersAndSurvivesKindsThatAreNewer() {
    long old = product.auditRecord("fromAnOlderVersion", START);
    long changed = product.auditRecord("productChanged", START.plusSeconds(1));

    List<AuditLogItemModel> all = configcat.auditLogs().streamOfProduct(product.id()).toList();
    assertThat(all).extracting(AuditLogItemModel::getAuditLogId).containsExactly(changed, old);
    assertThat(all.get(1).getAuditLogTypeEnum()).isEqualTo(AuditLogType.UNRECOGNIZED);
    assertThat(all.get(1).getAuditLogType()).isEqualTo("From An Older Version");

    assertThat(
            ids(
                configcat
                    .auditLogs()
                    .streamOfProduct(
                        product.id(),
                        filter ->
                            filter
                                .auditLogType(AuditLogType.PRODUCT_CHANGED)
                                .fromUtcDateTime(OffsetDateTime.parse("2026-08-31T00:00:00Z"))
                                .pageNumber(7))))
        .containsExactly(changed);
  }

  @Test
  void streamsTheLogOfAnOrganization() {
    List<Long> made = records(3);

    assertThat(
            ids(
                configcat
                    .auditLogs()
                    .streamOfOrganization(
                        fake.world().organizationId(), f -> f.productId(product.id()))))
        .isEqualTo(newestFirst(made));
    assertThat(
            configcat
                .auditLogs()
                .newEntriesOfOrganization(
                    fake.world().organizationId(), AuditLogWatermark.at(START.plusSeconds(1)))
                .items())
        .hasSize(2);
  }

  @Test
  void newEntriesComeOnceAndOldestFirstAlsoInOneMoment() {
    List<Long> first = records(130);
    Instant last = START.plusSeconds(129);
    AuditLogBatch batch =
        configcat.auditLogs().newEntriesOfProduct(product.id(), AuditLogWatermark.at(START));
    assertThat(batch.items()).extracting(AuditLogItemModel::getAuditLogId).isEqualTo(first);

    long sameMoment = product.auditRecord("productChanged", last);
    long later = product.auditRecord("productChanged", last.plusMillis(5));
    AuditLogWatermark kept = AuditLogWatermark.parse(batch.watermark().toString());
    assertThat(kept).isEqualTo(batch.watermark()).hasSameHashCodeAs(batch.watermark());
    AuditLogBatch more = configcat.auditLogs().newEntriesOfProduct(product.id(), kept);

    assertThat(more.items())
        .extracting(AuditLogItemModel::getAuditLogId)
        .containsExactly(sameMoment, later);
    AuditLogBatch none = configcat.auditLogs().newEntriesOfProduct(product.id(), more.watermark());
    assertThat(none.items()).isEmpty();
    assertThat(none.watermark()).isEqualTo(more.watermark());
  }

  @Test
  void newEntriesAreAllOrNothing() {
    List<Long> made = records(130);
    AuditLogWatermark start = AuditLogWatermark.at(START);
    fake.faults().at(2, Fault.closeAfter());

    assertThatThrownBy(() -> configcat.auditLogs().newEntriesOfProduct(product.id(), start))
        .isInstanceOf(com.configcat.management.error.TransportException.class);

    assertThat(configcat.auditLogs().newEntriesOfProduct(product.id(), start).items())
        .extracting(AuditLogItemModel::getAuditLogId)
        .isEqualTo(made);
  }

  @Test
  void readsAWatermarkOnlyFromItsText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditLogWatermark.parse("yesterday"))
        .withMessageContaining("toString()");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditLogWatermark.parse("2026-09-01T12:00:00Z/x"));
    assertThatIllegalArgumentException().isThrownBy(() -> AuditLogWatermark.parse(" "));
  }

  @Test
  void streamsChangeRequestsOverPages() {
    FakeEnvironment environment = product.environment("Production");
    FakeConfig config = product.v2Config("Main");
    List<Long> made =
        IntStream.range(0, 130)
            .mapToObj(i -> config.changeRequest(environment, "Request " + i, config.flag("f" + i)))
            .toList();
    fake.emptyPages(3);

    assertThat(configcat.changeRequests().stream(product.id()))
        .extracting(ChangeRequestSummaryModel::getChangeRequestId)
        .containsExactlyInAnyOrderElementsOf(made);
    assertThat(fake.requests()).hasSize(2);
    assertThat(
            configcat.changeRequests().stream(
                product.id(), filter -> filter.environmentId(environment.id()).pageSize(1)))
        .hasSize(130);
  }

  @Test
  void refusesBadInputBeforeAnythingIsSent() {
    assertThatNullPointerException()
        .isThrownBy(() -> configcat.auditLogs().streamOfProduct(product.id(), filter -> null))
        .withMessageContaining("return the builder");
    assertThatNullPointerException()
        .isThrownBy(() -> configcat.changeRequests().stream(product.id(), null));
    assertThatNullPointerException()
        .isThrownBy(() -> configcat.auditLogs().newEntriesOfProduct(product.id(), null));
    assertThat(fake.requests()).isEmpty();
  }
}
