package com.configcat.management.openapi.replay;

import com.configcat.management.openapi.Documents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Documents of this API that others could have written: other words or none, another order, other
 * forms, and more in them than the pinned one has. The whole build is green on each.
 */
public final class ForeignDocuments {
  /** Additions that may stop a build: more than a method can take, or more than a test sets. */
  private static final Set<String> REFUSED =
      Set.of("many-optional-parameters", "required-response-property");

  private ForeignDocuments() {}

  /** Returns them by name. */
  public static Map<String, ObjectNode> all() {
    Map<String, ObjectNode> documents = new LinkedHashMap<>();
    documents.put("bare", bare());
    documents.put("wordy", wordy());
    documents.put("grown", grown());
    return documents;
  }

  /** No words, no examples, everything shared that can be. */
  private static ObjectNode bare() {
    return rewritten(
        1,
        Documents.pinned(),
        List.of(
            "without-words",
            "references-in-all-of",
            "shared-parameters",
            "shared-answers",
            "shared-bodies",
            "tags-removed",
            "closed-schemas",
            "shuffled"));
  }

  /** Strange words, wrong examples, much that says nothing. */
  private static ObjectNode wordy() {
    return rewritten(
        2,
        Documents.pinned(),
        List.of(
            "odd-words",
            "defaults-spelled-out",
            "media-types",
            "servers",
            "headers-links-callbacks",
            "bodies-of-failures",
            "security-at-operations",
            "extensions",
            "wrong-examples",
            "parameters-at-the-path",
            "tags-merged",
            "unique-items",
            "formats-of-texts",
            "shuffled"));
  }

  /** Every addition at once, then without words. */
  private static ObjectNode grown() {
    ObjectNode document = Documents.pinned();
    ReplayCatalog.additive().forEach(replay -> replay.change().accept(document));
    Random random = new Random(3);
    for (int round = 0; round < 3; round++) {
      for (Mutation addition : RandomAdditions.all()) {
        if (!REFUSED.contains(addition.name())) {
          addition.change().apply(document, random);
        }
      }
    }
    return rewritten(
        4,
        document,
        List.of(
            "without-words", "tags-renamed", "operation-ids-renamed", "media-types", "shuffled"));
  }

  private static ObjectNode rewritten(long seed, ObjectNode document, List<String> names) {
    Random random = new Random(seed);
    for (String name : names) {
      java.util.stream.Stream.concat(Rewrites.all().stream(), Spellings.all().stream())
          .filter(mutation -> mutation.name().equals(name))
          .findFirst()
          .orElseThrow()
          .change()
          .apply(document, random);
    }
    return document;
  }
}
