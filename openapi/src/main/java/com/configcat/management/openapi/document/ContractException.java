package com.configcat.management.openapi.document;

/** Says why a document cannot be used, in a sentence that names the culprit. */
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Never null, unlike that of other throwables. */
  private final String sentence;

  public ContractException(String message) {
    super(message);
    this.sentence = oneLine(message);
  }

  public ContractException(String message, Throwable cause) {
    super(message, cause);
    this.sentence = oneLine(message);
  }

  @Override
  public String getMessage() {
    return sentence;
  }

  /** What a document says of itself must not write to somebody's terminal. */
  private static String oneLine(String message) {
    return message.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
