package com.configcat.management.codec.internal;

import com.google.gson.stream.JsonReader;
import java.io.Reader;

/** Tells models to skip the members that they have no property for. */
public final class KnownMembersReader extends JsonReader {
  public KnownMembersReader(Reader in) {
    super(in);
  }
}
