package com.configcat.management.fake;

import com.configcat.management.fake.internal.page.Overview;
import com.configcat.management.fake.internal.page.OverviewReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes a snapshot of a fake for its page, while no request is served. */
final class Overviews {
  private static final int REQUESTS = 100;

  private Overviews() {}

  static Overview of(RequestDispatcher dispatcher, Faults faults) {
    return dispatcher.read(
        state ->
            new Overview(
                state.now().toString(),
                OverviewReader.products(state),
                faults.planned(),
                requests(dispatcher.received()),
                OverviewReader.auditLog(state)));
  }

  private static Overview.Listed<Overview.Request> requests(List<ReceivedRequest> received) {
    List<ReceivedRequest> last =
        received.subList(Math.max(0, received.size() - REQUESTS), received.size());
    List<Overview.Request> shown = new ArrayList<>();
    for (ReceivedRequest each : last) {
      shown.add(
          new Overview.Request(
              each.method(),
              each.path(),
              each.operation(),
              each.body(),
              each.status(),
              each.applied(),
              each.answer()));
    }
    Collections.reverse(shown);
    return new Overview.Listed<>(shown, received.size() - last.size());
  }
}
