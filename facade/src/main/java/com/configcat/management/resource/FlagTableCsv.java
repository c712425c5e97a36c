package com.configcat.management.resource;

import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.resource.FlagTable.Cell;
import com.configcat.management.resource.FlagTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a {@link FlagTable} as CSV (RFC 4180). */
final class FlagTableCsv {
  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]|^\\s|\\s$|^$");

  /** What spreadsheets evaluate, also in full width. */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]");

  private FlagTableCsv() {}

  static String of(FlagTable table) {
    StringBuilder csv = new StringBuilder(line(header(table)));
    table.rows().forEach(row -> csv.append(line(fields(row, table.environments()))));
    return csv.toString();
  }

  private static List<String> header(FlagTable table) {
    List<String> fields = new ArrayList<>(List.of("Config", "Key", "Name", "Type", "Differs"));
    for (EnvironmentModel environment : table.environments()) {
      String name = text(environment.getName());
      fields.add(name);
      fields.add(field(environment.getName() + " has rules"));
      fields.add(field(environment.getName() + " is stale"));
    }
    return fields;
  }

  private static List<String> fields(Row row, List<EnvironmentModel> environments) {
    List<String> fields = new ArrayList<>();
    fields.add(text(row.config().getName()));
    fields.add(text(row.flag().getKey()));
    fields.add(text(row.flag().getName()));
    fields.add(text(row.type()));
    fields.add(String.valueOf(row.differs()));
    for (EnvironmentModel environment : environments) {
      @Nullable Cell cell = row.cells().get(environment.getEnvironmentId());
      fields.add(cell == null ? "" : value(cell.value()));
      fields.add(cell == null ? "" : String.valueOf(cell.hasRules()));
      fields.add(cell == null ? "" : String.valueOf(cell.isStale()));
    }
    return fields;
  }

  private static String value(@Nullable SettingValue value) {
    if (value == null) {
      return "";
    }
    return value.isString() ? text(value.asString()) : value.toString();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : field(text);
  }

  private static String field(String text) {
    String safe = FORMULA.matcher(text).find() ? "'" + text : text;
    return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static String line(List<String> fields) {
    return fields.stream().collect(Collectors.joining(",", "", "\r\n"));
  }
}
