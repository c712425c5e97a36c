package com.configcat.management.openapi;

/** Says why a document cannot be used, in a sentence that names the culprit. */
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Never null, unlike that of other throwables. */
  private final String sentence;

  ContractException(String message) {
    super(message);
    this.sentence = message;
  }

  ContractException(String message, Throwable cause) {
    super(message, cause);
    this.sentence = message;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
