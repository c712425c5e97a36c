package com.configcat.management.resource;

import com.configcat.management.internal.core.Preconditions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The stale flags of a Product, and where code uses them.
 *
 * @param productId the id of the Product
 * @param productName the name of the Product
 * @param flags the stale flags in the service's order, grouped by Config
 */
public record StaleFlagReport(UUID productId, String productName, List<StaleFlag> flags) {
  /**
   * Creates a report.
   *
   * @param productId the id of the Product
   * @param productName the name of the Product
   * @param flags the stale flags
   */
  public StaleFlagReport {
    flags = Preconditions.list(flags, "flags", "give a list");
  }

  /**
   * A stale flag.
   *
   * @param configId the id of its Config
   * @param configName the name of its Config
   * @param settingId the id of the flag
   * @param key the key of the flag
   * @param name the name of the flag
   * @param staleIn the names of the Environments in which it is stale
   * @param uses the places where it is used, one entry per repository and branch
   */
  public record StaleFlag(
      UUID configId,
      String configName,
      int settingId,
      String key,
      String name,
      List<String> staleIn,
      List<CodeUse> uses) {
    /**
     * Creates an entry.
     *
     * @param configId the id of its Config
     * @param configName the name of its Config
     * @param settingId the id of the flag
     * @param key the key of the flag
     * @param name the name of the flag
     * @param staleIn the names of the Environments in which it is stale
     * @param uses the places where it is used
     */
    public StaleFlag {
      staleIn = Preconditions.list(staleIn, "staleIn", "give a list");
      uses = Preconditions.list(uses, "uses", "give a list");
    }

    /**
     * Returns whether any code is known to use the flag.
     *
     * @return false if no uploaded code reference mentions it
     */
    public boolean isUsed() {
      return !uses.isEmpty();
    }

    /** Returns the flag, and a line for each use. */
    @Override
    public String toString() {
      String where =
          isUsed()
              ? uses.stream().map(use -> "\n    " + use).collect(Collectors.joining())
              : "\n    no known use in code";
      return key + " (" + configName + "), stale in " + String.join(", ", staleIn) + where;
    }
  }

  /**
   * The uses of a flag in one branch of a repository, from an uploaded report.
   *
   * @param repository the name of the repository
   * @param branch the name of the branch
   * @param files the paths of the files that use it, without duplicates
   * @param places the number of lines that use it
   */
  public record CodeUse(String repository, String branch, List<String> files, int places) {
    /**
     * Creates an entry.
     *
     * @param repository the name of the repository
     * @param branch the name of the branch
     * @param files the paths of the files that use it
     * @param places the number of lines that use it
     */
    public CodeUse {
      files = Preconditions.list(files, "files", "give a list");
    }

    /** Returns the use as one line. */
    @Override
    public String toString() {
      return repository
          + ", branch "
          + branch
          + ": "
          + count(places, "place")
          + " in "
          + count(files.size(), "file");
    }
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** Returns the report as text, a few lines per flag. */
  @Override
  public String toString() {
    return productName
        + ": "
        + count(flags.size(), "stale flag")
        + flags.stream().map(flag -> "\n  " + flag).collect(Collectors.joining());
  }
}
