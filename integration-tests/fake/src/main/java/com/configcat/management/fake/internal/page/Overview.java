package com.configcat.management.fake.internal.page;

import java.util.List;

/**
 * What the page shows.
 *
 * @param now the fake's time
 * @param products in their order
 * @param faults those that have not happened
 * @param requests newest first
 * @param auditLog newest first
 */
public record Overview(
    String now,
    Listed<Product> products,
    List<PlannedFault> faults,
    Listed<Request> requests,
    Listed<AuditEntry> auditLog) {

  /**
   * The first of some items.
   *
   * @param items those shown
   * @param more how many are not shown
   */
  public record Listed<T>(List<T> items, int more) {
    public Listed {
      items = List.copyOf(items);
    }

    public static <T> Listed<T> first(int limit, List<T> all) {
      return new Listed<>(
          all.subList(0, Math.min(limit, all.size())), Math.max(0, all.size() - limit));
    }

    public int total() {
      return items.size() + more;
    }
  }

  /** A Product. */
  public record Product(
      String id, String name, Listed<Environment> environments, Listed<Config> configs) {}

  /** An Environment, with what it demands of writes. */
  public record Environment(
      String id, String name, boolean reasonRequired, boolean approveRequired) {}

  /** A Config; a flag has a value for each of the Environments shown, in their order. */
  public record Config(
      String id, String name, String version, Listed<Flag> flags, List<SdkKeys> sdkKeys) {}

  /** The SDK keys of a Config in an Environment; an empty text for none. */
  public record SdkKeys(String environment, String primary, String secondary) {}

  /** A Feature Flag or Setting. */
  public record Flag(String id, String key, String name, String type, List<Served> served) {}

  /**
   * What a flag serves in an Environment.
   *
   * @param value the default value as JSON, or the name of a predefined variation
   * @param rules what there is besides, empty if nothing
   */
  public record Served(String value, String rules) {}

  /** A record of the audit log; an empty text for what it does not say. */
  public record AuditEntry(
      String time, String what, String target, String where, String who, String why) {}

  /** A request received; status 0 if the connection was closed without an answer. */
  public record Request(
      String method,
      String path,
      String operation,
      String body,
      int status,
      boolean applied,
      String answer) {}

  /** A fault that has not happened. */
  public record PlannedFault(String at, String operation, String what) {}
}
