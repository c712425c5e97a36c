package com.configcat.management.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Where the credentials of each attempt come from. */
public final class CredentialsSource {
  /** Of those that were in use, for masking: more than a rotation has at a time. */
  private static final int REMEMBERED = 4;

  private final @Nullable Credentials fixed;
  private final String name;
  private final Callable<Credentials> provider;

  /** The last ones first; replaced as a whole. */
  private volatile List<Credentials> recent = List.of();

  private CredentialsSource(
      @Nullable Credentials fixed, String name, Callable<Credentials> provider) {
    this.fixed = fixed;
    this.name = name;
    this.provider = provider;
  }

  public static CredentialsSource fixed(Credentials credentials) {
    return new CredentialsSource(credentials, "", () -> credentials);
  }

  /**
   * Returns a source that asks a user's provider.
   *
   * @param name names the provider in messages
   */
  public static CredentialsSource provided(String name, Callable<Credentials> provider) {
    return new CredentialsSource(null, name, provider);
  }

  /** Returns the credentials that never change; null if a provider is asked. */
  public @Nullable Credentials fixed() {
    return fixed;
  }

  public String name() {
    return name;
  }

  /** Asks the provider. */
  Credentials get() throws Exception {
    Credentials credentials =
        Objects.requireNonNull(provider.call(), "The credentials provider returned null");
    if (recent.isEmpty() || !recent.get(0).isSameAs(credentials)) {
      remember(credentials);
    }
    return credentials;
  }

  private synchronized void remember(Credentials credentials) {
    List<Credentials> all = new ArrayList<>(recent);
    all.removeIf(credentials::isSameAs);
    all.add(0, credentials);
    recent = List.copyOf(all.subList(0, Math.min(REMEMBERED, all.size())));
  }

  /** Returns what to mask of the credentials that the provider gave last. */
  List<String> secrets() {
    return recent.stream().flatMap(credentials -> credentials.secrets().stream()).toList();
  }
}
