package com.configcat.management.it.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Runs the generator as the pom of the generated client has Maven do it, without Maven.
 *
 * <p>A setting that it does not know is an error, so that it does not fall behind the pom.
 */
final class ClientGenerator {
  private final Path module;
  private final List<Map<String, String>> runs;

  ClientGenerator(Path module) throws IOException {
    this.module = module;
    this.runs = runs(module.resolve("pom.xml"));
  }

  /** Generates sources from a fixed document; returns the folder of the sources. */
  Path generate(Path document, Path output) {
    for (Map<String, String> run : runs) {
      GlobalSettings.reset();
      for (String unwanted :
          List.of(
              CodegenConstants.MODEL_TESTS,
              CodegenConstants.MODEL_DOCS,
              CodegenConstants.API_TESTS,
              CodegenConstants.API_DOCS)) {
        GlobalSettings.setProperty(unwanted, "false");
      }
      GlobalSettings.setProperty(CodegenConstants.APIS, "");
      CodegenConfigurator configurator =
          CodegenConfigurator.fromFile(path(run.get("configurationFile")).toString());
      boolean models = true;
      for (Map.Entry<String, String> setting : run.entrySet()) {
        String value = setting.getValue();
        switch (setting.getKey()) {
          case "generatorName" -> configurator.setGeneratorName(value);
          case "templateDirectory" -> configurator.setTemplateDir(path(value).toString());
          case "apiPackage" -> configurator.setApiPackage(value);
          case "apiNameSuffix" -> configurator.setApiNameSuffix(value);
          case "generateModels" -> models = Boolean.parseBoolean(value);
          case "supportingFilesToGenerate" ->
              GlobalSettings.setProperty(CodegenConstants.SUPPORTING_FILES, value);
          case "quiet" -> configurator.setQuiet(Boolean.parseBoolean(value));
          case "inputSpec", "output", "configurationFile", "cleanupOutput" -> {}
          case "generateSupportingFiles",
              "generateApiTests",
              "generateModelTests",
              "generateApiDocumentation",
              "generateModelDocumentation" -> {
            if (!value.equals("false")) {
              throw new IllegalStateException(setting + " in generated-client/pom.xml is new here");
            }
          }
          default ->
              throw new IllegalStateException(setting + " in generated-client/pom.xml is new here");
        }
      }
      if (models) {
        GlobalSettings.setProperty(CodegenConstants.MODELS, "");
      }
      configurator.setInputSpec(document.toString());
      configurator.setOutputDir(output.toString());
      new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    }
    return output.resolve("src/main/java");
  }

  private Path path(String value) {
    return Path.of(value.replace("${project.basedir}", module.toString()));
  }

  /** The settings of each execution, with those that they share. */
  private static List<Map<String, String>> runs(Path pom) throws IOException {
    try {
      Element project =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(pom.toFile())
              .getDocumentElement();
      Element plugin =
          elements(child(child(project, "build"), "plugins")).stream()
              .filter(
                  element ->
                      child(element, "artifactId")
                          .getTextContent()
                          .equals("openapi-generator-maven-plugin"))
              .findFirst()
              .orElseThrow();
      List<Map<String, String>> runs = new ArrayList<>();
      for (Element execution : elements(child(plugin, "executions"))) {
        Map<String, String> run = new LinkedHashMap<>();
        for (Element holder : List.of(plugin, execution)) {
          elements(child(holder, "configuration"))
              .forEach(setting -> run.put(setting.getTagName(), setting.getTextContent().strip()));
        }
        runs.add(run);
      }
      return runs;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(pom + " cannot be read", e);
    }
  }

  private static Element child(Element parent, String name) {
    return elements(parent).stream()
        .filter(element -> element.getTagName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(parent.getTagName() + " has no " + name));
  }

  private static List<Element> elements(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }
}
