package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.compare.Change;
import com.configcat.management.openapi.compare.ChangeKind;
import com.configcat.management.openapi.compare.JavaNames;
import com.configcat.management.openapi.compare.Sentence;
import com.configcat.management.openapi.compare.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a report says, in order, whatever format it is written in. */
final class Outline {
  /**
   * How many lines of a section stand open, and of one resource there; the others are a click away.
   */
  private static final int OPEN = 15;

  private static final int OPEN_OF_ONE = 6;

  /** How many members are named that the same thing happened to, and how many callers. */
  private static final int NAMED = 4;

  private final Drift drift;
  private final JavaNames names;

  Outline(Drift drift, JavaNames names) {
    this.drift = drift;
    this.names = names;
  }

  /**
   * A heading and what stands under it.
   *
   * @param title the heading
   * @param open what is shown
   * @param summary what is said of the rest
   * @param folded the rest, shown on demand
   */
  record Section(String title, List<Group> open, String summary, List<Group> folded) {}

  /**
   * What happened to one resource.
   *
   * @param heading how a user reaches it
   * @param items one line each
   */
  record Group(Sentence heading, List<Sentence> items) {}

  /**
   * Returns the sections that have something to say: what is new, what may surprise, what breaks.
   */
  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    add(sections, "New", Severity.ADDS);
    add(sections, "May surprise", Severity.SURPRISES);
    add(sections, "Breaks", Severity.BREAKS);
    List<Sentence> harmless = harmless();
    if (!harmless.isEmpty()) {
      Group group = new Group(new Sentence("", List.of()), harmless);
      String summary = "No effect: " + drift.count(Severity.NO_EFFECT);
      sections.add(new Section("No effect", List.of(), summary, List.of(group)));
    }
    return sections;
  }

  private void add(List<Section> sections, String title, Severity severity) {
    Map<String, List<Change>> byResource = new LinkedHashMap<>();
    for (Change change : drift.of(severity)) {
      byResource.computeIfAbsent(change.resource(), none -> new ArrayList<>()).add(change);
    }
    List<Group> open = new ArrayList<>();
    List<Group> folded = new ArrayList<>();
    byResource.entrySet().stream()
        .sorted(Comparator.comparing(entry -> rank(entry.getValue())))
        .forEach(
            entry -> {
              String resource = entry.getKey();
              List<Change> changes = entry.getValue();
              Group group = new Group(heading(resource), items(changes));
              int room = Math.min(OPEN_OF_ONE, OPEN - size(open));
              int fitting = Math.min(room, group.items().size());
              addPart(open, group, 0, fitting);
              addPart(folded, group, fitting, group.items().size());
            });
    if (!open.isEmpty()) {
      sections.add(new Section(title, open, size(folded) + " more", folded));
    }
  }

  private static int size(List<Group> groups) {
    return groups.stream().mapToInt(group -> group.items().size()).sum();
  }

  /** New operations are the news that most look for. */
  private static boolean rank(List<Change> changes) {
    return changes.get(0).kind() != ChangeKind.OPERATION_NEW;
  }

  private static void addPart(List<Group> groups, Group group, int from, int to) {
    if (from < to) {
      groups.add(new Group(group.heading(), group.items().subList(from, to)));
    }
  }

  private Sentence heading(String resource) {
    return resource.isEmpty()
        ? new Sentence("Shared by several resources", List.of())
        : new Sentence("{}", List.of(names.resource(resource)));
  }

  private static List<Sentence> items(List<Change> changes) {
    List<Sentence> items = new ArrayList<>();
    List<Sentence> models = new ArrayList<>();
    for (Change change : changes) {
      if (change.kind() == ChangeKind.MODEL_NEW) {
        models.add(change.member());
        continue;
      }
      Sentence item = change.sentence().capitalized();
      // What is new is no news for code that there is already.
      boolean touches = change.severity() != Severity.ADDS && !change.callers().isEmpty();
      items.add(
          touches ? item.then("; in the facade: ").then(list(codes(change.callers()))) : item);
    }
    if (!models.isEmpty()) {
      items.add(new Sentence("New models: ", List.of()).then(list(models, models.size())));
    }
    return items;
  }

  /** Says once what happened to many. */
  private List<Sentence> harmless() {
    Map<Sentence, List<Sentence>> members = new LinkedHashMap<>();
    for (Change change : drift.of(Severity.NO_EFFECT)) {
      members.computeIfAbsent(change.sentence(), none -> new ArrayList<>()).add(change.member());
    }
    List<Sentence> items = new ArrayList<>();
    members.forEach(
        (sentence, of) ->
            items.add(
                of.get(0).words().isEmpty()
                    ? sentence
                    : list(of).capitalized().then(": ").then(sentence)));
    if (drift.wording().texts() > 0) {
      items.add(
          counted(
              drift.wording().texts(),
              "text or example reads",
              "texts and examples read",
              " otherwise"));
    }
    if (drift.wording().orders() > 0) {
      items.add(
          counted(drift.wording().orders(), "list stands", "lists stand", " in another order"));
    }
    return items;
  }

  private static Sentence counted(int number, String one, String many, String rest) {
    return new Sentence(number + " " + (number == 1 ? one : many) + rest, List.of());
  }

  private static List<Sentence> codes(List<String> names) {
    return names.stream().map(name -> new Sentence("{}", List.of(name))).toList();
  }

  static Sentence list(List<Sentence> members) {
    return list(members, NAMED);
  }

  private static Sentence list(List<Sentence> members, int named) {
    Sentence list = new Sentence("", List.of());
    for (int i = 0; i < Math.min(named, members.size()); i++) {
      list = list.then(i == 0 ? "" : ", ").then(members.get(i));
    }
    int more = members.size() - named;
    return more > 0 ? list.then(" and " + more + " more") : list;
  }
}
