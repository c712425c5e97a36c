package com.configcat.management.fake;

import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Runs a fake from the command line. */
final class Main {
  private Main() {}

  /**
   * Starts a fake, and stops it when the process ends.
   *
   * @param arguments see {@link CommandLine}
   */
  public static void main(String... arguments) {
    int status = run(System.out, System.err, arguments);
    if (status >= 0) {
      System.exit(status);
    }
  }

  /** Returns the exit status, or -1 if a fake runs. */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    try {
      CommandLine line = CommandLine.parse(arguments);
      if (line.help()) {
        out.print(CommandLine.USAGE);
        return 0;
      }
      ConfigCatFake fake = line.start();
      Runtime.getRuntime().addShutdownHook(new Thread(fake::close));
      print(fake, out);
      return -1;
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      err.println("configcat-management-fake: " + e.getMessage());
      return 2;
    }
  }

  private static void print(ConfigCatFake fake, PrintStream out) {
    out.println("A fake of the ConfigCat Public Management API; Ctrl-C stops it.");
    out.println();
    out.println("CONFIGCAT_BASE_URL=" + fake.baseUrl());
    out.println("CONFIGCAT_API_USER=" + ConfigCatFake.USER);
    out.println("CONFIGCAT_API_PASS=" + ConfigCatFake.PASSWORD);
    fake.world()
        .sdkKeys()
        .forEach(
            (place, key) -> {
              out.println();
              out.println("# " + place);
              out.println("X-CONFIGCAT-SDKKEY: " + key);
            });
    out.flush();
  }
}
