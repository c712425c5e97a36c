package com.configcat.management.resource;

import com.configcat.management.internal.core.Preconditions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The stale flags of a Product, and where they are used in code.
 *
 * @param productId the Product
 * @param productName its name
 * @param flags in the order of the service: Config by Config
 */
public record StaleFlagReport(UUID productId, String productName, List<StaleFlag> flags) {
  /**
   * Makes a report.
   *
   * @param productId the Product
   * @param productName its name
   * @param flags its stale flags
   */
  public StaleFlagReport {
    flags = Preconditions.list(flags, "flags", "give a list");
  }

  /**
   * A stale flag.
   *
   * @param configId its Config
   * @param configName the Config's name
   * @param settingId its id
   * @param key its key
   * @param name its name
   * @param staleIn names of the Environments in which it is stale
   * @param uses where it is used, one entry for each repository and branch
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
     * Makes an entry.
     *
     * @param configId its Config
     * @param configName the Config's name
     * @param settingId its id
     * @param key its key
     * @param name its name
     * @param staleIn where it is stale
     * @param uses where it is used
     */
    public StaleFlag {
      staleIn = Preconditions.list(staleIn, "staleIn", "give a list");
      uses = Preconditions.list(uses, "uses", "give a list");
    }

    /**
     * Says whether any code is known to use it.
     *
     * @return false if no uploaded report mentions it
     */
    public boolean isUsed() {
      return !uses.isEmpty();
    }

    /** Returns the flag and where it is used, a line each. */
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
   * Where a flag is used, as it was uploaded.
   *
   * @param repository the repository
   * @param branch the branch
   * @param files in which files, each once
   * @param places how many lines use it
   */
  public record CodeUse(String repository, String branch, List<String> files, int places) {
    /**
     * Makes an entry.
     *
     * @param repository the repository
     * @param branch the branch
     * @param files in which files
     * @param places how many lines use it
     */
    public CodeUse {
      files = Preconditions.list(files, "files", "give a list");
    }

    /** Returns it as a line. */
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

  /** Returns the report to be read, a few lines for each flag. */
  @Override
  public String toString() {
    return productName
        + ": "
        + count(flags.size(), "stale flag")
        + flags.stream().map(flag -> "\n  " + flag).collect(Collectors.joining());
  }
}
