package com.configcat.management.resource;

import com.configcat.management.core.Ensured;
import java.util.UUID;

/**
 * Resources for which a desired state can be ensured.
 *
 * @param <C> the model of the create request
 * @param <T> the resource
 */
public interface Ensurable<C, T> {
  /**
   * Ensures that a resource is in the desired state: creates it if none has its name (key, for a
   * flag), updates it if it differs, and otherwise writes nothing.
   *
   * <p>Only the properties set in {@code wanted} are compared. All others keep their values,
   * including those unknown to this client. Properties that only apply to creation, such as the
   * initial values of a flag, are ignored if the resource exists.
   *
   * <p>If the response to a write is lost, the resource is read again. If it is then in the desired
   * state, the write counts as done by this call; if not, it is sent once more. If somebody else
   * creates a resource with the same name first, that one is updated instead. If the service
   * accepted both, the later one is deleted if this call created it, unless it is already in use.
   * Two concurrent calls thus normally end with one resource.
   *
   * <p>Resources that the API can only replace are sent as just read, with the changes applied.
   * They have no version: a change that somebody else makes between read and write is lost. This is
   * normally a fraction of a second, but may be minutes if the write has to wait after a 429. Flags
   * are not affected, because they are patched.
   *
   * @param parentId the id of the Organization, Product or Config that contains the resource
   * @param wanted the desired state, in the form of a create request
   * @return the current resource, and what was done
   * @throws com.configcat.management.error.ImmutablePropertyException if the resource exists and
   *     differs in a property that cannot be changed; nothing was written
   * @throws com.configcat.management.error.CaseMismatchException if there is none with the name,
   *     but one whose name differs only in letter case, which the service does not allow; nothing
   *     was written. Not for Configs and Tags, of which this is unknown
   * @throws com.configcat.management.error.AmbiguousMatchException if several resources have the
   *     name, or somebody else created one concurrently and both are left
   * @throws com.configcat.management.error.ConfigCatException if a call fails; {@code
   *     requestMayHaveBeenApplied()} tells whether something may have been written
   * @throws IllegalArgumentException if the name is missing or blank, starts or ends with
   *     whitespace, or has control characters; for a flag, if the key is not a letter followed by
   *     letters, digits, {@code _} and {@code -}, or two predefined variations have the same value
   *     or name; nothing was sent
   */
  Ensured<T> ensure(UUID parentId, C wanted);
}
