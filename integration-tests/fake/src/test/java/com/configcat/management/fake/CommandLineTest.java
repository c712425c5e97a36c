package com.configcat.management.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
  private static String refusal(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
    assertThat(status).isEqualTo(2);
    assertThat(out.toString(UTF_8)).isEmpty();
    String text = err.toString(UTF_8);
    assertThat(text.lines()).as("one line that says what to do").hasSize(1);
    return text;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot=1 | '--prot=1' is no option; see --help",
        "seed | 'seed' is no option; see --help",
        "--state | --state lacks its value",
        "--port=70000 | --port takes a number from 0 to 65535, not '70000'",
        "--seed=nowhere.json | there is no file 'nowhere.json'",
        "--policy=20 | '20' is not a limit such as 20/s or 500/min",
        "--algorithm=leaky | --algorithm takes fixed, sliding or bucket, not 'leaky'",
        "--fault=oops | --fault knows no kind 'oops'",
        "--fault=200 | --fault knows no kind '200'",
        "--fault=503@0 | counted from 1",
        "--fault=503@99999999999 | --fault does not take '503@99999999999'",
        "--address=192.0.2.1 | choose another port or address",
        "--state=no/such/state.json | There is no folder",
        "--state=. | The state file . is a folder",
        "--fault=GET /nowhere=503 | 'GET /nowhere' is no operation",
        "--fault=GET /nowhere=503@2 | 'GET /nowhere' is no operation"
      })
  void refusesInOneLine(String argument, String message) {
    assertThat(refusal("--port=0", argument)).contains(message);
  }

  @Test
  void aTakenPortIsToldInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(refusal("--port", Integer.toString(taken.getLocalPort())))
          .contains("Cannot listen on port " + taken.getLocalPort())
          .contains("choose another port");
    }
  }

  @Test
  void aDamagedSeedOrStateIsToldInOneLine(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("damaged.json"), "{");
    assertThat(refusal("--port=0", "--seed", file.toString())).contains("is not a JSON object");
    assertThat(refusal("--port=0", "--state", file.toString())).contains("is damaged");
    Files.writeString(file, "{\"products\" []}");
    assertThat(refusal("--port=0", "--seed", file.toString())).contains("is not a JSON object");
    assertThat(refusal("--port=0", "--state", file.toString())).contains("is damaged");
    Files.writeString(file, "{\"products\":[{\"name\":\"A\"},{\"name\":\"a\"}]}");
    assertThat(refusal("--port=0", "--seed", file.toString()))
        .contains("--seed " + file, "The service would refuse this");
  }

  @Test
  void startsWhatTheArgumentsDescribe() {
    try (ConfigCatFake fake =
        CommandLine.parse(
                "--port",
                "0",
                "--seed=empty",
                "--policy=1/h",
                "--algorithm=bucket",
                "--fault",
                "DELETE /v1/tags/{tagId}=close-before",
                "--fault=503@2")
            .start()) {
      Caller caller = Caller.of(fake);

      assertThat(caller.get("/v1/products").objects()).isEmpty();
      assertThat(caller.get("/v1/organizations").status()).isEqualTo(503);
      assertThat(caller.getText("/v1/products").status()).isEqualTo(429);
      assertThatThrownBy(() -> caller.sendOrFail("DELETE", "/v1/tags/1", null))
          .isInstanceOf(IOException.class);
    }
  }
}
