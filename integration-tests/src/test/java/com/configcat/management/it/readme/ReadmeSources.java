package com.configcat.management.it.readme;

import java.io.IOException;
import java.nio.file.Path;

/** The README's Java blocks as classes, for those who look at what they use. */
public final class ReadmeSources {
  private ReadmeSources() {}

  /** Compiles all of them into a folder. Returns what the compiler says against them. */
  public static String compile(Path folder) throws IOException {
    return MarkdownExamples.compile(MarkdownExamples.in(Readme.FILES), folder);
  }
}
