package com.configcat.management.openapi;

import com.configcat.management.openapi.document.ContractException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the build asks for.
 *
 * @param goal whether to make the build's document or to refresh the pinned one
 * @param mode where the document comes from
 * @param facade whether the document has to suit the facade and its tests
 * @param url the place of the live document: a URL or a file
 * @param offline whether the network must not be used
 * @param contract the folder of the pinned document, the fixes and the facade's use
 * @param out where the outputs go
 * @param drift where the drift report goes
 * @param refresh where a refresh says what it did and what is left to do
 * @param changelog where a refresh drafts entries
 * @param limit how long pulling may take in all
 */
record ContractSettings(
    Goal goal,
    Mode mode,
    Facade facade,
    String url,
    boolean offline,
    Path contract,
    Path out,
    Path drift,
    Path refresh,
    Path changelog,
    Duration limit) {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** The file of the pinned document. */
  Path pinned() {
    return contract.resolve("configcat-management-api.yaml");
  }

  /** The file that says what any document needs before generation. */
  Path fixes() {
    return contract.resolve("fixes.yaml");
  }

  /** Where the document comes from. */
  enum Mode {
    /** The live one, or the pinned one when that can't be had or would break the facade. */
    AUTO,
    /** The live one, or no build. */
    LIVE,
    /** The pinned one, without asking. */
    PINNED
  }

  /** Whether the document has to suit what is written by hand. */
  enum Facade {
    /** It has to give what the facade and the tests use of it. */
    CHECK,
    /** Nothing but the generated client is compiled, so it need not. */
    IGNORE
  }

  /** What is made. */
  enum Goal {
    /** The document that the client is generated from. */
    BUILD,
    /** A new pinned document. */
    REFRESH
  }

  static ContractSettings of(String... arguments) {
    Map<String, String> values = new HashMap<>();
    for (String argument : arguments) {
      int sign = argument.indexOf('=');
      if (sign < 0) {
        throw new ContractException("The argument " + argument + " is not of the form name=value");
      }
      values.put(argument.substring(0, sign), argument.substring(sign + 1));
    }
    Mode mode = choice(Mode.class, "contract.mode", value(values, "mode"));
    Facade facade = choice(Facade.class, "contract.facade", value(values, "facade"));
    if (facade == Facade.IGNORE && mode != Mode.LIVE) {
      throw new ContractException(
          "-Dcontract.facade=ignore works with -Dcontract.mode=live only: in any other mode a"
              + " document that does not fit the facade is not used at all");
    }
    return new ContractSettings(
        choice(Goal.class, "contract.goal", value(values, "goal")),
        mode,
        facade,
        value(values, "url"),
        Boolean.parseBoolean(values.get("offline")),
        Path.of(value(values, "contract")),
        Path.of(value(values, "out")),
        Path.of(value(values, "drift")),
        Path.of(value(values, "refresh")),
        Path.of(value(values, "changelog")),
        LIMIT);
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new ContractException("The argument " + name + "= is missing");
    }
    return value;
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String name, String value) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    throw new ContractException(
        name
            + " is '"
            + value
            + "': choose one of "
            + java.util.Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
  }
}
