package com.configcat.management.openapi.replay;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.drift.Verdict;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * The pinned document with one thing changed, and what is to come of it.
 *
 * @param name says the change in a few words, fit for a file's name
 * @param change makes it, on a copy of the pinned document as it came
 * @param verdict what it means for users of the client
 * @param refused the beginnings of the sentences with which the check turns the document down,
 *     since the facade uses what changed; empty where it is built from
 */
public record ReplayCase(
    String name, Consumer<ObjectNode> change, Verdict verdict, List<String> refused) {

  static ReplayCase nothing(String name, Consumer<ObjectNode> change) {
    return new ReplayCase(name, change, Verdict.NOTHING, List.of());
  }

  static ReplayCase minor(String name, Consumer<ObjectNode> change) {
    return new ReplayCase(name, change, Verdict.MINOR, List.of());
  }

  static ReplayCase major(String name, Consumer<ObjectNode> change) {
    return new ReplayCase(name, change, Verdict.MAJOR, List.of());
  }

  ReplayCase refusedFor(String... sentences) {
    return new ReplayCase(name, change, verdict, List.of(sentences));
  }

  /** Whether the facade cannot live with it. */
  public boolean isRefused() {
    return !refused.isEmpty();
  }

  /** Returns the changed document, as it would be pulled. */
  public ObjectNode document() {
    ObjectNode document = Documents.pinned();
    change.accept(document);
    if (document.equals(Documents.pinned())) {
      throw new AssertionError(name + " changes nothing: does its place still exist?");
    }
    return document;
  }

  @Override
  public String toString() {
    return name;
  }
}
