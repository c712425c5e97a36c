package com.configcat.management.resource;

import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.resource.FlagTable.Cell;
import com.configcat.management.resource.FlagTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Formats a {@link FlagTable} for a terminal. */
final class FlagTableText {
  private static final String GAP = "  ";
  private static final String INDENT = "  ";
  private static final String FLAG = "Flag";
  private static final String DIFFERS = "differs";
  private static final int WIDEST_COLUMN = 32;
  private static final int NARROWEST_COLUMN = 8;

  /** More than any column shows; a value may have 100,000 characters. */
  private static final int LONGEST_LOOKED_AT = 500;

  private final FlagTable table;
  private final int width;
  private final List<Integer> natural;
  private final int keyWidth;
  private final int noteWidth;
  private final List<String> lines = new ArrayList<>();

  FlagTableText(FlagTable table, int width) {
    this.table = table;
    this.width = width;
    this.keyWidth =
        Math.min(
            width / 3,
            widest(
                Stream.concat(
                    Stream.of(FLAG), table.rows().stream().map(row -> INDENT + key(row)))));
    this.noteWidth =
        table.rows().stream().anyMatch(Row::differs) ? GAP.length() + DIFFERS.length() : 0;
    this.natural = table.environments().stream().map(this::natural).toList();
    List<Column> columns = columns();
    int from = 0;
    do {
      int to = lastInBlock(columns, from);
      addBlock(columns.subList(from, to));
      from = to;
    } while (from < columns.size());
    addLegend();
  }

  /** An Environment, and the columns of the terminal that it takes. */
  private record Column(EnvironmentModel environment, int width) {
    UUID id() {
      return environment.getEnvironmentId();
    }
  }

  private int available() {
    return width - keyWidth - noteWidth;
  }

  private List<Column> columns() {
    int widest = widestThatFits();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < natural.size(); i++) {
      columns.add(new Column(table.environments().get(i), Math.min(natural.get(i), widest)));
    }
    return columns;
  }

  /** Columns get narrower if all Environments fit in a line then. */
  private int widestThatFits() {
    for (int widest = WIDEST_COLUMN; widest >= NARROWEST_COLUMN; widest--) {
      int limit = widest;
      int needed = natural.stream().mapToInt(each -> GAP.length() + Math.min(limit, each)).sum();
      if (needed <= available()) {
        return widest;
      }
    }
    return Math.min(2 * NARROWEST_COLUMN, available() - GAP.length());
  }

  private int natural(EnvironmentModel environment) {
    UUID id = environment.getEnvironmentId();
    return widest(
        Stream.concat(
            Stream.of(name(environment)),
            table.rows().stream().map(row -> cell(row.cells().get(id), WIDEST_COLUMN))));
  }

  private int lastInBlock(List<Column> columns, int from) {
    int left = available();
    int to = from;
    while (to < columns.size() && left >= GAP.length() + columns.get(to).width()) {
      left -= GAP.length() + columns.get(to).width();
      to++;
    }
    return to;
  }

  private void addBlock(List<Column> columns) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    StringBuilder header = new StringBuilder(TerminalText.padded(FLAG, keyWidth));
    columns.forEach(
        column -> header.append(GAP).append(fitted(name(column.environment()), column.width())));
    add(header);
    @Nullable ConfigModel config = null;
    for (Row row : table.rows()) {
      if (!row.config().equals(config)) {
        config = row.config();
        add("Config '" + shown(config.getName()) + "'");
      }
      addRow(row, columns);
    }
  }

  private void addRow(Row row, List<Column> columns) {
    StringBuilder line = new StringBuilder(fitted(INDENT + key(row), keyWidth));
    for (Column column : columns) {
      String cell = cell(row.cells().get(column.id()), column.width());
      line.append(GAP).append(TerminalText.padded(cell, column.width()));
    }
    add(row.differs() ? line.append(GAP).append(DIFFERS) : line);
  }

  private void addLegend() {
    List<String> marks = new ArrayList<>();
    if (table.rows().stream().anyMatch(Row::hasRules)) {
      marks.add("* has rules");
    }
    if (table.rows().stream().anyMatch(Row::isStale)) {
      marks.add("~ stale");
    }
    if (!marks.isEmpty()) {
      lines.add("");
      lines.add(String.join(", ", marks));
    }
  }

  private void add(CharSequence line) {
    lines.add(TerminalText.cut(line.toString().stripTrailing(), width));
  }

  private static String cell(@Nullable Cell cell, int columns) {
    if (cell == null) {
      return "-";
    }
    String marks = (cell.hasRules() ? "*" : "") + (cell.isStale() ? "~" : "");
    String suffix = marks.isEmpty() ? "" : " " + marks;
    return value(cell.value(), columns - suffix.length()) + suffix;
  }

  private static String value(@Nullable SettingValue value, int columns) {
    if (value == null) {
      return "?";
    }
    return value.isString()
        ? '"' + TerminalText.cut(shown(value.asString()), columns - 2) + '"'
        : TerminalText.cut(value.toString(), columns);
  }

  private static String key(Row row) {
    return shown(row.flag().getKey());
  }

  private static String name(EnvironmentModel environment) {
    return shown(environment.getName());
  }

  private static String shown(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return TerminalText.oneLine(
        text.length() > LONGEST_LOOKED_AT ? text.substring(0, LONGEST_LOOKED_AT) : text);
  }

  private static String fitted(String text, int columns) {
    return TerminalText.padded(TerminalText.cut(text, columns), columns);
  }

  private static int widest(Stream<String> texts) {
    return texts.mapToInt(TerminalText::width).max().orElse(0);
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
