package com.configcat.management.it.fake;

import com.google.gson.JsonObject;

/** Segments. */
final class Segments extends PartsOfProduct {
  Segments(Backend backend) {
    super(
        backend,
        Kind.SEGMENT,
        backend.shape("UpdateSegmentModel", "SegmentModel"),
        new Events("segmentCreated", "segmentChanged", "segmentDeleted"));
  }

  @Override
  JsonObject make(Exchange exchange) {
    return backend
        .creation()
        .segment(exchange.path("productId"), exchange.object(), exchange.credential());
  }

  @Override
  void touch(JsonObject segment, Exchange exchange) {
    segment.addProperty("lastUpdaterEmail", exchange.credential().email());
    segment.addProperty("lastUpdaterFullName", exchange.credential().user());
    segment.addProperty("updatedAt", backend.state().tick().toString());
  }

  @Override
  JsonObject listed(JsonObject segment) {
    return backend.views().listedSegment(segment);
  }

  @Override
  void remove(JsonObject segment, Exchange exchange) {
    new Removal(backend.state()).segment(segment);
  }
}
