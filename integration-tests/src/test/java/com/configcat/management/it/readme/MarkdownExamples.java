package com.configcat.management.it.readme;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Java blocks of a Markdown file, made into classes. */
final class MarkdownExamples {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^(?:<!-- (?:(On Prism)|Since Java (\\d+)|Run by (\\w+))\\. -->\\R)?```java\\R(.*?)^```",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
  private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;\\R");
  private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w*");

  /** Where an example may take types from without importing them. */
  private static final List<String> IMPORTED =
      List.of(
          "com.configcat.management",
          "com.configcat.management.api",
          "com.configcat.management.core",
          "com.configcat.management.error",
          "com.configcat.management.fake",
          "com.configcat.management.fake.junit",
          "com.configcat.management.flag",
          "com.configcat.management.hal",
          "com.configcat.management.junit",
          "com.configcat.management.listener",
          "com.configcat.management.micrometer",
          "com.configcat.management.ratelimit",
          "com.configcat.management.resource",
          "com.configcat.management.spring",
          "com.configcat.management.targeting",
          "com.configcat.management.webhook",
          "io.micrometer.common",
          "io.micrometer.core.instrument",
          "java.net",
          "java.time",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "okhttp3",
          "org.junit.jupiter.api",
          "org.junit.jupiter.api.extension",
          "org.springframework.boot.test.context",
          "org.springframework.context.annotation",
          "org.springframework.stereotype",
          "org.springframework.test.context",
          // Last, since a document may call its schemas like anything before.
          "com.configcat.management.model");

  private static final String TARGETING =
      "import static com.configcat.management.targeting.Targeting.*;%n";

  private MarkdownExamples() {}

  /**
   * One block.
   *
   * @param file the name of the file
   * @param heading the heading that it stands under
   * @param line where it begins
   * @param onPrism whether it wants Prism, since the service with state does not have it
   * @param since the first version of Java that can compile it
   * @param program the class that has it, if it needs more than an example has
   * @param code as it stands there
   */
  record Block(
      String file,
      String heading,
      int line,
      boolean onPrism,
      int since,
      @Nullable String program,
      String code) {
    boolean canRun() {
      return since <= Runtime.version().feature() && program == null;
    }

    /** The block without its imports, which are on top. */
    String body() {
      return IMPORT.matcher(code).replaceAll("").strip();
    }

    List<String> imports() {
      return IMPORT.matcher(code).results().map(MatchResult::group).toList();
    }

    String className() {
      return "Example" + file.replaceAll("\\W", "_") + line;
    }

    /**
     * What an example takes for granted, type by type, as nobody else would know which is meant.
     */
    private String usual(String imports) {
      return TYPE.matcher(code)
          .results()
          .map(MatchResult::group)
          .distinct()
          .filter(type -> !imports.contains("." + type + ";"))
          .flatMap(
              type ->
                  IMPORTED.stream()
                      .map(each -> each + "." + type)
                      .filter(Block::isPublicType)
                      .limit(1))
          .map("import %s;%n"::formatted)
          .collect(Collectors.joining());
    }

    private static boolean isPublicType(String type) {
      try {
        ClassLoader loader = MarkdownExamples.class.getClassLoader();
        return Modifier.isPublic(Class.forName(type, false, loader).getModifiers());
      } catch (ClassNotFoundException | NoClassDefFoundError e) {
        return false;
      }
    }

    /** The block as a class: what it imports on top, the rest in a method. */
    String source() {
      String imports = String.join("", imports());
      String body =
          body()
              .replace("ConfigCatManagementClient.builder()", "builder()")
              .replace("ConfigCatManagementClient.fromEnvironment()", "fromEnvironment()")
              .replace("SdkKey.of(\"…\")", "v1SdkKey");
      return usual(imports)
          + TARGETING.formatted()
          + imports
          + """

          public class %1$s extends com.configcat.management.it.readme.Example {
            @Override
            public void run() throws Exception {
              %2$s
            }
          }
          """
              .formatted(className(), body);
    }
  }

  /** Returns the blocks of several files, in their order. */
  static List<Block> in(List<Path> markdown) throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (Path file : markdown) {
      blocks.addAll(in(file));
    }
    return blocks;
  }

  private static List<Block> in(Path markdown) throws IOException {
    String text = Files.readString(markdown);
    List<Block> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String before = text.substring(0, block.start());
      String heading =
          HEADING
              .matcher(before)
              .results()
              .map(result -> result.group(1))
              .reduce("", (first, second) -> second);
      int line = (int) before.lines().count() + 1;
      blocks.add(
          new Block(
              Readme.PROJECT.relativize(markdown).toString(),
              heading,
              line,
              block.group(1) != null,
              block.group(2) == null ? 0 : Integer.parseInt(block.group(2)),
              block.group(3),
              block.group(4)));
    }
    return blocks;
  }

  /**
   * Compiles the blocks that this version of Java can into a folder. Returns what the compiler says
   * against them.
   */
  static String compile(List<Block> blocks, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> sources = new ArrayList<>();
    for (Block block : blocks) {
      if (block.canRun()) {
        sources.add(Files.writeString(folder.resolve(block.className() + ".java"), block.source()));
      }
    }
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  Stream.of("-d", folder.toString(), "-classpath", classPath()).toList(),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      return compiled ? "" : messages.toString();
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
