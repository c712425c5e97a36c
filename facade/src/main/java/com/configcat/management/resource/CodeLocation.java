package com.configcat.management.resource;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.ReferenceLineRequest;
import com.configcat.management.model.ReferenceLinesRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of code that uses a flag, and the lines around it.
 *
 * <p>Immutable: each method returns something new.
 */
public final class CodeLocation {
  private static final int FILE = 255;
  private static final int TEXT = 1000;

  private final ReferenceLinesRequest model;

  private CodeLocation(ReferenceLinesRequest model) {
    this.model = model;
  }

  /**
   * Names a line.
   *
   * @param file its path in the repository, at most 255 characters
   * @param lineNumber from 1
   * @param text the line, at most 1000 characters
   * @return the place
   */
  public static CodeLocation of(String file, int lineNumber, String text) {
    Preconditions.text(file, "file", FILE, "give the path of the file");
    Preconditions.positive(lineNumber, "lineNumber", "lines are counted from 1");
    return new CodeLocation(
        ReferenceLinesRequest.builder().file(file).referenceLine(line(lineNumber, text)).build());
  }

  private static ReferenceLineRequest line(int number, String text) {
    Preconditions.atMost(text, "The text of line " + number, TEXT);
    return ReferenceLineRequest.builder().lineNumber(number).lineText(text).build();
  }

  /**
   * Says where the line can be looked at.
   *
   * @param address at most 1000 characters
   * @return the place with its address
   */
  public CodeLocation url(String address) {
    Preconditions.text(address, "address", TEXT, "give the address of the line, or leave it out");
    return new CodeLocation(model.toBuilder().fileUrl(address).build());
  }

  /**
   * Adds the lines just before, in place of those given before.
   *
   * @param lines in the order of the file, at most 1000 characters each
   * @return the place with these lines
   * @throws IllegalArgumentException if there are not so many lines before it
   */
  public CodeLocation before(String... lines) {
    Preconditions.value(lines, "lines", "give lines of the file");
    int first = model.getReferenceLine().getLineNumber() - lines.length;
    if (first < 1) {
      throw new IllegalArgumentException(
          lines.length + " lines do not fit before this one: give those that are there");
    }
    return new CodeLocation(model.toBuilder().preLines(numbered(first, lines)).build());
  }

  /**
   * Adds the lines just after, in place of those given before.
   *
   * @param lines in the order of the file, at most 1000 characters each
   * @return the place with these lines
   */
  public CodeLocation after(String... lines) {
    Preconditions.value(lines, "lines", "give lines of the file");
    int first = model.getReferenceLine().getLineNumber() + 1;
    return new CodeLocation(model.toBuilder().postLines(numbered(first, lines)).build());
  }

  private static List<ReferenceLineRequest> numbered(int first, String... lines) {
    List<ReferenceLineRequest> numbered = new ArrayList<>();
    for (String line : lines) {
      numbered.add(line(first + numbered.size(), line));
    }
    return numbered;
  }

  ReferenceLinesRequest toModel() {
    return model;
  }

  /** Returns file and line number. */
  @Override
  public String toString() {
    return model.getFile() + ":" + model.getReferenceLine().getLineNumber();
  }
}
