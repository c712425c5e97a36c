package com.configcat.management.resource;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.ReferenceLineRequest;
import com.configcat.management.model.ReferenceLinesRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of code that uses a flag, with surrounding lines.
 *
 * <p>Immutable: methods that set something return a new instance.
 */
public final class CodeLocation {
  private static final int FILE = 255;
  private static final int TEXT = 1000;

  private final ReferenceLinesRequest model;

  private CodeLocation(ReferenceLinesRequest model) {
    this.model = model;
  }

  /**
   * Creates a location.
   *
   * @param file the path of the file in the repository, at most 255 characters
   * @param lineNumber the line number, starting at 1
   * @param text the text of the line, at most 1000 characters
   * @return the location
   * @throws IllegalArgumentException if the path is blank, has control characters or is too long,
   *     the line number is less than 1, or the text is too long
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
   * Sets the URL of the line.
   *
   * @param address at most 1000 characters
   * @return a copy with this URL
   * @throws IllegalArgumentException if it is blank, has control characters or is too long
   */
  public CodeLocation url(String address) {
    Preconditions.text(address, "address", TEXT, "give the address of the line, or leave it out");
    return new CodeLocation(model.toBuilder().fileUrl(address).build());
  }

  /**
   * Sets the lines just before, replacing any set previously.
   *
   * @param lines the lines in order, at most 1000 characters each
   * @return a copy with these lines
   * @throws IllegalArgumentException if there are more lines than precede this one in the file, or
   *     one is too long
   */
  public CodeLocation before(String... lines) {
    Preconditions.value(lines, "lines", "give lines of the file");
    int first = model.getReferenceLine().getLineNumber() - lines.length;
    if (first < 1) {
      throw new IllegalArgumentException(
          lines.length + " lines cannot precede this one: give only lines that are in the file");
    }
    return new CodeLocation(model.toBuilder().preLines(numbered(first, lines)).build());
  }

  /**
   * Sets the lines just after, replacing any set previously.
   *
   * @param lines the lines in order, at most 1000 characters each
   * @return a copy with these lines
   * @throws IllegalArgumentException if a line is too long
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

  /** Returns the file and line number. */
  @Override
  public String toString() {
    return model.getFile() + ":" + model.getReferenceLine().getLineNumber();
  }
}
