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
 * One condition of a targeting rule, ready to be sent.
 *
 * <p>Made by what {@link Targeting} starts. Immutable.
 */
public final class Condition {
  private static final int LONGEST_HINT = 1500;

  private final UpdateConditionModel model;

  Condition(UpdateConditionModel model) {
    this.model = model;
  }

  /**
   * Returns the condition with a hint beside one of its listed texts, which only people see.
   *
   * @param value one of the texts that the attribute is compared with
   * @param hint says what the text means; at most 1500 characters
   * @return another condition
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
          "The condition does not list the text of the hint: give one of those it lists");
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
   * Returns the condition as the API's V2 operations take it.
   *
   * @return the condition
   */
  public UpdateConditionModel toModel() {
    return model;
  }

  /** Returns the whole condition; what users are compared with may be personal. */
  @Override
  public String toString() {
    return model.toString();
  }
}
