package com.configcat.management.resource;

import com.configcat.management.api.CodeReferencesApi;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.operations.CodeReferencesOperations;

/** Code references: the API's operations, and uploading a report. */
public final class CodeReferences extends CodeReferencesOperations {
  /**
   * Creates the resource; use {@code codeReferences()} of the client instead.
   *
   * @param context the context that the client gives its resources
   */
  public CodeReferences(ResourceContext context) {
    super(context.api(CodeReferencesApi.class), context.runner());
  }

  /**
   * Uploads the places where a branch uses flags, replacing the previous report of the branch.
   *
   * <p>The service deletes earlier reports about branches that are not listed as active; see {@link
   * CodeReferenceReport#activeBranches}. Calls {@code POST /v1/code-references}, which by default
   * is not retried if its response is lost; uploading the same report again is safe.
   *
   * @param report the report
   * @throws com.configcat.management.error.ConfigCatException if the call fails
   */
  public void upload(CodeReferenceReport report) {
    upload(
        Preconditions.value(report, "report", "start one with CodeReferenceReport.of(...)")
            .toModel());
  }
}
