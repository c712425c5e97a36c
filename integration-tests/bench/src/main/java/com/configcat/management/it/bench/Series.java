package com.configcat.management.it.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** One measure of all benchmarks and peers, in the order of the rounds. */
final class Series {
  private final Map<String, Map<String, List<Double>>> values = new HashMap<>();

  void add(String benchmark, String peer, double value) {
    values
        .computeIfAbsent(benchmark, absent -> new HashMap<>())
        .computeIfAbsent(peer, absent -> new ArrayList<>())
        .add(value);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean has(String benchmark) {
    return values.containsKey(benchmark);
  }

  private List<Double> of(String benchmark, PeerKind peer) {
    return values.getOrDefault(benchmark, Map.of()).getOrDefault(peer.name(), List.of());
  }

  /** Returns the median of all rounds, or NaN if there is none. */
  double median(String benchmark, PeerKind peer) {
    return median(of(benchmark, peer));
  }

  private static double median(List<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }

  /** Returns this client's median by another's, with the least and the most of any round. */
  String ratio(String benchmark, PeerKind peer) {
    List<Double> ours = of(benchmark, PeerKind.CLIENT);
    List<Double> others = of(benchmark, peer);
    if (ours.isEmpty() || ours.size() != others.size()) {
      return "–";
    }
    List<Double> ratios =
        IntStream.range(0, ours.size())
            .mapToObj(round -> ours.get(round) / others.get(round))
            .sorted()
            .toList();
    return String.format(
        Locale.ROOT,
        "**%.2f** (%.2f–%.2f)",
        median(ours) / median(others),
        ratios.get(0),
        ratios.get(ratios.size() - 1));
  }
}
