package com.configcat.management.openapi.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/**
 * One way to change any document of the API.
 *
 * @param name says it in a few words
 * @param change makes it; chance says where and how
 */
record Mutation(String name, Change change) {
  /** Changes a document. */
  interface Change {
    void apply(ObjectNode document, Random random);
  }
}
