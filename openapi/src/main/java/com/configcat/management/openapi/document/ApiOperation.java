package com.configcat.management.openapi.document;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An operation of a document.
 *
 * @param method such as {@code GET}
 * @param path its template
 * @param json the document's own node
 */
public record ApiOperation(String method, String path, ObjectNode json) {
  /** Returns {@code GET /v1/products}, by which an operation is known. */
  public String key() {
    return method + " " + path;
  }
}
