package com.configcat.management.fake;

/**
 * A request that the fake received, and its outcome.
 *
 * @param method in capitals
 * @param path as sent, with the query
 * @param operation method, space, path template; empty if the path is none of the API's
 * @param body what was sent, empty if nothing
 * @param status what was answered, 0 if the connection was closed without an answer
 * @param applied whether it changed the state
 * @param answer the body of the answer, of a long one the first 2,000 characters and an ellipsis;
 *     empty if there was none
 */
public record ReceivedRequest(
    String method,
    String path,
    String operation,
    String body,
    int status,
    boolean applied,
    String answer) {
  static final int ANSWER_LENGTH = 2_000;
}
