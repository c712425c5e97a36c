package com.configcat.management.it.prism;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * Shell scripts in the place of {@code node} and {@code npm}, in a folder that is the whole PATH.
 */
record FakeTools(Path folder) {
  private static final String CLI = "node_modules/@stoplight/prism-cli/dist/index.js";

  FakeTools node(String version) throws IOException {
    script("node", "echo " + version);
    return this;
  }

  /** An npm that notes its arguments and makes the one file that counts. */
  FakeTools npm() throws IOException {
    return npm("/bin/mkdir -p " + Path.of(CLI).getParent() + "; : > " + CLI);
  }

  FakeTools npm(String then) throws IOException {
    script("npm", "echo \"$@\" >> " + calls() + "; " + then);
    return this;
  }

  NodeTools find() {
    return NodeTools.find(environment());
  }

  Map<String, String> environment() {
    return Map.of("PATH", folder.toString());
  }

  /** The arguments of each run of npm. */
  List<String> npmCalls() throws IOException {
    return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
  }

  private Path calls() {
    return folder.resolve("npm-calls");
  }

  private void script(String name, String body) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
