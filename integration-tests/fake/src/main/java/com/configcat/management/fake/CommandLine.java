package com.configcat.management.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of the command. */
final class CommandLine {
  static final String USAGE =
      """
      Usage: java -jar configcat-management-fake-standalone.jar [options]

        --port N           the port to listen on; 8079 by default, 0 for any free one
        --address A        the address to listen on; the loopback address by default
        --seed S           what is there at the start: shop (the default), empty, or a JSON file
        --state FILE       keeps the state in a file from one run to the next
        --policy P         requests allowed of each operation: 20/s,500/min or none (the default)
        --algorithm A      how they are counted: fixed, sliding (the default) or bucket
        --fault F          something that goes wrong, [OPERATION=]KIND[@N]; can be repeated
                           KIND: a status from 400 to 599, close-before, close-after, cut-after,
                           slow:MILLISECONDS; N: at the Nth request only
                           503@3   'PUT /v1/settings/{settingKeyOrId}/value=close-after'
        --help             prints this
      """;

  private static final int DEFAULT_PORT = 8079;
  private static final int REMEMBERED = 200;
  private static final Pattern FAULT =
      Pattern.compile("(?:(.+)=)?([a-z0-9:-]+?)(?:@([0-9]{1,9}))?");

  private final ConfigCatFakeBuilder builder =
      ConfigCatFake.builder().rememberedRequests(REMEMBERED).clock(InstantSource.system());
  private final List<Consumer<ConfigCatFake>> afterwards = new ArrayList<>();
  private RequestQuota policy = RequestQuota.none();
  private RequestQuota.Algorithm algorithm = RequestQuota.Algorithm.SLIDING;
  private boolean help;

  private CommandLine() {}

  /**
   * Reads arguments.
   *
   * @throws IllegalArgumentException if one is wrong
   */
  static CommandLine parse(String... arguments) {
    CommandLine line = new CommandLine();
    line.builder.port(DEFAULT_PORT).seed(Seed.shop());
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      line.option(rest.next(), rest);
    }
    line.builder.quota(line.policy.counted(line.algorithm));
    return line;
  }

  private void option(String argument, Iterator<String> rest) {
    if (argument.equals("--help") || argument.equals("-h")) {
      help = true;
      return;
    }
    int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
    String name = equals < 0 ? argument : argument.substring(0, equals);
    if (!List.of("--port", "--address", "--seed", "--state", "--policy", "--algorithm", "--fault")
        .contains(name)) {
      throw new IllegalArgumentException("'" + argument + "' is no option; see --help");
    }
    if (equals < 0 && !rest.hasNext()) {
      throw new IllegalArgumentException(name + " lacks its value; see --help");
    }
    String value = equals < 0 ? rest.next() : argument.substring(equals + 1);
    switch (name) {
      case "--port" -> builder.port(port(value));
      case "--address" -> builder.address(address(value));
      case "--seed" -> builder.seed(seed(value));
      case "--state" -> builder.stateFile(Path.of(value));
      case "--policy" -> policy = policy(value);
      case "--algorithm" -> algorithm = algorithm(value);
      default -> afterwards.add(fault(value));
    }
  }

  private static int port(String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new IllegalArgumentException(
        "--port takes a number from 0 to 65535, not '" + value + "'");
  }

  private static InetAddress address(String value) {
    try {
      return InetAddress.getByName(value);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("--address: this machine has no '" + value + "'", e);
    }
  }

  private static Consumer<World> seed(String value) {
    return switch (value) {
      case "shop" -> Seed.shop();
      case "empty" -> world -> {};
      default -> seedFile(value);
    };
  }

  private static Consumer<World> seedFile(String value) {
    Path file = Path.of(value);
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "--seed takes shop, empty or a file; there is no file '" + value + "'");
    }
    try {
      Seed seed = Seed.read(file);
      return world -> plant(seed, world, value);
    } catch (IOException e) {
      throw new IllegalArgumentException("--seed: cannot read " + value + ": " + e, e);
    } catch (IllegalArgumentException e) {
      throw notPlanted(value, e);
    }
  }

  private static void plant(Seed seed, World world, String file) {
    try {
      seed.accept(world);
    } catch (IllegalArgumentException e) {
      throw notPlanted(file, e);
    }
  }

  private static IllegalArgumentException notPlanted(String file, IllegalArgumentException cause) {
    return new IllegalArgumentException("--seed " + file + ": " + cause.getMessage(), cause);
  }

  private static RequestQuota policy(String value) {
    try {
      return RequestQuota.parse(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--policy: " + e.getMessage(), e);
    }
  }

  private static RequestQuota.Algorithm algorithm(String value) {
    for (RequestQuota.Algorithm each : RequestQuota.Algorithm.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "--algorithm takes fixed, sliding or bucket, not '" + value + "'");
  }

  private static Consumer<ConfigCatFake> fault(String value) {
    Matcher matcher = FAULT.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("--fault does not take '" + value + "'; see --help");
    }
    String operation = matcher.group(1) == null ? "" : matcher.group(1);
    Fault fault = kind(matcher.group(2));
    if (matcher.group(3) == null) {
      return fake -> fake.faults().always(known(fake, operation), fault);
    }
    int n = Integer.parseInt(matcher.group(3));
    return operation.isEmpty()
        ? fake -> fake.faults().at(n, fault)
        : fake -> fake.faults().at(n, known(fake, operation), fault);
  }

  private static String known(ConfigCatFake fake, String operation) {
    if (!operation.isEmpty() && !fake.served().contains(operation)) {
      throw new IllegalArgumentException(
          "--fault: '" + operation + "' is no operation such as 'GET /v1/products/{productId}'");
    }
    return operation;
  }

  private static Fault kind(String kind) {
    if (kind.matches("[45][0-9][0-9]")) {
      return Fault.statusBefore(Integer.parseInt(kind));
    }
    if (kind.matches("slow:[0-9]{1,7}")) {
      return Fault.slow(Duration.ofMillis(Long.parseLong(kind.substring(5))));
    }
    return switch (kind) {
      case "close-before" -> Fault.closeBefore();
      case "close-after" -> Fault.closeAfter();
      case "cut-after" -> Fault.cutAfter();
      default ->
          throw new IllegalArgumentException("--fault knows no kind '" + kind + "'; see --help");
    };
  }

  boolean help() {
    return help;
  }

  /** Starts what the arguments describe. */
  ConfigCatFake start() {
    ConfigCatFake fake = builder.start();
    try {
      afterwards.forEach(each -> each.accept(fake));
      return fake;
    } catch (IllegalArgumentException e) {
      fake.close();
      throw e;
    }
  }
}
