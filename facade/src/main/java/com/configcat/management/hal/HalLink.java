package com.configcat.management.hal;

import java.util.Objects;

/**
 * Where a relation leads.
 *
 * @param href the target as the service wrote it: a URI, relative or not, or a template of one
 * @param templated whether it is a template (RFC 6570), which has to be filled in first
 */
public record HalLink(String href, boolean templated) {
  /**
   * Makes a link.
   *
   * @param href the target as the service wrote it
   * @param templated whether it is a template
   */
  public HalLink {
    Objects.requireNonNull(href, "href is null: give what the service wrote");
  }
}
