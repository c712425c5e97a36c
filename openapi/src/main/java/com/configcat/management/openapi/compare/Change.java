package com.configcat.management.openapi.compare;

import java.util.List;

/**
 * One thing that differs, told once however many operations it shows in.
 *
 * @param severity what it means
 * @param kind what happened
 * @param resource the resource it belongs to, such as {@code Flags}; empty for what several share
 * @param member what changed, as it is written in Java, such as {@code configcat.me().get()}
 * @param sentence says it; where the change has no effect, without the member, so that what
 *     happened to many members is told once
 * @param callers the facade's methods that use the member
 */
public record Change(
    Severity severity,
    ChangeKind kind,
    String resource,
    Sentence member,
    Sentence sentence,
    List<String> callers) {}
