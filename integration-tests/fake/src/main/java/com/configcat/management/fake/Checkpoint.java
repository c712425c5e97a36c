package com.configcat.management.fake;

import com.configcat.management.fake.internal.state.Credential;
import java.util.Map;

/** What a {@link ConfigCatFake} held at some moment; see {@link ConfigCatFake#checkpoint}. */
public final class Checkpoint {
  private final String state;
  private final Map<String, Credential> credentials;

  /** The state is kept as text, which takes a fraction of the tree's memory. */
  Checkpoint(String state, Map<String, Credential> credentials) {
    this.state = state;
    this.credentials = Map.copyOf(credentials);
  }

  String state() {
    return state;
  }

  Map<String, Credential> credentials() {
    return credentials;
  }
}
