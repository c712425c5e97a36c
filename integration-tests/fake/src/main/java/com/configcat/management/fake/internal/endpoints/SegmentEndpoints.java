package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Removal;
import com.google.gson.JsonObject;

final class SegmentEndpoints extends CrudEndpoints {
  SegmentEndpoints(Backend backend) {
    super(
        backend,
        EntityType.SEGMENT,
        backend.shape("UpdateSegmentModel", "SegmentModel"),
        new Events("segmentCreated", "segmentChanged", "segmentDeleted"));
  }

  @Override
  JsonObject make(ValidatedRequest request) {
    checkComparisonValue(request.object());
    return backend
        .creation()
        .segment(request.path("productId"), request.object(), request.credential());
  }

  @Override
  JsonObject next(JsonObject segment, ValidatedRequest request) {
    checkComparisonValue(request.object());
    return super.next(segment, request);
  }

  private static void checkComparisonValue(JsonObject body) {
    if (Json.has(body, "comparisonValue")) {
      Comparisons.checkText(Json.text(body, "comparisonValue"), "ComparisonValue");
    }
  }

  @Override
  void touch(JsonObject segment, ValidatedRequest request) {
    segment.addProperty("lastUpdaterEmail", request.credential().email());
    segment.addProperty("lastUpdaterFullName", request.credential().user());
    segment.addProperty("updatedAt", backend.state().tick().toString());
  }

  @Override
  JsonObject listed(JsonObject segment) {
    return backend.views().listedSegment(segment);
  }

  @Override
  void remove(JsonObject segment, ValidatedRequest request) {
    new Removal(backend.state()).segment(segment);
  }
}
