package com.configcat.management.openapi.replay;

import java.util.List;
import java.util.stream.Stream;

/** Every replayed change. */
public final class ReplayCatalog {
  private ReplayCatalog() {}

  public static List<ReplayCase> additive() {
    return AdditiveReplays.all();
  }

  public static List<ReplayCase> breaking() {
    return BreakingReplays.all();
  }

  public static List<ReplayCase> all() {
    return Stream.concat(additive().stream(), breaking().stream()).toList();
  }
}
