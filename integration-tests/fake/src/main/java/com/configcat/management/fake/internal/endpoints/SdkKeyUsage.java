package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The use of one SDK key, which is made up: a thousand requests a day for each Setting of the
 * Config, from the day on which the first was created.
 *
 * @param product the Product of the key
 * @param key the SDK key's row
 * @param since the first day
 * @param perDay the requests of each day
 */
record SdkKeyUsage(JsonObject product, JsonObject key, LocalDate since, long perDay) {
  private static final long PER_SETTING = 1_000;

  /** Returns the use of each SDK key of the Product's Configs, if there is a Setting in them. */
  static Stream<SdkKeyUsage> of(State state, JsonObject product) {
    return state
        .table(EntityType.CONFIG)
        .where("$productId", Json.text(product, "productId"))
        .stream()
        .flatMap(config -> of(state, product, Json.text(config, "configId")));
  }

  private static Stream<SdkKeyUsage> of(State state, JsonObject product, String configId) {
    List<JsonObject> settings = state.table(EntityType.SETTING).where("configId", configId);
    return settings.stream()
        .map(setting -> Instant.parse(Json.text(setting, "createdAt")))
        .min(Instant::compareTo)
        .map(first -> LocalDate.ofInstant(first, ZoneOffset.UTC))
        .stream()
        .flatMap(
            since ->
                state.table(EntityType.SDK_KEY).where("$configId", configId).stream()
                    .map(
                        key ->
                            new SdkKeyUsage(product, key, since, PER_SETTING * settings.size())));
  }

  /** Returns the requests of a month, up to today. */
  long in(YearMonth month, LocalDate today) {
    LocalDate end = month.atEndOfMonth().isBefore(today) ? month.atEndOfMonth() : today;
    return Math.max(0, ChronoUnit.DAYS.between(later(since, month.atDay(1)), end) + 1) * perDay;
  }

  /** Returns the days of use among the last ones, today included. */
  List<LocalDate> lastDays(int days, LocalDate today) {
    LocalDate end = today.plusDays(1);
    LocalDate start = later(since, end.minusDays(days));
    return start.isBefore(end) ? start.datesUntil(end).toList() : List.of();
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
