package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.Json;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;

/** Cuts lists into pages. */
record Pages(Surprises surprises) {
  /** The page that a request asks for. */
  JsonObject page(
      ValidatedRequest request,
      int usualSize,
      List<JsonObject> rows,
      Function<JsonObject, JsonObject> view) {
    int number = number(request, "pageNumber", 1);
    int size = number(request, "pageSize", usualSize);
    int pages = (rows.size() + size - 1) / size;
    long start = (long) (number - 1) * size;
    boolean empty = surprises.isEmptyPage(number);
    return Json.object(
        "paging",
        Json.object(
            "currentPage",
            number,
            "totalPages",
            pages,
            "pageSize",
            size,
            "totalCount",
            rows.size(),
            "hasPrevious",
            number > 1,
            "hasNext",
            empty || number < pages),
        "data",
        Json.array(rows.stream().skip(start).limit(empty ? 0 : size).map(view)));
  }

  private static int number(ValidatedRequest request, String name, int usual) {
    String text = request.query(name);
    return text == null ? usual : Integer.parseInt(text);
  }
}
