package com.configcat.management.resource;

import com.configcat.management.internal.core.Preconditions;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Checks what resources are asked for, before anything is sent. */
final class Arguments {
  private Arguments() {}

  static UUID id(UUID id, String name) {
    return Preconditions.value(id, name, "give the id of one that is there");
  }

  static int settingId(int id) {
    return Preconditions.positive(id, "settingId", "give the id of a flag, which is more than 0");
  }

  static String text(String text, String name) {
    return Preconditions.text(text, name, "give the one to look for");
  }

  static <T> T condition(T condition) {
    return Preconditions.value(
        condition, "The condition", "give one such as name -> name.startsWith(\"test\")");
  }

  static <T> T wanted(T wanted) {
    return Preconditions.value(wanted, "wanted", "say how it is to be, with a builder");
  }

  static Set<Long> tags(long... ids) {
    Preconditions.value(ids, "tagIds", "give ids of Tags");
    if (ids.length == 0) {
      throw new IllegalArgumentException("There is no Tag: give the id of at least one");
    }
    Set<Long> tags = new LinkedHashSet<>();
    for (long id : ids) {
      if (id < 1) {
        throw new IllegalArgumentException(
            "A Tag's id is " + id + ": give the id of a Tag, which is more than 0");
      }
      tags.add(id);
    }
    return tags;
  }
}
