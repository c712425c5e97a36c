package com.configcat.management.it.prism;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link Prism} of a run, on the document that the client was generated from.
 *
 * <p>It starts when a test first asks for it and is closed by JUnit after the last test.
 */
public final class SharedPrism implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SharedPrism.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Prism.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Prism.class, key -> Prism.startOnContract(), Prism.class);
  }
}
