package com.configcat.management.it.prism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a Prism leaves behind, however it ends: nothing. */
@Isolated("It counts what this JVM has started and not ended.")
class PrismEndIT {
  private static Prism books;

  @BeforeAll
  static void start() {
    books = Prism.start(TestDocuments.BOOKS, PrismOptions.EXAMPLES);
  }

  @AfterAll
  static void stop() {
    books.close();
  }

  @Test
  void showsTheLogWhenTheDocumentIsBroken() {
    Set<String> before = Running.now(books);
    assertThatThrownBy(() -> Prism.start(TestDocuments.BROKEN, PrismOptions.EXAMPLES))
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("ended with code 1")
        .hasMessageContaining("broken.json")
        .hasMessageContaining("unexpected end of the stream");
    assertThat(Running.now(books)).isEqualTo(before);
  }

  @Test
  void leavesNothingBehindWhenItDoesNotStartInTime() {
    Set<String> before = Running.now(books);
    PrismOptions hurried = PrismOptions.EXAMPLES.withStartLimit(Duration.ZERO);

    assertThatThrownBy(() -> Prism.start(TestDocuments.BOOKS, hurried))
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("was not listening after 0 ms");
    assertThat(Running.now(books)).isEqualTo(before);
  }

  @Test
  void isGoneAfterClosingAndMayBeClosedAgain() {
    Set<String> before = Running.now(books);
    Prism server = Prism.start(TestDocuments.BOOKS, PrismOptions.EXAMPLES);
    assertThat(Running.now(books)).hasSizeGreaterThan(before.size()).containsAll(before);
    URI address = server.baseUrl();
    server.close();

    assertThat(Running.now(books)).isEqualTo(before);
    assertThatThrownBy(() -> Http.get(address, "/books")).isInstanceOf(ConnectException.class);
    server.close();
  }

  @Test
  void closesAlsoWhenTheThreadIsInterrupted() {
    Set<String> before = Running.now(books);
    Prism server = Prism.start(TestDocuments.BOOKS, PrismOptions.EXAMPLES);
    Thread.currentThread().interrupt();
    server.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(Running.now(books)).isEqualTo(before);
  }
}
