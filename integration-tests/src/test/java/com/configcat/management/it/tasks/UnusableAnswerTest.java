package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.SdkKey;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.flag.BulkEdit;
import com.configcat.management.flag.BulkPlan;
import com.configcat.management.flag.BulkResult;
import com.configcat.management.flag.Flag;
import com.configcat.management.it.tasks.JsonVariants.Variant;
import com.configcat.management.it.tasks.RecordedService.Exchange;
import com.configcat.management.it.tasks.RecordedService.Replay;
import com.configcat.management.model.CreateConfigRequest;
import com.configcat.management.model.CreateEnvironmentModel;
import com.configcat.management.model.CreateProductRequest;
import com.configcat.management.model.CreateSegmentModel;
import com.configcat.management.model.CreateSettingInitialValues;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.model.EvaluationVersion;
import com.configcat.management.model.RolloutRuleComparator;
import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateSettingValueModel;
import com.configcat.management.resource.AuditLogWatermark;
import com.configcat.management.resource.CodeLocation;
import com.configcat.management.resource.CodeReferenceReport;
import com.configcat.management.resource.FlagTable;
import com.configcat.management.targeting.FlagType;
import com.configcat.management.targeting.Formula;
import com.configcat.management.targeting.Targeting;
import com.configcat.management.targeting.TargetingRule;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs each task on answers of which one member is null, missing, of another type, or empty. A task
 * then succeeds, or throws an exception of this client; and it writes nothing that it would not
 * have written on the answer as it should be, unless the contract allows the change.
 */
class UnusableAnswerTest extends Home {
  /** The contract allows null of these. */
  private static final Set<String> NULLABLE =
      Set.of(
          "description", "color", "hint", "percentageEvaluationAttribute", "updatedAt", "paging");

  /**
   * What a task writes over, and constraints that are not checked where the service does not name
   * them.
   */
  private static final Set<String> NOT_NEEDED = Set.of("setting", "predefinedVariations");

  /** The members that tasks read of answers. */
  private static final Set<String> READ =
      Set.of(
          """
          productId name organization organizationId configId environmentId evaluationVersion
          settingId key settingType predefinedVariations value predefinedVariationId boolValue
          stringValue tags tagId segmentId usage lastVersionId defaultValue targetingRules
          conditions percentageOptions percentageEvaluationAttribute setting config
          environment settingFormulas settingValues rolloutRules rolloutPercentageItems
          updatedAt paging hasNext totalPages data auditLogId auditLogDateTime changeRequests
          changeRequestId environments configs settings isStale references file settingTags product
          """
              .strip()
              .split("\\s+", -1));

  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant JUST_NOW = Instant.parse("2026-08-31T12:00:00Z");

  private final Set<String> decoded = new HashSet<>();
  private final Set<String> lookups = new HashSet<>();
  private @Nullable Replay replay;

  private final long tag = product.tag("web");
  private final FakeFlag old = v1.flag("old");
  private final FakeConfig many = product.v2Config("Many");
  private final FakeFlag isOn = v2.flag("isOn").tag(tag).updatedAt(production, LONG_AGO);
  private final FakeFlag off = v2.flag("off");
  private final FakeFlag size =
      v2.setting(
          JsonParser.parseString(
                  """
                  {"key":"size","name":"size","settingType":"string","predefinedVariations":[
                    {"name":"Small","value":{"stringValue":"s"}},
                    {"name":"Large","value":{"stringValue":"l"}}]}
                  """)
              .getAsJsonObject());

  /**
   * A task.
   *
   * @param mayRefuse whether an argument may turn out to be unfit, for what the answer says
   * @param remembers whether it has the client remember evaluation versions
   * @param overwrites the path that it writes over, whatever is there; null for none
   */
  private record Task(
      String name,
      boolean mayRefuse,
      boolean remembers,
      @Nullable String overwrites,
      Consumer<ConfigCatManagementClient> run) {}

  private static Task task(String name, Consumer<ConfigCatManagementClient> run) {
    return new Task(name, false, false, null, run);
  }

  private List<Task> finding() {
    CreateTagModel red = CreateTagModel.builder().name("web").color("salmon").build();
    CreateSettingInitialValues flag =
        CreateSettingInitialValues.builder()
            .key("isOn")
            .name("Another name")
            .settingType(SettingType.BOOLEAN)
            .tags(List.of(tag))
            .build();
    return List.of(
        task("find a Tag", c -> c.tags().find(product.id(), "web")),
        task("require a Config", c -> c.configs().require(product.id(), "New")),
        task("find all Segments", c -> c.segments().findAll(product.id(), name -> true)),
        task("find a Product", c -> c.products().find(organizationId, "Shop")),
        task("require a flag", c -> c.flags().require(v2.id(), "isOn")),
        task("find all Environments", c -> c.environments().findAll(product.id(), n -> true)),
        task("ensure a Tag that differs", c -> c.tags().ensure(product.id(), red)),
        task(
            "ensure a new Tag",
            c -> c.tags().ensure(product.id(), CreateTagModel.builder().name("new").build())),
        task(
            "ensure a Product",
            c ->
                c.products()
                    .ensure(
                        organizationId,
                        CreateProductRequest.builder().name("Shop").description("x").build())),
        task(
            "ensure a new Product",
            c ->
                c.products()
                    .ensure(organizationId, CreateProductRequest.builder().name("Mall").build())),
        task(
            "ensure a Config",
            c ->
                c.configs()
                    .ensure(
                        product.id(),
                        CreateConfigRequest.builder()
                            .name("New")
                            .description("x")
                            .evaluationVersion(EvaluationVersion.V2)
                            .build())),
        task(
            "ensure a new Environment",
            c ->
                c.environments()
                    .ensure(product.id(), CreateEnvironmentModel.builder().name("New").build())),
        task(
            "ensure a Segment",
            c ->
                c.segments()
                    .ensure(
                        product.id(),
                        CreateSegmentModel.builder()
                            .name("Beta")
                            .comparisonAttribute("Email")
                            .comparator(RolloutRuleComparator.CONTAINS)
                            .comparisonValue("@x.com")
                            .build())),
        task("ensure a flag", c -> c.flags().ensure(v2.id(), flag)),
        task(
            "ensure a new flag",
            c -> c.flags().ensure(v2.id(), flag.toBuilder().key("another").build())),
        task(
            "ensure many flags",
            c ->
                check(
                    c.flags()
                        .ensureAll(
                            v2.id(),
                            Stream.of("third", "isOn", "off")
                                .map(key -> flag.toBuilder().key(key).name("Name of " + key))
                                .map(CreateSettingInitialValues.Builder::build)
                                .toList()))),
        task(
            "ensure many Tags",
            c ->
                check(
                    c.tags()
                        .ensureAll(
                            product.id(),
                            List.of(CreateTagModel.builder().name("new").build(), red)))));
  }

  private static Task remembering(String name, Consumer<ConfigCatManagementClient> run) {
    return new Task(name, false, true, null, run);
  }

  private List<Task> flags() {
    return List.of(
        remembering(
            "read the default", c -> c.flag(test.id(), isOn.id()).getDefault(FlagType.BOOLEAN)),
        remembering(
            "read a V1 default", c -> c.flag(test.id(), old.id()).getDefault(FlagType.BOOLEAN)),
        remembering("read by SDK key", c -> byKey(c).getDefault(FlagType.BOOLEAN)),
        new Task("set the default", false, true, "$.defaultValue", c -> byKey(c).setDefault(true)),
        remembering("set a V1 default", c -> c.flag(test.id(), old.id()).setDefault(true)),
        remembering("replace", c -> c.flag(production.id(), isOn.id()).replace(true)),
        new Task(
            "set a variation",
            true,
            true,
            "$.defaultValue",
            c -> c.flag(test.id(), size.id()).setDefault("l")),
        remembering(
            "edit",
            c ->
                c.flag(test.id(), off.id())
                    .edit(
                        formula ->
                            formula.addRule(
                                TargetingRule.when(Targeting.userAttribute("Email").equalTo("a"))
                                    .serve(true)))),
        remembering("set for a while", c -> c.flag(test.id(), off.id()).temporarily(true).close()),
        // A V1 value may be of any plain type.
        new Task(
            "set V1 for a while",
            false,
            true,
            "$.value",
            c -> c.flag(test.id(), old.id()).temporarily(true).close()),
        task("add a Tag", c -> c.flags().addTags(off.id(), tag)),
        task("remove a Tag", c -> c.flags().removeTags(isOn.id(), tag)),
        remembering("values everywhere", c -> c.flags().inAllEnvironments(product.id(), isOn.id())),
        remembering(
            "defaults everywhere",
            c -> c.flags().defaultsInAllEnvironments(product.id(), old.id(), FlagType.BOOLEAN)));
  }

  private Flag byKey(ConfigCatManagementClient c) {
    return c.flag(SdkKey.of(v2.sdkKey(test)), isOn.key());
  }

  /** Reads all of a report, which may look at its parts only when it is shown. */
  private static void shown(Object report) {
    assertThat(report.toString()).isNotNull();
    if (report instanceof FlagTable table) {
      assertThat(table.toCsv()).isNotNull();
      assertThat(table.toJson()).isNotNull();
    }
  }

  private List<Task> reports() {
    return List.of(
        task("tree", c -> shown(c.products().tree(product.id()))),
        task("tree with values", c -> shown(c.products().treeWithValues(product.id()))),
        task("flag table", c -> shown(c.products().flagTable(product.id()))),
        task("flag table of a Config", c -> shown(c.configs().flagTable(v2.id()))),
        task("stale flags", c -> shown(c.staleFlags().report(product.id()))),
        task("audit log", c -> c.auditLogs().streamOfProduct(product.id()).forEach(item -> {})),
        task(
            "news of the audit log",
            c ->
                c.auditLogs()
                    .newEntriesOfOrganization(organizationId, AuditLogWatermark.at(JUST_NOW))),
        task("change requests", c -> c.changeRequests().stream(product.id()).forEach(item -> {})),
        task("copy", c -> check(c.flags().compare(v2.id(), production.id(), test.id()))),
        task(
            "bulk",
            c ->
                check(
                    c.flags()
                        .bulkReplacement(v2.id(), production.id())
                        .replace(isOn.id(), Formula.byDefault(true).toModel())
                        .replace(off.id(), Formula.byDefault(true).toModel())
                        .plan())),
        task(
            "bulk, V1",
            c ->
                check(
                    c.flags()
                        .bulkReplacementV1(v1.id(), production.id())
                        .replace(
                            old.id(),
                            UpdateSettingValueModel.builder().value(SettingValue.of(true)).build())
                        .plan())),
        remembering(
            "edit many",
            c -> check(edit(c, many).edit(formula -> formula.percentageAttribute("Country")))),
        remembering("set many defaults", c -> check(edit(c, many).setDefault(false))),
        remembering("set many defaults, V1", c -> check(edit(c, v1).setDefault(false))),
        remembering("many temporarily", c -> edit(c, many).temporarily(true).close()));
  }

  private BulkEdit edit(ConfigCatManagementClient c, FakeConfig config) {
    return c.flags().bulkEdit(config.id(), production.id());
  }

  private static void check(EnsuredAll<?, ?> result) {
    result.items().forEach(item -> rethrow(item.cause()));
  }

  private static void check(BulkPlan plan) {
    BulkResult result = plan.apply();
    rethrow(result.stoppedBy().orElse(null));
    result.outcomes().values().forEach(outcome -> rethrow(outcome.cause()));
  }

  private static void rethrow(@Nullable RuntimeException failure) {
    if (failure != null) {
      throw failure;
    }
  }

  @TestFactory
  Stream<DynamicTest> endsInSuccessOrAnExceptionOfThisClient() {
    many.flag("first");
    many.flag("second");
    product.segment("Beta", "@example.com");
    fake.world().now(JUST_NOW.plusSeconds(3600));
    product.auditRecord("productChanged", JUST_NOW.plusSeconds(60));
    v2.changeRequest(production, "Later", off);
    configcat
        .codeReferences()
        .upload(
            CodeReferenceReport.of(v2.id(), "web-shop", "main")
                .use(isOn.id(), CodeLocation.of("src/A.java", 3, "isOn")));
    isOn.serve(
        production,
        "{\"targetingRules\":[{\"conditions\":[{\"userCondition\":{\"comparisonAttribute\":\"Email\","
            + "\"comparator\":\"textEquals\",\"comparisonValue\":{\"stringValue\":\"a\"}}}],"
            + "\"value\":{\"boolValue\":true}}]}");
    return Stream.of(finding(), flags(), reports())
        .flatMap(List::stream)
        .map(task -> DynamicTest.dynamicTest(task.name(), () -> check(task)));
  }

  private void check(Task task) {
    RecordedService service = new RecordedService();
    try (ConfigCatManagementClient client =
        Clients.builder(fake).httpClient(service.recorder()).build()) {
      task.run().accept(client);
    }
    List<String> complaints = new ArrayList<>();
    List<Exchange> varied =
        toVary(service.exchanges()).stream()
            .filter(exchange -> !isLookup(task, exchange) || lookups.add(exchange.operation()))
            .toList();
    try (ConfigCatManagementClient client = client()) {
      for (Exchange exchange : varied) {
        JsonVariants.of(JsonParser.parseString(exchange.body())).stream()
            .filter(variant -> isOfUse(exchange, variant))
            .forEach(variant -> check(task, service, exchange, variant, client, complaints));
      }
    }
    assertThat(complaints).isEmpty();
  }

  /** Whether an answer only tells the evaluation version, which all tasks look up in one way. */
  private static boolean isLookup(Task task, Exchange exchange) {
    return task.remembers() && exchange.operation().matches("GET /v1/(settings|configs)/\\{id}");
  }

  /** Whether tasks read a member; the others are decoded, which one task is enough for. */
  private boolean isOfUse(Exchange exchange, Variant variant) {
    return variant.member().matches("[$\\[].*")
        || READ.contains(variant.member())
        || decoded.add(exchange.operation() + " " + variant);
  }

  /** Returns the answers of each operation, but not those for one Environment after the other. */
  private static List<Exchange> toVary(List<Exchange> exchanges) {
    List<Exchange> chosen = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      boolean isKnown =
          chosen.stream()
              .anyMatch(
                  other ->
                      other.operation().equals(exchange.operation())
                          && !other.request().equals(exchange.request()));
      if (!isKnown && !exchange.body().isEmpty()) {
        chosen.add(exchange);
      }
    }
    return chosen;
  }

  private void check(
      Task task,
      RecordedService service,
      Exchange exchange,
      Variant variant,
      ConfigCatManagementClient client,
      List<String> complaints) {
    Replay run = service.with(exchange, variant.json());
    replay = run;
    @Nullable Throwable thrown;
    if (task.remembers()) {
      try (ConfigCatManagementClient another = client()) {
        thrown = thrownBy(task, another);
      }
    } else {
      thrown = thrownBy(task, client);
    }
    String where = exchange.request() + ": " + variant + ": ";
    if (!isExpected(task, thrown)) {
      complaints.add(where + thrown);
    }
    if (!exchange.isWrite() && !isAllowed(task, variant)) {
      run.writes().stream()
          .filter(write -> service.exchanges().stream().noneMatch(same(write, variant)))
          .forEach(write -> complaints.add(where + "sent " + write));
    }
  }

  private static @Nullable Throwable thrownBy(Task task, ConfigCatManagementClient client) {
    try {
      task.run().accept(client);
      return null;
    } catch (RuntimeException | AssertionError e) {
      return e;
    }
  }

  private ConfigCatManagementClient client() {
    return Clients.builder(fake)
        .httpClient(RecordedService.player(() -> Objects.requireNonNull(replay)))
        .build();
  }

  private static boolean isExpected(Task task, @Nullable Throwable thrown) {
    if (thrown instanceof DecodingException decoding) {
      return decoding.jsonPath().startsWith("$");
    }
    return thrown == null
        || thrown instanceof ConfigCatException
        || (task.mayRefuse() && thrown instanceof IllegalArgumentException);
  }

  /** Whether the contract allows an answer, or the writes of the task do not depend on it. */
  private static boolean isAllowed(Task task, Variant variant) {
    if (variant.original().isJsonNull()
        || NOT_NEEDED.contains(variant.member())
        || (task.overwrites() != null && variant.path().startsWith(task.overwrites()))) {
      return true;
    }
    return switch (variant.change()) {
      case "[]", "\"\"", "7" -> true;
      case "{}" -> variant.original().isJsonObject();
      case "null", "missing" -> NULLABLE.contains(variant.member());
      default -> false;
    };
  }

  /** Matches a write that was sent on the answer as it should be, but for the member changed. */
  private static Predicate<Exchange> same(Exchange write, Variant variant) {
    return recorded ->
        recorded.request().equals(write.request())
            && without(recorded.sent(), variant.member())
                .equals(without(write.sent(), variant.member()));
  }

  private static JsonElement without(String json, String member) {
    JsonElement element = JsonParser.parseString(json);
    strip(element, member);
    return element;
  }

  private static void strip(JsonElement element, String member) {
    if (element instanceof JsonObject object) {
      object.remove(member);
      object.asMap().values().forEach(value -> strip(value, member));
    } else if (element instanceof JsonArray array) {
      array.forEach(value -> strip(value, member));
    }
  }
}
