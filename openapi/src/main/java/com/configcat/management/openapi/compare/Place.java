package com.configcat.management.openapi.compare;

import java.util.List;

/**
 * Where a schema stands.
 *
 * @param resource the resource it belongs to; empty where several share it
 * @param member the member that is of its type, as it is written in Java
 * @param inline the name of the class that is made of it if it has no name of its own
 * @param direction which way its values travel
 * @param typeKind the kind of change that another type is here
 * @param callers the facade's methods that use the member
 */
record Place(
    String resource,
    Sentence member,
    String inline,
    Direction direction,
    ChangeKind typeKind,
    List<String> callers) {

  /** Returns the place of an element of a list or of a value of a map. */
  Place element(String suffix) {
    return new Place(resource, member, inline + suffix, direction, typeKind, callers);
  }

  /** Begins a sentence with the member. */
  Sentence says(String words, String... names) {
    return member.then(words, names);
  }

  Change change(Severity severity, ChangeKind kind, Sentence sentence) {
    return new Change(severity, kind, resource, member, sentence, callers);
  }

  /**
   * Makes a change whose severity depends on the way that values travel.
   *
   * @param sentence what to say where it has an effect; begins with the member
   * @param harmless what to say where it has none, without the member
   */
  Change change(
      Severity whereSent,
      Severity whereRead,
      ChangeKind kind,
      Sentence sentence,
      Sentence harmless) {
    Severity severity = direction.severity(whereSent, whereRead);
    return change(severity, kind, severity == Severity.NO_EFFECT ? harmless : sentence);
  }
}
