package com.configcat.management.resource;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.CodeReferenceRequest;
import com.configcat.management.model.FlagReference;
import com.configcat.management.model.ReferenceLinesRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Where the flags of a Config are used in one branch of a repository.
 *
 * <pre>{@code
 * CodeReferenceReport.of(configId, "web-shop", "main")
 *     .commit("4f2a9c1")
 *     .activeBranches("main", "release")
 *     .use(settingId, CodeLocation.of("src/Checkout.java", 42, "flags.isOn(NEW_CHECKOUT)"))
 * }</pre>
 *
 * <p>Immutable: each method returns something new. What the service would refuse as too long is
 * refused here.
 */
public final class CodeReferenceReport {
  private static final int NAME = 255;
  private static final int URL = 1000;

  private final CodeReferenceRequest head;
  private final Set<String> branches;
  private final Map<Integer, List<CodeLocation>> uses;

  private CodeReferenceReport(
      CodeReferenceRequest head, Set<String> branches, Map<Integer, List<CodeLocation>> uses) {
    this.head = head;
    this.branches = branches;
    this.uses = uses;
  }

  /**
   * Starts a report.
   *
   * @param configId the Config whose flags were looked for
   * @param repository the name of the repository, at most 255 characters
   * @param branch the name of the branch, at most 255 characters
   * @return a report of no use yet
   */
  public static CodeReferenceReport of(UUID configId, String repository, String branch) {
    CodeReferenceRequest head =
        CodeReferenceRequest.builder()
            .configId(Preconditions.value(configId, "configId", "give the id of the Config"))
            .repository(
                Preconditions.text(
                    repository, "repository", NAME, "give the name of the repository"))
            .branch(Preconditions.text(branch, "branch", NAME, "give the name of the branch"))
            .build();
    return new CodeReferenceReport(head, Set.of(), Map.of());
  }

  /**
   * Names the commit that was searched.
   *
   * @param hash at most 255 characters
   * @return a report that names it
   */
  public CodeReferenceReport commit(String hash) {
    Preconditions.text(hash, "hash", NAME, "give the hash of the commit, or leave it out");
    return with(builder -> builder.commitHash(hash));
  }

  /**
   * Says where the commit can be looked at.
   *
   * @param url at most 1000 characters
   * @return a report that links it
   */
  public CodeReferenceReport commitUrl(String url) {
    Preconditions.text(url, "url", URL, "give the address of the commit, or leave it out");
    return with(builder -> builder.commitUrl(url));
  }

  /**
   * Names what made the report.
   *
   * @param name such as that of a CI job, at most 255 characters
   * @return a report that names it
   */
  public CodeReferenceReport uploader(String name) {
    Preconditions.text(name, "name", NAME, "give what made the report, or leave it out");
    return with(builder -> builder.uploader(name));
  }

  private CodeReferenceReport with(UnaryOperator<CodeReferenceRequest.Builder> change) {
    return new CodeReferenceReport(change.apply(head.toBuilder()).build(), branches, uses);
  }

  /**
   * Names branches that the repository still has; reports on others are deleted at the service.
   *
   * <p>The branch of this report is always among them.
   *
   * @param names the branches; adds to those named before
   * @return a report that names them
   */
  public CodeReferenceReport activeBranches(String... names) {
    Preconditions.value(names, "names", "give the names of branches");
    Set<String> more = new LinkedHashSet<>(branches);
    more.add(head.getBranch());
    for (String name : names) {
      more.add(Preconditions.text(name, "name", NAME, "give the name of a branch"));
    }
    return new CodeReferenceReport(head, Collections.unmodifiableSet(more), uses);
  }

  /**
   * Adds places where a flag is used.
   *
   * @param settingId the id of the flag, which is not its key
   * @param places the places; adds to those given before
   * @return a report with these places
   */
  public CodeReferenceReport use(int settingId, CodeLocation... places) {
    Preconditions.positive(settingId, "settingId", "give the id of a flag");
    Preconditions.value(places, "places", "give places in code");
    Map<Integer, List<CodeLocation>> more = new LinkedHashMap<>(uses);
    List<CodeLocation> all = new ArrayList<>(uses.getOrDefault(settingId, List.of()));
    for (CodeLocation place : places) {
      all.add(Preconditions.value(place, "place", "make one with CodeLocation.of(...)"));
    }
    more.put(settingId, List.copyOf(all));
    return new CodeReferenceReport(head, branches, Collections.unmodifiableMap(more));
  }

  /**
   * Returns the report as the API takes it.
   *
   * @return the report
   */
  public CodeReferenceRequest toModel() {
    List<FlagReference> flags = new ArrayList<>();
    uses.forEach((settingId, places) -> flags.add(flag(settingId, places)));
    CodeReferenceRequest.Builder builder = head.toBuilder().flagReferences(flags);
    return (branches.isEmpty() ? builder : builder.activeBranches(List.copyOf(branches))).build();
  }

  private static FlagReference flag(int settingId, List<CodeLocation> places) {
    List<ReferenceLinesRequest> references = places.stream().map(CodeLocation::toModel).toList();
    return FlagReference.builder().settingId(settingId).references(references).build();
  }

  /** Returns what is reported on, and how many places of how many flags. */
  @Override
  public String toString() {
    long places = uses.values().stream().mapToLong(List::size).sum();
    return head.getRepository()
        + ", branch "
        + head.getBranch()
        + ": "
        + places
        + " places of "
        + uses.size()
        + " flags";
  }
}
