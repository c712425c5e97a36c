package com.configcat.management.targeting;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.UpdateComparisonValueListModel;
import com.configcat.management.model.UpdateComparisonValueModel;
import com.configcat.management.model.UpdateConditionModel;
import com.configcat.management.model.UpdateUserConditionModel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a targeting rule.
 *
 * <p>Created from the methods of {@link Targeting}. Immutable.
 */
public final class Condition {
  private static final int LONGEST_HINT = 1500;

  private final UpdateConditionModel model;

  Condition(UpdateConditionModel model) {
    this.model = model;
  }

  /**
   * Adds a hint, for human readers only, to one of the texts that the condition lists.
   *
   * @param value one of the listed texts
   * @param hint what the text means; at most 1500 characters
   * @return a new condition with the hint
   * @throws IllegalArgumentException if this condition does not list the text, or the hint is too
   *     long
   */
  public Condition withHint(String value, String hint) {
    Objects.requireNonNull(value, "value is null: give one of the listed texts");
    Preconditions.atMost(hint, "hint", LONGEST_HINT);
    @Nullable UpdateUserConditionModel user = model.getUserCondition();
    List<UpdateComparisonValueListModel> items = user == null ? List.of() : items(user);
    if (user == null || items.stream().noneMatch(item -> value.equals(item.getValue()))) {
      throw new IllegalArgumentException(
          "The condition does not list the text that the hint is for: give one that it lists");
    }
    List<UpdateComparisonValueListModel> hinted =
        items.stream()
            .map(item -> value.equals(item.getValue()) ? item.toBuilder().hint(hint).build() : item)
            .toList();
    return new Condition(
        UpdateConditionModel.builder()
            .userCondition(
                user.toBuilder()
                    .comparisonValue(UpdateComparisonValueModel.builder().listValue(hinted).build())
                    .build())
            .build());
  }

  private static List<UpdateComparisonValueListModel> items(UpdateUserConditionModel user) {
    @Nullable UpdateComparisonValueModel compared = user.getComparisonValue();
    @Nullable List<UpdateComparisonValueListModel> items =
        compared == null ? null : compared.getListValue();
    return items == null ? List.of() : items;
  }

  /**
   * Converts the condition to the model that the V2 operations of the API accept.
   *
   * @return the model
   */
  public UpdateConditionModel toModel() {
    return model;
  }

  /** Returns the full condition, whose comparison values may be personal data. */
  @Override
  public String toString() {
    return model.toString();
  }
}
