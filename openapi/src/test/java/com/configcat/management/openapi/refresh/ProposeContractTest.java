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

/**
 * What the script does with pull requests; a repository beside it and a stand-in for gh take it.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProposeContractTest {
  private static final String PUSHED = "git -C ../origin show take-in-contract:CHANGELOG.md";
  @TempDir Path folder;
  private Path work;

  @BeforeEach
  void clone_() throws Exception {
    work = Files.createDirectories(folder.resolve("work"));
    Files.createDirectories(work.resolve(".ci"));
    Files.copy(
        Documents.CONTRACT.toAbsolutePath().resolve("../../.ci/propose-contract"),
        work.resolve(".ci/propose-contract"));
    Path gh = Files.createDirectories(folder.resolve("bin")).resolve("gh");
    Files.writeString(
        gh, "#!/usr/bin/env bash\necho \"$*\" >> ../gh\n[ \"$2\" != list ] || cat ../open\n");
    assertThat(gh.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("open"), "");
    sh(
        "git init -q -b main . && git config user.name Somebody && git config user.email"
            + " somebody@example.com && git init -q --bare ../origin && git remote add origin"
            + " ../origin && mkdir -p openapi/contract && echo old > CHANGELOG.md && echo old >"
            + " openapi/contract/a && git add -A && git commit -q -m old && git push -q origin"
            + " main");
  }

  @Test
  void proposesNothingWhenNothingChanged() throws Exception {
    assertThat(propose(0)).isEqualTo("There is nothing to propose.\n");
    assertThat(folder.resolve("gh")).doesNotExist();
  }

  @Test
  void opensAPullRequestWithTheContractAndTheChangelogAlone() throws Exception {
    sh("echo new > CHANGELOG.md; echo new > openapi/contract/a; echo other > .ci/other");

    propose(0);

    assertThat(sh(PUSHED)).isEqualTo("new\n");
    assertThat(sh("git -C ../origin diff --name-only main take-in-contract"))
        .isEqualTo("CHANGELOG.md\nopenapi/contract/a\n");
    assertThat(gh().get(1))
        .matches(
            "pr create --head take-in-contract --title Take in the API as of \\d{4}-\\d\\d-\\d\\d"
                + " --body-file openapi/target/refresh/pull-request.md");
  }

  @Test
  void whatIsRedIsADraft() throws Exception {
    sh("echo new > CHANGELOG.md");

    propose(3);

    assertThat(gh().get(1)).startsWith("pr create ").endsWith(" --draft");
  }

  @Test
  void bringsItsOwnPullRequestUpToDate() throws Exception {
    sh("echo new > CHANGELOG.md");
    propose(3);
    sh("git switch -q main && echo newer > CHANGELOG.md");
    open();

    propose(0);

    assertThat(sh(PUSHED)).isEqualTo("newer\n");
    assertThat(sh("git -C ../origin rev-list --count main..take-in-contract")).isEqualTo("1\n");
    assertThat(gh()).anyMatch(line -> line.startsWith("pr edit 7 ")).endsWith("pr ready 7");
    sh("git switch -q main && echo newest > CHANGELOG.md");
    propose(1);
    assertThat(gh()).endsWith("pr ready 7 --undo");
  }

  @Test
  void leavesAloneWhatSomebodyHasWorkedOn() throws Exception {
    sh("echo new > CHANGELOG.md");
    propose(3);
    sh("echo words > CHANGELOG.md && git commit -qam words && git push -q origin take-in-contract");
    sh("git switch -q main && echo newer > CHANGELOG.md");
    open();

    assertThat(propose(3)).contains("Somebody works on pull request 7");

    assertThat(sh(PUSHED)).isEqualTo("words\n");
    assertThat(gh()).noneMatch(line -> line.startsWith("pr edit"));
  }

  @Test
  void startsAnewWhereAnOldBranchWasLeft() throws Exception {
    sh("git switch -q -c take-in-contract && echo left > CHANGELOG.md && git commit -qam left");
    sh("git push -q origin take-in-contract && git switch -q main && echo new > CHANGELOG.md");

    propose(0);

    assertThat(sh(PUSHED)).isEqualTo("new\n");
    assertThat(sh("git -C ../origin rev-list --count main..take-in-contract")).isEqualTo("1\n");
    assertThat(gh().get(1)).startsWith("pr create");
  }

  private void open() throws IOException {
    Files.writeString(folder.resolve("open"), "7\n");
  }

  private List<String> gh() throws IOException {
    return Files.readAllLines(folder.resolve("gh"));
  }

  private String propose(int status) throws Exception {
    return sh("bash .ci/propose-contract " + status);
  }

  private String sh(String command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bash", "-ec", command).directory(work.toFile());
    builder.environment().merge("PATH", folder + "/bin", (path, bin) -> bin + ":" + path);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
