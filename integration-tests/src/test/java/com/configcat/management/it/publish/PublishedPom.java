package com.configcat.management.it.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A pom as Maven installs and deploys it. */
final class PublishedPom {
  private final String source;
  private final Element project;

  private PublishedPom(String source, Element project) {
    this.source = source;
    this.project = project;
  }

  static PublishedPom read(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new PublishedPom(
          Files.readString(file),
          factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is not a pom: " + e.getMessage(), e);
    }
  }

  /** Returns the whole text. */
  String source() {
    return source;
  }

  /** Returns the names of the elements below {@code project}. */
  List<String> elements() {
    return children(project).map(Element::getTagName).toList();
  }

  /** Returns the text at a path such as {@code scm/url}, or nothing but an empty text. */
  String text(String path) {
    return at(path).map(element -> element.getTextContent().strip()).findFirst().orElse("");
  }

  /** Returns the packaging, which is {@code jar} where a pom does not name it. */
  String packaging() {
    String packaging = text("packaging");
    return packaging.isEmpty() ? "jar" : packaging;
  }

  List<Dependency> dependencies() {
    return at("dependencies/dependency").map(Dependency::of).toList();
  }

  List<Dependency> managedDependencies() {
    return at("dependencyManagement/dependencies/dependency").map(Dependency::of).toList();
  }

  private Stream<Element> at(String path) {
    Stream<Element> found = Stream.of(project);
    for (String name : path.split("/", -1)) {
      found =
          found
              .flatMap(PublishedPom::children)
              .filter(element -> element.getTagName().equals(name));
    }
    return found;
  }

  private static Stream<Element> children(Element parent) {
    return IntStream.range(0, parent.getChildNodes().getLength())
        .mapToObj(i -> (Node) parent.getChildNodes().item(i))
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }

  /** A dependency; what a pom leaves out is an empty text. */
  record Dependency(
      String groupId, String artifactId, String version, String scope, boolean optional) {
    private static Dependency of(Element element) {
      return new Dependency(
          child(element, "groupId"),
          child(element, "artifactId"),
          child(element, "version"),
          child(element, "scope"),
          child(element, "optional").equals("true"));
    }

    private static String child(Element parent, String name) {
      return children(parent)
          .filter(element -> element.getTagName().equals(name))
          .map(element -> element.getTextContent().strip())
          .findFirst()
          .orElse("");
    }

    /** Tells whether a user of the artifact gets it as well. */
    boolean isTransitive() {
      return !optional && (scope.isEmpty() || scope.equals("compile") || scope.equals("runtime"));
    }
  }
}
