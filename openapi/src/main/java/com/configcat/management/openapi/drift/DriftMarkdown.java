package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.compare.Sentence;
import com.configcat.management.openapi.drift.Outline.Group;
import com.configcat.management.openapi.drift.Outline.Section;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The drift report as Markdown, for a pull request. */
final class DriftMarkdown {
  private static final Pattern BACKTICKS = Pattern.compile("`+");
  private final StringBuilder text = new StringBuilder();

  private DriftMarkdown() {}

  static String text(Heading heading, List<Section> sections) {
    DriftMarkdown markdown = new DriftMarkdown();
    markdown.head(heading);
    sections.forEach(markdown::section);
    return markdown.text.toString();
  }

  private void head(Heading heading) {
    text.append("# ").append(heading.verdict()).append("\n\n");
    text.append(heading.countsInWords())
        .append(". ")
        .append(written(heading.origin()))
        .append('\n');
    if (!heading.used()) {
      text.append('\n').append(Heading.REFUSED).append('\n');
    }
  }

  private void section(Section section) {
    if (!section.open().isEmpty()) {
      text.append("\n## ").append(section.title()).append('\n');
      section.open().forEach(this::group);
    }
    if (!section.folded().isEmpty()) {
      text.append("\n<details><summary>").append(section.summary()).append("</summary>\n");
      section.folded().forEach(this::group);
      text.append("\n</details>\n");
    }
  }

  private void group(Group group) {
    if (!group.heading().words().isEmpty()) {
      text.append("\n**").append(written(group.heading())).append("**\n");
    }
    text.append('\n');
    group.items().forEach(item -> text.append("- ").append(written(item)).append('\n'));
  }

  private static String written(Sentence sentence) {
    return sentence.write(UnaryOperator.identity(), DriftMarkdown::code);
  }

  /** Writes a name so that nothing in it is Markdown or HTML, not even a backtick. */
  static String code(String name) {
    String shown = Shown.of(name);
    int longest =
        BACKTICKS.matcher(shown).results().mapToInt(run -> run.group().length()).max().orElse(0);
    String fence = "`".repeat(longest + 1);
    String space = longest > 0 ? " " : "";
    return fence + space + shown + space + fence;
  }
}
