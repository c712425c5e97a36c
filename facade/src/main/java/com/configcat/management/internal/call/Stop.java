package com.configcat.management.internal.call;

/** Why a call is ended from outside. */
enum Stop {
  DEADLINE(""),
  CANCELLED("the call was cancelled"),
  INTERRUPTED("the thread was interrupted"),
  CLOSED("the client was closed");

  private final String words;

  Stop(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
