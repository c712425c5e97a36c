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
 * The places where one branch of a repository uses the flags of a Config.
 *
 * <pre>{@code
 * CodeReferenceReport.of(configId, "web-shop", "main")
 *     .commit("4f2a9c1")
 *     .activeBranches("main", "release")
 *     .use(settingId, CodeLocation.of("src/Checkout.java", 42, "flags.isOn(NEW_CHECKOUT)"))
 * }</pre>
 *
 * <p>Text that is blank, has control characters or is longer than the service accepts throws an
 * {@link IllegalArgumentException}. Immutable: methods that set or add something return a new
 * instance.
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
   * Creates a report.
   *
   * @param configId the id of the Config whose flags were searched for
   * @param repository the name of the repository, at most 255 characters
   * @param branch the name of the branch, at most 255 characters
   * @return a report without uses
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
   * Sets the commit that was searched.
   *
   * @param hash at most 255 characters
   * @return a copy with this commit
   */
  public CodeReferenceReport commit(String hash) {
    Preconditions.text(hash, "hash", NAME, "give the hash of the commit, or leave it out");
    return with(builder -> builder.commitHash(hash));
  }

  /**
   * Sets the URL of the commit.
   *
   * @param url at most 1000 characters
   * @return a copy with this URL
   */
  public CodeReferenceReport commitUrl(String url) {
    Preconditions.text(url, "url", URL, "give the address of the commit, or leave it out");
    return with(builder -> builder.commitUrl(url));
  }

  /**
   * Sets the name of the tool that created the report.
   *
   * @param name such as the name of a CI job, at most 255 characters
   * @return a copy with this name
   */
  public CodeReferenceReport uploader(String name) {
    Preconditions.text(
        name, "name", NAME, "give the name of the tool that made the report, or leave it out");
    return with(builder -> builder.uploader(name));
  }

  private CodeReferenceReport with(UnaryOperator<CodeReferenceRequest.Builder> change) {
    return new CodeReferenceReport(change.apply(head.toBuilder()).build(), branches, uses);
  }

  /**
   * Adds branches that still exist in the repository. On upload, the service deletes reports about
   * other branches. The branch of this report is always included.
   *
   * @param names the names of branches, at most 255 characters each
   * @return a copy that also contains these branches
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
   * @param settingId the numeric id of the flag, not its key
   * @param places the places
   * @return a copy that also contains these places
   * @throws IllegalArgumentException if the id is less than 1
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
   * Returns the report as the request body of the API.
   *
   * @return the model
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

  /** Returns the repository, the branch, and the numbers of places and flags. */
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
