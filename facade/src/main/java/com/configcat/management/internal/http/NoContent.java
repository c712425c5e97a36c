package com.configcat.management.internal.http;

/** The type of the body of a response without content; has no instances. */
public final class NoContent {
  private NoContent() {}
}
