package com.configcat.management.it.prism;

import java.io.IOException;

/** A program that starts Prism, tells its port and holds it until something ends this JVM. */
final class HoldingPrism {
  private HoldingPrism() {}

  public static void main(String[] args) throws IOException {
    Prism prism = Prism.start(TestDocuments.BOOKS, PrismOptions.EXAMPLES);
    System.out.println(prism.baseUrl().getPort());
    int unused = System.in.read();
    System.exit(0);
  }
}
