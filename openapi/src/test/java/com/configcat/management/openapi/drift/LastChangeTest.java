package com.configcat.management.openapi.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.check.FacadeUse;
import com.configcat.management.openapi.compare.JavaNames;
import com.configcat.management.openapi.document.ChosenDocument;
import com.configcat.management.openapi.fix.Fixer;
import com.configcat.management.openapi.fix.Fixes;
import com.configcat.management.openapi.replay.Edits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the report said when the API last changed, in autumn 2026, to be read as a whole. */
class LastChangeTest {
  private static final String USAGE = "GET /v1/organizations/{organizationId}/usage-and-quota";

  private static final String REPORT =
      """
      # Adds: a minor release

      10 new, 0 may surprise, 0 break, 1 without effect. The document from `https://api.configcat.com/docs/v1/swagger.json`, `2026-11-28`, beside the pinned one of `2026-08`.

      ## New

      **`USAGE`**

      - New operation: `USAGE.METHOD(organizationId)` returns `StatisticsV2Model`; options: `productId` (`GET /v1/organizations/{organizationId}/usage-and-quota`)
      - New models: `DetailedStatisticV2Model`, `OrganizationMonthlyStatisticV2Model`, `ProductMonthlyStatisticV2Model`, `StatisticsV2Model`

      **`configcat.changeRequests()`**

      - New property, read: `ChangeRequestModel.getSendNotificationsToApprovers()` (`Boolean`)
      - New property, read: `ChangeRequestProposedChangeModel.getIsJson()` (`Boolean`)
      - New property, read: `ChangeRequestSummaryModel.getSendNotificationsToApprovers()` (`Boolean`)
      - New property, sent: `CreateChangeRequestModel.builder().sendNotificationsToApprovers(Boolean)`
      - New property, sent: `UpdateChangeRequestModel.builder().sendNotificationsToApprovers(Boolean)`

      <details><summary>No effect: 1</summary>

      - The group `Change Requests (Approval flow & Scheduled changes) - Beta` is called `Change Requests (Approval flow & Scheduled changes)` now; its 16 operations keep their names

      </details>
      """;

  private final ObjectNode after = Documents.pinned();
  private final ObjectNode before = before();

  /** As the build said it that first met the new document. */
  @Test
  void readsLikeReleaseNotesWhereNothingKnowsTheNewOperationYet() throws IOException {
    Fixes fixes = Fixes.read(Documents.CONTRACT.resolve("fixes.yaml"));
    Map<String, com.configcat.management.openapi.fix.OperationName> names =
        new HashMap<>(fixes.names());
    Map<String, String> ids = new HashMap<>(fixes.operationIds());
    assertThat(names.remove(USAGE)).isNotNull();
    assertThat(ids.remove(USAGE)).isNotNull();
    Fixes old = new Fixes(names, ids, fixes.requiredParameters(), true, Set.of(), Set.of());

    assertThat(report(old, without("accessor usage Usage")))
        .isEqualTo(
            REPORT
                .replace("USAGE", "configcat.operations(UsageQuotaOperations.class)")
                .replace("METHOD", "getOrganizationUsageAndQuota"));
  }

  /** As a build says it that has the new document's fixes already. */
  @Test
  void readsLikeReleaseNotesWhereTheNewOperationHasItsName() throws IOException {
    assertThat(report(Fixes.read(Documents.CONTRACT.resolve("fixes.yaml")), without("")))
        .isEqualTo(REPORT.replace("USAGE", "configcat.usage()").replace("METHOD", "get"));
  }

  private String report(Fixes fixes, FacadeUse use) {
    Fixer fixer = new Fixer(fixes, Map.of());
    ChosenDocument pinned =
        new ChosenDocument(before, fixer.fix(before), ChosenDocument.PINNED, "2026-08");
    ChosenDocument live =
        new ChosenDocument(
            after,
            fixer.fix(after),
            "https://api.configcat.com/docs/v1/swagger.json",
            "2026-11-28");
    Drift drift = Drift.between(pinned, live, use);
    return DriftMarkdown.text(
        Heading.of(drift, pinned, live, true),
        new Outline(drift, new JavaNames(use.accessors())).sections());
  }

  private static FacadeUse without(String line) throws IOException {
    List<String> lines = FacadeUse.read(Documents.CONTRACT.resolve("used-by-facade.txt")).lines();
    return FacadeUse.of(lines.stream().filter(l -> !l.equals(line)).toArray(String[]::new));
  }

  /** Takes away from the document what came in autumn 2026. */
  private static ObjectNode before() {
    ObjectNode document = Documents.pinned();
    Edits.removeOperation(document, USAGE);
    for (String model :
        List.of(
            "StatisticsV2Model",
            "DetailedStatisticV2Model",
            "OrganizationMonthlyStatisticV2Model",
            "ProductMonthlyStatisticV2Model")) {
      ((ObjectNode) document.at("/components/schemas")).remove(model);
    }
    for (String property :
        List.of(
            "ChangeRequestModel.sendNotificationsToApprovers",
            "ChangeRequestSummaryModel.sendNotificationsToApprovers",
            "CreateChangeRequestModel.sendNotificationsToApprovers",
            "UpdateChangeRequestModel.sendNotificationsToApprovers",
            "ChangeRequestProposedChangeModel.isJson")) {
      Edits.removeProperty(document, property);
    }
    // What the examples show of these is of no interest to anybody here.
    document.at("/components/schemas").forEach(schema -> ((ObjectNode) schema).remove("example"));
    Edits.renameTag(
        document,
        "Change Requests (Approval flow & Scheduled changes)",
        "Change Requests (Approval flow & Scheduled changes) - Beta");
    return document;
  }
}
