package com.configcat.management.it.prism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What a Prism leaves behind, however it ends: nothing. */
@Isolated("It counts what this JVM has started and not ended.")
@ExtendWith(SharedPrism.class)
class PrismEndIT {
  @Test
  void showsTheLogWhenTheDocumentIsBroken(Prism shared) {
    Set<String> before = Running.now(shared);
    assertThatThrownBy(() -> Prism.start(TestDocuments.BROKEN, PrismOptions.EXAMPLES))
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("ended with code 1")
        .hasMessageContaining("broken.json")
        .hasMessageContaining("unexpected end of the stream");
    assertThat(Running.now(shared)).isEqualTo(before);
  }

  @Test
  void leavesNothingBehindWhenItDoesNotStartInTime(Prism shared) {
    Set<String> before = Running.now(shared);
    PrismOptions hurried = PrismOptions.EXAMPLES.withStartLimit(Duration.ZERO);

    assertThatThrownBy(() -> Prism.start(TestDocuments.BOOKS, hurried))
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("was not listening after 0 ms");
    assertThat(Running.now(shared)).isEqualTo(before);
  }

  @Test
  void isGoneAfterClosingAndMayBeClosedAgain(Prism shared) {
    Set<String> before = Running.now(shared);
    Prism server = Prism.start(TestDocuments.BOOKS, PrismOptions.EXAMPLES);
    assertThat(Running.now(shared)).hasSizeGreaterThan(before.size()).containsAll(before);
    URI address = server.baseUrl();
    server.close();

    assertThat(Running.now(shared)).isEqualTo(before);
    assertThatThrownBy(() -> Http.get(address, "/books")).isInstanceOf(ConnectException.class);
    server.close();
  }

  @Test
  void closesAlsoWhenTheThreadIsInterrupted(Prism shared) {
    Set<String> before = Running.now(shared);
    Prism server = Prism.start(TestDocuments.BOOKS, PrismOptions.EXAMPLES);
    Thread.currentThread().interrupt();
    server.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(Running.now(shared)).isEqualTo(before);
  }
}
