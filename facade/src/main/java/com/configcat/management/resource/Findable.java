package com.configcat.management.resource;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Resources that can be found by name, or by key in the case of flags.
 *
 * <p>Names and keys are compared exactly, including case and spaces. Each method lists all
 * resources of the parent with one request and filters them in the client.
 *
 * @param <T> the resource
 */
public interface Findable<T> {
  /**
   * Finds the resource with a given name.
   *
   * @param parentId the id of the Organization, Product or Config that contains it
   * @param name the name; for a flag, the key
   * @return empty if there is none
   * @throws com.configcat.management.error.AmbiguousMatchException if several have the name;
   *     contains their ids
   * @throws com.configcat.management.error.ConfigCatException if the call fails
   * @throws IllegalArgumentException if the name is blank or has control characters
   */
  Optional<T> find(UUID parentId, String name);

  /**
   * Returns the resource with a given name.
   *
   * @param parentId the id of the Organization, Product or Config that contains it
   * @param name the name; for a flag, the key
   * @return the resource
   * @throws com.configcat.management.error.NoMatchException if there is none; suggests similar
   *     names
   * @throws com.configcat.management.error.AmbiguousMatchException if several have the name;
   *     contains their ids
   * @throws com.configcat.management.error.ConfigCatException if the call fails
   * @throws IllegalArgumentException if the name is blank or has control characters
   */
  T require(UUID parentId, String name);

  /**
   * Finds all resources whose names match a predicate.
   *
   * @param parentId the id of the Organization, Product or Config that contains them
   * @param name receives names; for flags, keys
   * @return the matches in the service's order; empty if there are none
   * @throws com.configcat.management.error.ConfigCatException if the call fails
   */
  List<T> findAll(UUID parentId, Predicate<? super String> name);
}
