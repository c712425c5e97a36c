package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.fake.Fault;
import com.configcat.management.model.CodeReferenceModel;
import com.configcat.management.resource.CodeLocation;
import com.configcat.management.resource.CodeReferenceReport;
import com.configcat.management.resource.StaleFlagReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StaleFlagReportTest {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private final ConfigCatFake fake = ConfigCatFake.start();
  private final FakeProduct product = fake.world().product("Shop");
  private final FakeEnvironment production = product.environment("Production");
  private final FakeEnvironment test = product.environment("Test");
  private final FakeConfig config = product.v2Config("Main");
  private final FakeFlag used = config.flag("used").updatedAt(production, LONG_AGO);
  private final FakeFlag unused =
      config.flag("unused").updatedAt(production, LONG_AGO).updatedAt(test, LONG_AGO);
  private final FakeFlag fresh = config.flag("fresh");
  private final ConfigCatManagementClient configcat = Clients.of(fake);

  @AfterEach
  void stop() {
    configcat.close();
    fake.close();
  }

  private CodeReferenceReport report(String branch) {
    return CodeReferenceReport.of(config.id(), "web-shop", branch)
        .commit("4f2a9c1")
        .commitUrl("https://git.example.com/web-shop/4f2a9c1")
        .uploader("CI")
        .use(
            used.id(),
            CodeLocation.of("src/A.java", 3, "if (on(\"used\")) {").before("class A {", ""))
        .use(
            used.id(),
            CodeLocation.of("src/A.java", 9, "use"),
            CodeLocation.of("src/B.java", 1, ""))
        .use(fresh.id(), CodeLocation.of("src/B.java", 7, "fresh").after("}").url("https://x"));
  }

  @Test
  void saysWhereEachStaleFlagIsUsedInFewRequests() {
    configcat.codeReferences().upload(report("main"));
    configcat.codeReferences().upload(report("release").activeBranches("main"));
    fake.forgetRequests();

    StaleFlagReport report = configcat.staleFlags().report(product.id());

    assertThat(report)
        .hasToString(
            """
            Shop: 2 stale flags
              used (Main), stale in Production
                web-shop, branch main: 3 places in 2 files
                web-shop, branch release: 3 places in 2 files
              unused (Main), stale in Production, Test
                no known use in code\
            """
                .replace("\n    ", "\n    "));
    assertThat(report.flags().get(0).isUsed()).isTrue();
    assertThat(report.flags().get(0).uses().get(0).files())
        .containsExactly("src/A.java", "src/B.java");
    assertThat(report.flags().get(1).isUsed()).isFalse();
    assertThat(fake.requests()).hasSize(2);
  }

  @Test
  void takesTheOptionsOfTheOperation() {
    StaleFlagReport report =
        configcat
            .staleFlags()
            .report(product.id(), filter -> filter.ignoredEnvironmentIds(List.of(production.id())));

    assertThat(report.flags())
        .extracting(StaleFlagReport.StaleFlag::key)
        .containsExactly(unused.key());
  }

  @Test
  void leavesOutAFlagThatIsDeletedMeanwhile() {
    configcat.codeReferences().upload(report("main"));
    fake.faults().at(1, "GET /v1/settings/{settingId}/code-references", Fault.statusBefore(404));

    assertThat(configcat.staleFlags().report(product.id()).flags())
        .extracting(StaleFlagReport.StaleFlag::key)
        .containsExactly("unused");
  }

  @Test
  void uploadsAllThatTheReportSays() {
    configcat.codeReferences().upload(report("old"));
    configcat.codeReferences().upload(report("main").activeBranches("dev"));

    List<CodeReferenceModel> kept = configcat.codeReferences().list(used.id());

    assertThat(kept).extracting(CodeReferenceModel::getBranch).containsExactly("main");
    assertThat(kept.get(0).getCommitHash()).isEqualTo("4f2a9c1");
    assertThat(kept.get(0).getReferences()).hasSize(3);
    assertThat(kept.get(0).getReferences().get(0).getPreLines().get(0).getLineNumber())
        .isEqualTo(1);
    assertThat(report("main")).hasToString("web-shop, branch main: 4 places of 2 flags");
  }

  @Test
  void refusesWhatTheServiceWouldBeforeSending() {
    String tooLong = "x".repeat(1001);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeReferenceReport.of(config.id(), "x".repeat(256), "main"))
        .withMessageContaining("256 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeReferenceReport.of(config.id(), "r", " "));
    assertThatIllegalArgumentException().isThrownBy(() -> report("main").commitUrl(tooLong));
    assertThatIllegalArgumentException().isThrownBy(() -> report("main").use(0));
    assertThatIllegalArgumentException().isThrownBy(() -> CodeLocation.of("f", 0, "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeLocation.of("f", 7, tooLong))
        .withMessageContaining("line 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeLocation.of("f", 2, "x").before("a", "b"))
        .withMessageContaining("cannot precede this one");
    assertThat(fake.requests()).isEmpty();
  }
}
