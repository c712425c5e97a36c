package com.configcat.management.bulk;

import org.jspecify.annotations.Nullable;

/**
 * What is said with each write.
 *
 * @param reason for the audit log; null for none
 * @param bypassApproval whether to skip the approval flow
 */
record WriteNotes(@Nullable String reason, boolean bypassApproval) {}
