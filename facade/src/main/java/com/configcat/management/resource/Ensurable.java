package com.configcat.management.resource;

import com.configcat.management.core.Ensured;
import java.util.UUID;

/**
 * Resources that can be made, or changed, until they are as wanted.
 *
 * @param <C> the model that would make one
 * @param <T> the resource
 */
public interface Ensurable<C, T> {
  /**
   * Has a resource as wanted: makes it if there is none of its name (or key, if it is a flag),
   * changes it if it differs, and writes nothing if it does not.
   *
   * <p>Only what is set in {@code wanted} is looked at. All else stays as it is, what this client
   * does not know included. What only says how a new one begins, such as the initial values of a
   * flag, is not looked at when there is one already.
   *
   * <p>No write is repeated blindly. If it is not known what became of one, the resource is read
   * again: if it is there and as wanted, this call is taken to have done it; if not, the write is
   * sent once more. If someone else was quicker to make one of the same name, that one is changed
   * instead; should the service have let both make one, the later one, if it is the one made here,
   * is deleted again unless it is in use by then. So two calls at once end with one resource.
   *
   * <p>Where the service can only replace a resource, it is sent as it was read a moment ago, with
   * the differences. It has no version, so what someone else changes between the two is undone: in
   * a moment, or in minutes where the service says 429 to the second. A flag is patched, where that
   * cannot happen.
   *
   * @param parentId of the Organization, Product or Config that it belongs to
   * @param wanted how it is to be, such as what its {@code create} method takes
   * @return the resource as the service has it now, and what was done
   * @throws com.configcat.management.error.ImmutablePropertyException if there is one that differs
   *     in what cannot be changed; nothing was written
   * @throws com.configcat.management.error.AmbiguousMatchException if several have the name
   * @throws com.configcat.management.error.ConfigCatException if a call failed; {@code
   *     requestMayHaveBeenApplied()} says whether something may have been written all the same
   * @throws IllegalArgumentException if the name begins or ends with a blank, or has control
   *     characters; nothing was sent
   */
  Ensured<T> ensure(UUID parentId, C wanted);
}
