package com.configcat.management.openapi.replay;

import com.configcat.management.openapi.Documents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The pinned document with several mutations that a seed draws.
 *
 * @param seed draws the same document again
 * @param mutations their names, in the order in which they were made
 * @param document what came of it
 */
public record DrawnDocument(long seed, List<String> mutations, ObjectNode document) {

  /** Draws a document: a few changes, and then other ways to write what came of them. */
  public static DrawnDocument of(long seed) {
    Random random = new Random(seed);
    ObjectNode document = Documents.pinned();
    List<Mutation> drawn = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      drawn.add(Pick.one(RandomAdditions.all(), random));
    }
    if (random.nextInt(2) == 0) {
      drawn.add(Pick.one(OddAdditions.all(), random));
    }
    if (random.nextInt(4) == 0) {
      drawn.add(Pick.one(RandomBreakages.all(), random));
    }
    List<Mutation> rewrites =
        new ArrayList<>(Stream.concat(Rewrites.all().stream(), Spellings.all().stream()).toList());
    Collections.shuffle(rewrites, random);
    drawn.addAll(rewrites.subList(0, random.nextInt(4) + (drawn.isEmpty() ? 1 : 0)));
    drawn.forEach(mutation -> mutation.change().apply(document, random));
    return new DrawnDocument(seed, drawn.stream().map(Mutation::name).toList(), document);
  }

  @Override
  public String toString() {
    return "seed-" + seed + " " + mutations;
  }
}
