package com.configcat.management.resource;

import com.configcat.management.internal.ensure.Finder;
import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.resource.ProductTree.ConfigNode;
import com.configcat.management.resource.ProductTree.FlagNode;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Formats a {@link ProductTree} for people to read. */
final class TreeText {
  private static final int LONGEST_VALUE = 40;

  private final StringJoiner lines = new StringJoiner("\n");
  private final ProductTree tree;

  TreeText(ProductTree tree) {
    this.tree = tree;
    lines.add("Product " + quoted(tree.product().getName()));
    tree.environments().forEach(one -> lines.add("  Environment " + quoted(one.getName())));
    tree.configs().forEach(this::add);
  }

  private void add(ConfigNode node) {
    ConfigModel config = node.config();
    String version =
        config.getEvaluationVersion() == null ? null : config.getEvaluationVersion().wireValue();
    lines.add(
        "  Config "
            + quoted(config.getName())
            + " ("
            + Objects.requireNonNullElse(version, "of a version unknown to this client")
            + ")");
    int widest =
        node.flags().stream()
            .mapToInt(flag -> shown(flag.flag().getKey()).length())
            .max()
            .orElse(0);
    node.flags().forEach(flag -> add(flag, widest));
  }

  private void add(FlagNode node, int keyWidth) {
    SettingModel flag = node.flag();
    String type = flag.getSettingType() == null ? null : flag.getSettingType().wireValue();
    String key = shown(flag.getKey());
    StringBuilder line = new StringBuilder("    ").append(key);
    line.append(" ".repeat(keyWidth - key.length() + 2));
    line.append(Objects.requireNonNullElse(type, "of a type unknown to this client"));
    StringJoiner values = new StringJoiner(", ", "  ", "").setEmptyValue("");
    for (EnvironmentModel environment : tree.environments()) {
      SettingValue value = node.defaultValues().get(environment.getEnvironmentId());
      if (value != null) {
        values.add(shown(environment.getName()) + ": " + text(value));
      }
    }
    lines.add(line.append(values));
  }

  private static String text(SettingValue value) {
    if (!value.isString()) {
      return value.toString();
    }
    String text = shown(value.asString());
    return '"'
        + (text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text)
        + '"';
  }

  private static String quoted(@Nullable String name) {
    return "'" + shown(name) + "'";
  }

  private static String shown(@Nullable String name) {
    return name == null ? "" : Finder.shown(name);
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
