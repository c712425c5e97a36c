package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows in other languages is answered by the command as it starts. */
class ReadmeRequestsTest {
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:8079(/[^\"'\\s]+)");

  @Test
  void itsRequestsAreAnswered() throws IOException {
    List<String> paths = new ArrayList<>();
    String[] parts = Files.readString(Path.of("README.md")).split("```", -1);
    // What is between the fences, their language first.
    for (int i = 1; i < parts.length; i += 2) {
      Matcher url = URL.matcher(parts[i]);
      while (url.find()) {
        assertThat(parts[i])
            .as("the port and the credentials of the command")
            .contains(ConfigCatFake.USER + ":" + ConfigCatFake.PASSWORD);
        paths.add(url.group(1));
      }
    }

    assertThat(paths).as("curl, Python and TypeScript").hasSize(3);
    assertThat(CommandLine.USAGE).contains("8079 by default");
    try (ConfigCatFake fake = CommandLine.parse("--port=0").start()) {
      for (String path : paths) {
        assertThat(Caller.of(fake).get(path).objects()).isNotEmpty();
      }
    }
  }
}
