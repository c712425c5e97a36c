package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.NormalForm;
import com.configcat.management.openapi.document.Operations;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Turns a document into the one that is generated from; the result does not depend on the order of
 * anything in it.
 */
public final class Fixer {
  private final Fixes fixes;

  public Fixer(Fixes fixes) {
    this.fixes = fixes;
  }

  public ObjectNode fix(ObjectNode source) {
    ObjectNode document = NormalForm.sorted(source);
    new TagFix(fixes.tags()).apply(document);
    new NameFix(fixes).apply(Operations.of(document));
    new ParameterFix(fixes.requiredParameters()).apply(document);
    NullabilityFix.apply(document);
    new BodyFix(fixes.requestBodiesRequired(), fixes.secrets()).apply(document);
    return document;
  }
}
