package com.configcat.management.resource;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Resources that can be found by what people call them: flags by their key, all others by their
 * name.
 *
 * <p>Names and keys are compared exactly: upper and lower case count, and so do blanks. Each method
 * lists all that there are with one request, and chooses here.
 *
 * @param <T> what is found
 */
public interface Findable<T> {
  /**
   * Looks for the one of a name.
   *
   * @param parentId of the Organization, Product or Config that it belongs to
   * @param name its name, or its key if it is a flag
   * @return nothing if there is none
   * @throws com.configcat.management.error.AmbiguousMatchException if several have the name; it
   *     says their ids
   */
  Optional<T> find(UUID parentId, String name);

  /**
   * Looks for the one of a name, which has to be there.
   *
   * @param parentId of the Organization, Product or Config that it belongs to
   * @param name its name, or its key if it is a flag
   * @return the one
   * @throws com.configcat.management.error.NoMatchException if there is none; it says what is
   *     nearly called like that
   * @throws com.configcat.management.error.AmbiguousMatchException if several have the name; it
   *     says their ids
   */
  T require(UUID parentId, String name);

  /**
   * Looks for all whose names fulfil a condition.
   *
   * @param parentId of the Organization, Product or Config that they belong to
   * @param name is given names, or keys if they are flags
   * @return as the service orders them; empty if there is none
   */
  List<T> findAll(UUID parentId, Predicate<? super String> name);
}
