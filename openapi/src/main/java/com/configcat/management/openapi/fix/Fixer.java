package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.NormalForm;
import com.configcat.management.openapi.plain.PlainDocument;
import com.configcat.management.openapi.plain.WrittenOut;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * Turns a document into the one that is generated from; the result does not depend on the order of
 * anything in it.
 */
public final class Fixer {
  private final Fixes fixes;
  private final Map<String, Set<String>> reserved;

  /**
   * Fixes documents.
   *
   * @param fixes what to fix
   * @param reserved by resource, the names that no new operation may take
   */
  public Fixer(Fixes fixes, Map<String, Set<String>> reserved) {
    this.fixes = fixes;
    this.reserved = reserved;
  }

  public ObjectNode fix(ObjectNode source) {
    ObjectNode document = NormalForm.sorted(source);
    WrittenOut.apply(document);
    new ResourceFix(fixes.names()).apply(document);
    new NameFix(fixes, reserved).apply(document);
    new ParameterFix(fixes.requiredParameters()).apply(document);
    PlainDocument.apply(document);
    SdkKeyFix.apply(document);
    NullabilityFix.apply(document);
    BlankWordsFix.apply(document);
    ParameterWordsFix.apply(document);
    new BodyFix(fixes.requestBodiesRequired()).apply(document);
    new SecretFix(fixes.secrets(), fixes.notSecret()).apply(document);
    return document;
  }
}
