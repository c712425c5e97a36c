package com.configcat.management.resource;

import com.configcat.management.api.CodeReferencesApi;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.operations.CodeReferencesOperations;

/** Code references: the operations of the API, and an upload that is checked before it is sent. */
public final class CodeReferences extends CodeReferencesOperations {
  /**
   * Makes the resource; the client has a method that returns it.
   *
   * @param context what the client gives its resources
   */
  public CodeReferences(ResourceContext context) {
    super(context.api(CodeReferencesApi.class), context.runner());
  }

  /**
   * Uploads where flags are used in a branch, in place of what was uploaded for it before.
   *
   * <p>Earlier reports on branches that the report does not name as active are deleted; see {@link
   * CodeReferenceReport#activeBranches}. Calls {@code POST /v1/code-references}, which is not
   * repeated by itself when its answer is lost; to upload the same report again does no harm.
   *
   * @param report what was found
   * @throws com.configcat.management.error.ConfigCatException if the call fails
   */
  public void upload(CodeReferenceReport report) {
    upload(
        Preconditions.value(report, "report", "start one with CodeReferenceReport.of(...)")
            .toModel());
  }
}
