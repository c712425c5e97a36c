package com.configcat.management.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "--policy=20 | --policy: '20' is not a limit such as 20/s or 500/min",
        "--algorithm=leaky | --algorithm takes fixed, sliding or bucket, not 'leaky'",
        "--fault=oops | --fault knows no kind 'oops'",
        "--fault=200 | --fault knows no kind '200'",
        "--fault=503@0 | counted from 1",
        "--fault=503@99999999999 | --fault does not take '503@99999999999'",
        "--address=[x | --address: this machine has no '[x'",
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

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void printsItsUsage(String argument) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int status =
        Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), argument);

    assertThat(status).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo(CommandLine.USAGE);
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void usesTheRealTime() {
    Instant before = Instant.now().minusSeconds(1);
    try (ConfigCatFake fake = CommandLine.parse("--port=0", "--seed=empty").start()) {
      String organization = "/organizations/" + fake.world().organizationId();
      Caller caller = Caller.of(fake);
      caller.post("/v1" + organization + "/products", "{\"name\":\"Shop\"}");

      JsonObject log = caller.get("/v2" + organization + "/auditlogs").object();

      JsonObject last = log.getAsJsonArray("data").get(0).getAsJsonObject();
      assertThat(Instant.parse(last.get("auditLogDateTime").getAsString()))
          .isBetween(before, Instant.now());
    }
  }

  private static Instant reset(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--port=0";
    all[arguments.length + 1] = "--policy=2/h";
    try (ConfigCatFake fake = CommandLine.parse(all).start()) {
      Caller.Reply reply = Caller.of(fake).get("/v1/products");
      return Instant.parse(reply.http().headers().firstValue("X-Rate-Limit-Reset").orElseThrow());
    }
  }

  /** They differ in when all of two requests an hour are allowed again after one. */
  @Test
  void countsRequestsByTheAlgorithmGiven() {
    Instant in45Minutes = Instant.now().plus(Duration.ofMinutes(45));
    Instant fixed = reset("--algorithm=fixed");

    assertThat(fixed).as("when the hour ends").isEqualTo(fixed.truncatedTo(ChronoUnit.HOURS));
    assertThat(reset("--algorithm=bucket")).as("in 30 minutes").isBefore(in45Minutes);
    for (Instant sliding : List.of(reset("--algorithm=sliding"), reset())) {
      assertThat(sliding)
          .as("in an hour")
          .isAfter(in45Minutes)
          .isNotEqualTo(sliding.truncatedTo(ChronoUnit.HOURS));
    }
  }

  @ParameterizedTest
  @CsvSource({"close-before, 0, false", "close-after, 0, true", "cut-after, 201, true"})
  void aFaultIsOfTheKindGivenAtTheRequestGiven(String kind, int status, boolean applied) {
    String operation = "POST /v1/products/{productId}/tags";
    try (ConfigCatFake fake =
        CommandLine.parse("--port=0", "--fault=" + operation + "=" + kind + "@2").start()) {
      Caller caller = Caller.of(fake);
      String product = caller.get("/v1/products").objects().get(0).get("productId").getAsString();
      String tags = "/v1/products/" + product + "/tags";

      assertThat(caller.post(tags, "{\"name\":\"first\"}").status()).isEqualTo(201);
      assertThatThrownBy(() -> caller.sendOrFail("POST", tags, "{\"name\":\"second\"}"))
          .isInstanceOf(IOException.class);

      ReceivedRequest second = fake.requests().get(2);
      assertThat(second.status()).isEqualTo(status);
      assertThat(second.applied()).isEqualTo(applied);
    }
  }

  @Test
  void aSlowAnswerTakesTheMillisecondsGiven() {
    try (ConfigCatFake fake = CommandLine.parse("--port=0", "--fault=slow:300@2").start()) {
      Caller caller = Caller.of(fake);
      caller.get("/v1/me");
      long start = System.nanoTime();

      assertThat(caller.get("/v1/me").status()).isEqualTo(200);

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }
  }

  @Test
  void whatIsRefusedAfterTheStartIsStopped(@TempDir Path folder) {
    String state = "--state=" + folder.resolve("state.json");

    assertThat(refusal("--port=0", state, "--fault=GET /nowhere=503")).contains("is no operation");

    CommandLine.parse("--port=0", state).start().close();
  }
}
