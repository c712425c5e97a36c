package com.configcat.management.hal;

import java.util.Objects;

/**
 * The target of a link relation.
 *
 * @param href the target as sent by the service: an absolute or relative URI, or a URI template
 * @param templated whether it is a URI template (RFC 6570), which must be expanded first
 */
public record HalLink(String href, boolean templated) {
  /**
   * Creates a link.
   *
   * @param href the target as sent by the service
   * @param templated whether it is a URI template
   */
  public HalLink {
    Objects.requireNonNull(href, "href is null: give the URI of the link");
  }
}
