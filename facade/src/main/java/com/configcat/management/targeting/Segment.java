package com.configcat.management.targeting;

import com.configcat.management.model.SegmentComparator;
import com.configcat.management.model.UpdateConditionModel;
import com.configcat.management.model.UpdateSegmentConditionModel;
import java.util.Objects;
import java.util.UUID;

/** Builds a condition on whether the user is in a Segment. Immutable. */
public final class Segment {
  private final UUID segmentId;

  Segment(UUID segmentId) {
    this.segmentId =
        Objects.requireNonNull(segmentId, "segmentId is null: give the id of a Segment");
  }

  /**
   * Matches users in the Segment.
   *
   * @return the condition
   */
  public Condition matches() {
    return condition(SegmentComparator.IS_IN);
  }

  /**
   * Matches users outside the Segment.
   *
   * @return the condition
   */
  public Condition doesNotMatch() {
    return condition(SegmentComparator.IS_NOT_IN);
  }

  private Condition condition(SegmentComparator comparator) {
    return new Condition(
        UpdateConditionModel.builder()
            .segmentCondition(
                UpdateSegmentConditionModel.builder()
                    .segmentId(segmentId)
                    .comparator(comparator)
                    .build())
            .build());
  }
}
