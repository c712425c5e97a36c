package com.configcat.management.openapi.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.document.ContractException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentPullTest {
  private static final int MAX = 1000;
  private final DocumentPull pull = new DocumentPull(Duration.ofSeconds(20), MAX);

  @Test
  void stopsReadingABodyOfNoAnnouncedLengthThatIsTooLarge() throws IOException {
    byte[] head =
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    try (RawServer endless =
        RawServer.answering(
            (out, closed) -> {
              out.write(head);
              while (closed.getCount() > 0) {
                out.write(head);
              }
            })) {
      assertThatThrownBy(() -> pull.pull(endless.url()))
          .isInstanceOf(ContractException.class)
          .hasMessageContaining("too large");
    }
  }

  @Test
  void takesExactlyAsMuchAsIsAllowed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "x".repeat(MAX));
    try (RawServer server = RawServer.answering(200, "text/plain", "x".repeat(MAX))) {
      assertThat(pull.pull(server.url())).hasSize(MAX);
      assertThat(pull.pull(file.toString())).hasSize(MAX);
    }
  }

  @Test
  void refusesAFileThatIsTooLargeOrNoFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "x".repeat(MAX + 1));

    assertThatThrownBy(() -> pull.pull(file.toString())).hasMessageContaining("larger than 1000");
    assertThatThrownBy(() -> pull.pull(folder.toString()))
        .hasMessageContaining("not a regular file");
    assertThatThrownBy(() -> pull.pull("file:relative"))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("file:relative");
  }

  @ParameterizedTest
  @CsvSource({
    "https://user:pass@example.com/a?key=1#x, https://example.com/a",
    "HTTP://a:p@ss@example.com:8080/a@b, HTTP://example.com:8080/a@b",
    "ftp://user@example.com/, ftp://example.com/",
    "/home/a#b?.json, /home/a#b?.json",
    "file:///tmp/a.json, file:///tmp/a.json"
  })
  void showsAPlaceWithoutWhatMayBeSecret(String place, String shown) {
    assertThat(DocumentPull.shown(place)).isEqualTo(shown);
  }
}
