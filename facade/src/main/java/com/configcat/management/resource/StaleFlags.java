package com.configcat.management.resource;

import com.configcat.management.api.CodeReferencesApi;
import com.configcat.management.api.StaleFlagsApi;
import com.configcat.management.api.StaleFlagsApi.GetStaleflagsOptions;
import com.configcat.management.internal.call.ConcurrentReads;
import com.configcat.management.internal.call.ConcurrentReads.Read;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.CodeReferenceModel;
import com.configcat.management.model.StaleFlagConfigModel;
import com.configcat.management.model.StaleFlagEnvironmentModel;
import com.configcat.management.model.StaleFlagProductModel;
import com.configcat.management.model.StaleFlagSettingModel;
import com.configcat.management.model.StaleFlagSettingValueModel;
import com.configcat.management.operations.StaleFlagsOperations;
import com.configcat.management.resource.StaleFlagReport.CodeUse;
import com.configcat.management.resource.StaleFlagReport.StaleFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stale flags: the API's operation, and a report of their uses in code. */
public final class StaleFlags extends StaleFlagsOperations {
  private final StaleFlagsOperations tasks;
  private final CodeReferencesApi codeReferences;

  /**
   * Creates the resource; use {@code staleFlags()} of the client instead.
   *
   * @param context the context that the client gives its resources
   */
  public StaleFlags(ResourceContext context) {
    super(context.api(StaleFlagsApi.class), context.runner());
    ResourceContext checked = context.forTasks();
    this.tasks = checked.operations(StaleFlagsApi.class, StaleFlagsOperations::new);
    this.codeReferences = checked.api(CodeReferencesApi.class);
  }

  /**
   * Reports the stale flags of a Product and where code uses them.
   *
   * <p>Calls {@code GET /v1/products/{productId}/staleflags}, then {@code GET
   * /v1/settings/{settingId}/code-references} for each stale flag that may have code references, up
   * to 8 at the same time: with 10 such flags, 11 calls. Flags deleted in the meantime are left
   * out.
   *
   * @param productId the id of the Product
   * @return the report
   * @throws com.configcat.management.error.ConfigCatException if a call fails; the other calls are
   *     then cancelled
   */
  public StaleFlagReport report(UUID productId) {
    return report(productId, UnaryOperator.identity());
  }

  /**
   * Reports the stale flags of a Product and where code uses them; see {@link #report(UUID)}.
   *
   * @param productId the id of the Product
   * @param filter sets the query parameters: when a flag counts as stale, and the Tags and
   *     Environments to ignore, such as {@code filter -> filter.staleFlagAgeDays(90)}
   * @return the report
   * @throws NullPointerException if an argument is null, or the filter returns null
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  public StaleFlagReport report(
      UUID productId, UnaryOperator<GetStaleflagsOptions.Builder> filter) {
    Preconditions.value(productId, "productId", "give the id of the Product");
    Preconditions.value(filter, "filter", "give one such as filter -> filter.staleFlagAgeDays(90)");
    GetStaleflagsOptions.Builder options =
        Preconditions.value(
            filter.apply(GetStaleflagsOptions.builder()),
            "The result of the filter",
            "return the builder that it was given");
    StaleFlagProductModel product = tasks.get(productId, options.build());
    ConcurrentReads reads = new ConcurrentReads();
    List<Supplier<Optional<StaleFlag>>> flags = new ArrayList<>();
    Map<UUID, String> environments = environments(product);
    for (StaleFlagConfigModel config : product.getConfigs()) {
      for (StaleFlagSettingModel setting : config.getSettings()) {
        Supplier<Optional<List<CodeUse>>> uses = addUses(reads, setting);
        flags.add(() -> uses.get().map(found -> flag(config, setting, environments, found)));
      }
    }
    reads.run();
    return new StaleFlagReport(
        productId, product.getName(), flags.stream().flatMap(flag -> flag.get().stream()).toList());
  }

  private static Map<UUID, String> environments(StaleFlagProductModel product) {
    return product.getEnvironments().stream()
        .collect(
            Collectors.toMap(
                StaleFlagEnvironmentModel::getEnvironmentId,
                StaleFlagEnvironmentModel::getName,
                (one, other) -> one));
  }

  private static StaleFlag flag(
      StaleFlagConfigModel config,
      StaleFlagSettingModel setting,
      Map<UUID, String> environments,
      List<CodeUse> uses) {
    return new StaleFlag(
        config.getConfigId(),
        config.getName(),
        setting.getSettingId(),
        setting.getKey(),
        setting.getName(),
        staleIn(setting, environments),
        uses);
  }

  private static List<String> staleIn(
      StaleFlagSettingModel setting, Map<UUID, String> environments) {
    return setting.getSettingValues().stream()
        .filter(StaleFlagSettingValueModel::getIsStale)
        .map(
            value ->
                environments.getOrDefault(
                    value.getEnvironmentId(), String.valueOf(value.getEnvironmentId())))
        .toList();
  }

  /** Adds a read of a flag's uses; empty if the flag was deleted in the meantime. */
  private Supplier<Optional<List<CodeUse>>> addUses(
      ConcurrentReads reads, StaleFlagSettingModel setting) {
    if (Boolean.FALSE.equals(setting.getHasCodeReferences())) {
      return () -> Optional.of(List.of());
    }
    Read<List<CodeReferenceModel>> read =
        reads.addOptional(codeReferences.getCodeReferences(setting.getSettingId()));
    return () -> read.found().map(uses -> uses.stream().map(StaleFlags::use).toList());
  }

  private static CodeUse use(CodeReferenceModel reference) {
    List<String> files =
        orEmpty(reference.getReferences()).stream().map(place -> place.getFile()).toList();
    return new CodeUse(
        text(reference.getRepository()),
        text(reference.getBranch()),
        files.stream().distinct().toList(),
        files.size());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
