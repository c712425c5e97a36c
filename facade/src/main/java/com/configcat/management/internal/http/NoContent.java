package com.configcat.management.internal.http;

/** Stands for an answer without content; there is none of it. */
public final class NoContent {
  private NoContent() {}
}
