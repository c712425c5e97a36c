package com.configcat.management.it.fake;

import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.it.sweep.JsonMaker;
import com.configcat.management.it.sweep.OpenApi;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import okhttp3.Credentials;

/** Requests of one operation that are wrong, in each way that is possible in an empty fake. */
final class RefusedRequests {
  /** Credentials that may only read, for which a test makes a user. */
  static final String READER = "reader";

  private static final String NOBODYS = "08d8f29c-7a1c-4a53-89d2-ffffffffffff";

  /** Lists what a ticket is linked to, which may be nothing. */
  private static final String NO_LINKS =
      "GET /v1/integrationLink/{integrationLinkType}/{key}/details";

  private final OpenApi document;
  private final OpenApi.Operation operation;

  RefusedRequests(OpenApi document, OpenApi.Operation operation) {
    this.document = document;
    this.operation = operation;
  }

  /** Gives each to a visitor, with the statuses it may be answered with. */
  void forEach(BiConsumer<RawRequest, Set<Integer>> visitor) {
    RawRequest request = wellFormed();
    visitor.accept(request.with("Authorization", ""), Set.of(401));
    visitor.accept(as(request, ConfigCatFake.USER, "wrong"), Set.of(401));
    if (!operation.method().equals("GET")) {
      visitor.accept(as(request, READER, READER), Set.of(403));
    }
    for (OpenApi.Parameter parameter : operation.parameters()) {
      if (!isText(parameter)) {
        visitor.accept(
            parameter.in().equals("path")
                ? request.withPath(parameter.name(), "x")
                : request.withQuery(parameter.name(), "x"),
            Set.of(400));
      }
    }
    if (operation.body().isPresent()) {
      visitor.accept(request.withBody("{"), Set.of(400));
      visitor.accept(request.withBody("\"x\""), Set.of(400));
      visitor.accept(request.with("Content-Type", "text/plain"), Set.of(415));
    }
    if (Walk.REDIRECTED.contains(operation.key())) {
      visitor.accept(request, Set.of(302));
    } else if (!request.path().isEmpty() && !operation.key().equals(NO_LINKS)) {
      // What a body names is missing as well, and may be missed first.
      visitor.accept(request, Set.of(404, 400));
    }
  }

  private static RawRequest as(RawRequest request, String user, String password) {
    return request.with("Authorization", Credentials.basic(user, password));
  }

  private boolean isText(OpenApi.Parameter parameter) {
    return document.resolve(parameter.schema()).toString().equals("{\"type\":\"string\"}");
  }

  /** What fits the document, of things that do not exist. */
  RawRequest wellFormed() {
    JsonMaker maker = new JsonMaker(document, new Random(1), JsonMaker.Style.MINIMAL);
    Map<String, String> path = new LinkedHashMap<>();
    for (OpenApi.Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("path")) {
        String schema = document.resolve(parameter.schema()).toString();
        path.put(
            parameter.name(),
            schema.contains("uuid")
                ? NOBODYS
                : schema.contains("integer") ? "99" : maker.make(parameter.wanted()).getAsString());
      }
    }
    return RawRequest.of(
        operation, path, operation.body().map(body -> maker.make(body).toString()).orElse(null));
  }
}
