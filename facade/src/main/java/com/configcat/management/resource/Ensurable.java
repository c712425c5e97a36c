package com.configcat.management.resource;

import com.configcat.management.core.Ensured;
import com.configcat.management.core.EnsuredAll;
import java.util.Collection;
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

  /**
   * Ensures that several resources are in their desired states. Lists the resources once and writes
   * only what differs, so that any number of them takes one call if none differs.
   *
   * <p>Each resource is treated as by {@link #ensure}, one after the other, in the order given. If
   * one fails, the others are still tried where the failure concerns that resource only: one of the
   * exceptions listed for {@link #ensure}, a bad request, a conflict, a resource that is not found,
   * or a response that cannot be decoded. Any other failure, such as missing permissions, no
   * connection, an expired deadline or a closed client, would affect the others as well: it ends
   * the run, and the remaining resources are not tried.
   *
   * <p>Each creation or update is one call. If any resource was created, all are listed once more
   * at the end, to find duplicates that somebody else created concurrently; not for flags, of which
   * the service rejects duplicates. A resource is read on its own only if the list lacks a property
   * that is set in its desired state, as it does for Segments. Lost responses and concurrent
   * writers take further calls.
   *
   * <p>Writes are based on the list: a change that somebody else makes after the list was read, and
   * before the resource is replaced, is lost as described for {@link #ensure}. With many writes,
   * this may be minutes. Flags are not affected.
   *
   * @param parentId the id of the Organization, Product or Config that contains the resources
   * @param wanted the desired states, in the form of create requests; may be empty, in which case
   *     nothing is sent
   * @return the outcome of each resource, in the order given; failures are not thrown, but are part
   *     of it
   * @throws com.configcat.management.error.ConfigCatException if the resources cannot be listed at
   *     the start; nothing was written
   * @throws IllegalArgumentException if {@link #ensure} would refuse one of the desired states, or
   *     two have the same name or key, or one that differs only in letter case where the service
   *     does not allow that; nothing was sent
   */
  EnsuredAll<C, T> ensureAll(UUID parentId, Collection<? extends C> wanted);
}
