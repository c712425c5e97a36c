package com.configcat.management.openapi.words;

import java.util.List;

/**
 * A place in a document that has to be described and is not.
 *
 * @param subject the operation, schema or tag it is about
 * @param part what of the subject, such as {@code property name}
 * @param holder the keys and indexes that lead to the object with the gap
 * @param key what is missing there: {@code summary}, {@code description} or {@code example}
 */
public record WordGap(String subject, String part, List<String> holder, String key) {

  /** Says in a few words what to write. */
  public String what() {
    return part.isEmpty() ? key : key.equals("description") ? part : part + " (" + key + ")";
  }
}
