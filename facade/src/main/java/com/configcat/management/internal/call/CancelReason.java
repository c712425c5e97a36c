package com.configcat.management.internal.call;

/** Why a call is ended from outside its attempts. */
enum CancelReason {
  DEADLINE(""),
  CANCELLED("the call was cancelled"),
  INTERRUPTED("the thread was interrupted"),
  CLOSED("the client was closed");

  private final String description;

  CancelReason(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }
}
