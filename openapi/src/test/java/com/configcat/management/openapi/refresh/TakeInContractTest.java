package com.configcat.management.openapi.refresh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the script makes of what Maven does; a stand-in for Maven does it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class TakeInContractTest {
  @TempDir Path folder;
  private Path out;
  private String output = "";

  @BeforeEach
  void copyTheScript() throws IOException {
    Path ci = Files.createDirectories(folder.resolve(".ci"));
    Files.copy(
        Documents.CONTRACT.toAbsolutePath().resolve("../../.ci/take-in-contract"),
        ci.resolve("take-in-contract"));
    out = folder.resolve("openapi/target/refresh");
    refresh("exit 1");
    verify("echo verified");
  }

  @Test
  void nothingNewEndsAtOnce() throws Exception {
    refresh(left("changed=false", "words=0"));

    assertThat(run()).isZero();
    assertThat(output).endsWith("Nothing new.\n").doesNotContain("verified");
    assertThat(out.resolve("pull-request.md")).doesNotExist();
  }

  @Test
  void doneAgainItStillTellsOfMissingWords() throws Exception {
    refresh(left("changed=false", "words=7"));

    assertThat(run()).isEqualTo(3);
    assertThat(output)
        .contains("Still without words: 7 places, see openapi/target/refresh/needs-words.md.")
        .doesNotContain("verified");
  }

  @Test
  void withoutADocumentThereIsNothingToTakeInWhateverAnEarlierRunLeft() throws Exception {
    Files.createDirectories(out);
    Files.writeString(out.resolve("refresh.properties"), "changed=true\nwords=0\n");

    assertThat(run()).isEqualTo(2);
    assertThat(output).endsWith("There is no document to take in.\n");
  }

  @Test
  void isReadyWhenEverythingPasses() throws Exception {
    refresh(left("changed=true", "words=0") + drift("minor"));

    assertThat(run()).isZero();
    assertThat(output).contains("verified: -B verify -Durl=x -Dcontract.mode=pinned\n");
    assertThat(pullRequest())
        .containsExactly("**Ready.** Everything passes.", "", "# Drift", "", "# Words");
  }

  @Test
  void missingWordsAreToldApartFromWhatBreaks() throws Exception {
    refresh(left("changed=true", "words=7") + drift("minor"));

    assertThat(run()).isEqualTo(3);
    assertThat(output).contains("-Dcontract.mode=pinned -DexcludedGroups=words\n");
    assertThat(pullRequest().get(0)).startsWith("**Needs words** in 7 places");
  }

  @Test
  void aRedBuildIsMoreThanMissingWords() throws Exception {
    refresh(left("changed=true", "words=7") + drift("minor"));
    verify("echo '[ERROR] FooTest failed'; echo other; exit 1");

    assertThat(run()).isEqualTo(1);
    assertThat(pullRequest())
        .startsWith("**The build fails:** see build.log.", "", "```", "[ERROR] FooTest failed")
        .contains("# Drift", "# Words")
        .doesNotContain("other");
  }

  @Test
  void whatBreaksForUsersIsRedThoughEverythingPasses() throws Exception {
    refresh(left("changed=true", "words=0") + drift("major"));

    assertThat(run()).isEqualTo(1);
    assertThat(pullRequest().get(0)).startsWith("**Breaks for users of the client:**");
  }

  @Test
  void whatTheFacadeNeedsIsNamedAndNothingIsBuilt() throws Exception {
    refresh(
        left("changed=true", "words=7")
            + drift("major")
            + "echo '[ERROR] Failed: it would break the facade: a is gone, b -> [Help 1]'\nexit 1");

    assertThat(run()).isEqualTo(1);
    assertThat(output).doesNotContain("verified");
    assertThat(pullRequest())
        .startsWith(
            "**Breaks the facade.** Nothing was built. would break the facade: a is gone, b")
        .contains("# Drift", "# Words");
  }

  @Test
  void withoutAReportNobodyKnowsWhatBreaks() throws Exception {
    refresh(left("changed=true", "words=0"));

    assertThat(run()).isEqualTo(1);
    assertThat(pullRequest().get(0)).contains("There is no drift report");
  }

  @Test
  void aLongReportIsCutToWhatGitHubTakes() throws Exception {
    refresh(
        left("changed=true", "words=0")
            + drift("minor")
            + "for i in {1..9999}; do echo 'a line of the rëport'; done >> $out/drift/drift.md\n");

    assertThat(run()).isZero();
    assertThat(String.join("\n", pullRequest()).getBytes(UTF_8)).hasSizeBetween(59_000, 60_100);
    assertThat(pullRequest()).endsWith("… and more: see whole.md.");
    assertThat(out.resolve("whole.md")).content().endsWith("# Words\n");
  }

  private static String left(String... properties) {
    return "printf '%s\\n' "
        + String.join(" ", properties)
        + " > $out/refresh.properties\n"
        + "echo '# Words' > $out/needs-words.md\n";
  }

  private static String drift(String verdict) {
    return "mkdir -p $out/drift\necho '# Drift' > $out/drift/drift.md\n"
        + ("echo drift.verdict=" + verdict + " > $out/drift/drift.properties\n");
  }

  private void refresh(String commands) throws IOException {
    stub("refresh", "out=openapi/target/refresh\n" + commands);
  }

  private void verify(String commands) throws IOException {
    stub("verify", "echo \"verified: $*\"\n" + commands);
  }

  private void stub(String name, String commands) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.writeString(bin.resolve(name), commands + "\n");
    Path maven = bin.resolve("mvn");
    Files.writeString(
        maven,
        """
        #!/usr/bin/env bash
        set -e
        case "$*" in
          *-Prefresh-contract*) . bin/refresh ;;
          *) . bin/verify ;;
        esac
        """);
    assertThat(maven.toFile().setExecutable(true)).isTrue();
  }

  private int run() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", ".ci/take-in-contract", "-Durl=x").directory(folder.toFile());
    builder.environment().merge("PATH", folder + "/bin", (path, bin) -> bin + ":" + path);
    Process process = builder.redirectErrorStream(true).start();
    output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private List<String> pullRequest() throws IOException {
    return Files.readAllLines(out.resolve("pull-request.md"));
  }
}
