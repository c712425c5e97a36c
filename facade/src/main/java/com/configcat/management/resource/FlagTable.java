package com.configcat.management.resource;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.SettingValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What flags serve in each Environment: a row per flag, a cell per Environment.
 *
 * <p>As objects, as text for a terminal ({@link #toText}), as CSV ({@link #toCsv}) and as JSON
 * ({@link #toJson}). Immutable.
 *
 * @param environments the Environments of the Product, in the service's order
 * @param rows the flags, in the service's order
 */
public record FlagTable(List<EnvironmentModel> environments, List<Row> rows) {
  private static final int MIN_WIDTH = 40;
  private static final int DEFAULT_WIDTH = 80;

  /**
   * Creates a table.
   *
   * @param environments the Environments
   * @param rows the flags
   */
  public FlagTable {
    environments = Preconditions.list(environments, "environments", "give a list");
    rows = Preconditions.list(rows, "rows", "give a list");
  }

  /**
   * A flag in all Environments.
   *
   * @param config the flag's Config
   * @param flag the flag
   * @param cells what it serves, by Environment id; without Environments for which the service
   *     listed no value of the flag
   * @param differs whether two Environments differ in the default value, the targeting rules or the
   *     percentage options
   */
  public record Row(ConfigModel config, SettingModel flag, Map<UUID, Cell> cells, boolean differs) {
    /**
     * Creates a row.
     *
     * @param config the flag's Config
     * @param flag the flag
     * @param cells what it serves, by Environment id
     * @param differs whether Environments differ
     */
    public Row {
      Preconditions.value(config, "config", "give that of the flag");
      Preconditions.value(flag, "flag", "give the one whose row this is");
      Preconditions.value(cells, "cells", "give a map, empty if nothing is known");
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** Returns the name of the flag's type; null if it is unknown to this client. */
    @Nullable String type() {
      return flag.getSettingType() == null ? null : flag.getSettingType().wireValue();
    }

    /**
     * Returns whether the flag has rules in any Environment.
     *
     * @return true if a cell has
     */
    public boolean hasRules() {
      return cells.values().stream().anyMatch(Cell::hasRules);
    }

    /**
     * Returns whether the flag is stale in any Environment.
     *
     * @return true if a cell is
     */
    public boolean isStale() {
      return cells.values().stream().anyMatch(Cell::isStale);
    }
  }

  /**
   * A flag in an Environment.
   *
   * @param value the value served when no rule applies, that of the predefined variation if there
   *     is one; null if its type is unknown to this client
   * @param hasRules whether there are targeting rules or percentage options
   * @param isStale whether the service reports the flag as stale in this Environment
   */
  public record Cell(@Nullable SettingValue value, boolean hasRules, boolean isStale) {}

  /**
   * Returns a table of some of the rows.
   *
   * @param condition is true for the rows to keep, such as {@code Row::differs}
   * @return a table with the same Environments
   */
  public FlagTable only(Predicate<? super Row> condition) {
    Preconditions.value(condition, "condition", "give one such as FlagTable.Row::differs");
    return new FlagTable(environments, rows.stream().filter(condition).toList());
  }

  /**
   * Returns the table as text for people to read; its format may change.
   *
   * <p>An asterisk marks values with rules, a tilde those that are stale. Long texts are cut and
   * end in "…"; control characters are shown as spaces. Environments that do not fit in a line
   * follow below, with the keys repeated.
   *
   * @param width the width of the terminal in columns; wide characters count as two
   * @return lines of at most this width, or of 40 columns if that is more, separated by {@code \n}
   * @throws IllegalArgumentException if the width is less than 1
   */
  public String toText(int width) {
    Preconditions.positive(width, "width", "give the columns of the terminal, such as 120");
    return new FlagTableText(this, Math.max(width, MIN_WIDTH)).toString();
  }

  /**
   * Returns the table as CSV (RFC 4180): a header, then a line per flag with its Config, key, name,
   * type, whether Environments differ, and for each Environment the value served by default,
   * whether it has rules, and whether it is stale there. Lines end in CRLF.
   *
   * <p>A text that a spreadsheet would take for a formula, since it begins with {@code =}, {@code
   * +}, {@code -}, {@code @}, a tab or a line break, gets an apostrophe in front of it. For values
   * that are exact whatever they are, use {@link #toJson}.
   *
   * @return the text; encode it as UTF-8
   */
  public String toCsv() {
    return FlagTableCsv.of(this);
  }

  /**
   * Returns the table as a JSON object with the members {@code environments} and {@code flags}.
   *
   * <p>Each flag has {@code configId}, {@code configName}, {@code settingId}, {@code key}, {@code
   * name}, {@code settingType}, {@code differs} and {@code values}, a list with an object for each
   * Environment: {@code environmentId}, {@code environmentName}, {@code value}, {@code hasRules},
   * {@code isStale}. What is unknown is null.
   *
   * @return the text, indented
   */
  public String toJson() {
    return FlagTableJson.of(this);
  }

  /** Returns the table as text, 80 columns wide; see {@link #toText}. */
  @Override
  public String toString() {
    return toText(DEFAULT_WIDTH);
  }
}
