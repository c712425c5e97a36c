package com.configcat.management;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Says what the client under test was generated from. */
public final class ContractSource {
  private ContractSource() {}

  /** Whether it is the pinned document: one that was pulled may have what nobody thought of. */
  public static boolean isPinned() {
    Path facts = Path.of(System.getProperty("contract.directory"), "contract.properties");
    try (Reader reader = Files.newBufferedReader(facts)) {
      Properties properties = new Properties();
      properties.load(reader);
      return "pinned".equals(properties.getProperty("contract.source"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
