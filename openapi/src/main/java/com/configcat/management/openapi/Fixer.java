package com.configcat.management.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Turns a document into the one that is generated from; the result does not depend on the order of
 * anything in it.
 */
final class Fixer {
  private final Fixes fixes;

  Fixer(Fixes fixes) {
    this.fixes = fixes;
  }

  ObjectNode fix(ObjectNode source) {
    ObjectNode document = NormalForm.sorted(source);
    new TagFix(fixes.tags()).apply(document);
    new NameFix(fixes).apply(Operations.of(document));
    new ParameterFix(fixes.requiredParameters()).apply(document);
    NullabilityFix.apply(document);
    new BodyFix(fixes.requestBodiesRequired(), fixes.secrets()).apply(document);
    return document;
  }
}
