package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.compare.Change;
import com.configcat.management.openapi.compare.ChangeKind;
import com.configcat.management.openapi.compare.Sentence;
import com.configcat.management.openapi.compare.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What to write under {@code [Unreleased]} of the changelog when the document is taken over. */
final class ChangelogDraft {
  private static final Set<ChangeKind> REMOVALS =
      Set.of(
          ChangeKind.OPERATION_GONE,
          ChangeKind.ARGUMENT_GONE,
          ChangeKind.OPTION_GONE,
          ChangeKind.BODY_GONE,
          ChangeKind.PROPERTY_GONE,
          ChangeKind.VALUE_GONE,
          ChangeKind.MODEL_GONE);

  private ChangelogDraft() {}

  static String text(Drift drift) {
    List<Sentence> added = new ArrayList<>();
    List<Sentence> models = new ArrayList<>();
    List<Sentence> changed = new ArrayList<>();
    List<Sentence> removed = new ArrayList<>();
    for (Change change : drift.changes()) {
      if (change.severity() == Severity.ADDS) {
        (change.kind() == ChangeKind.MODEL_NEW ? models : added)
            .add(change.kind() == ChangeKind.MODEL_NEW ? change.member() : change.sentence());
      } else if (change.severity() != Severity.NO_EFFECT) {
        (REMOVALS.contains(change.kind()) ? removed : changed).add(change.sentence());
      }
    }
    if (!models.isEmpty()) {
      added.add(new Sentence("models: ", List.of()).then(Outline.list(models)));
    }
    return part("New", added) + part("Changed", changed) + part("Removed", removed);
  }

  private static String part(String title, List<Sentence> sentences) {
    if (sentences.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("**" + title + "**\n\n");
    for (Sentence sentence : sentences) {
      text.append("- ")
          .append(sentence.capitalized().write(UnaryOperator.identity(), ChangelogDraft::name))
          .append(".\n");
    }
    return text.append('\n').toString();
  }

  /** The changelog leaves out where the client comes from: {@code flags().list(configId)}. */
  private static String name(String name) {
    return DriftMarkdown.code(name.replaceFirst("^configcat\\.", ""));
  }
}
