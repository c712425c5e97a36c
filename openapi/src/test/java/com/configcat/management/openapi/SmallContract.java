package com.configcat.management.openapi;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.refresh.PinnedYaml;
import com.configcat.management.openapi.words.ExampleDrafts;
import com.configcat.management.openapi.words.MissingWords;
import com.configcat.management.openapi.words.WordGap;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** As much of the contract as passes the checks, so that tests that build it often are quick. */
public final class SmallContract {
  private static final List<String> WHOLE =
      List.of(
          "/v1/me",
          "/v1/products",
          "/v1/products/{productId}",
          "/v1/settings/{settingKeyOrId}/value");
  private static final int PATHS = 60;
  private static final ObjectNode DOCUMENT = reduced(Documents.pinned());
  private static final String YAML =
      PinnedYaml.write("# The ConfigCat Public Management API, in part.\n", DOCUMENT);
  private static final String USED_BY_FACADE =
      """
      accessor products Products
      class Products
      operation GET /v1/products as Products.list() -> [ProductModel]
      operation PUT /v1/settings/{settingKeyOrId}/value as SettingValuesBySdkKey.replace(settingKeyOrId:string, X-CONFIGCAT-SDKKEY:string, body:UpdateSettingValueModel; reason:string) -> SettingValueModel
      property ProductModel.name string # Products.tree
      """;

  private SmallContract() {}

  /** Returns a copy of the pinned document of this contract, to be changed at will. */
  public static ObjectNode document() {
    return DOCUMENT.deepCopy();
  }

  /** Writes its files. */
  static Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("configcat-management-api.yaml"), YAML);
    Files.writeString(folder.resolve("used-by-facade.txt"), USED_BY_FACADE);
    Files.writeString(folder.resolve("fixes.yaml"), fixes());
    Files.writeString(folder.resolve("used-by-tests.txt"), "class Organizations\n");
    return folder;
  }

  /** Returns the fixes of what is in this document. */
  private static String fixes() throws IOException {
    Set<String> operations =
        ApiOperations.of(DOCUMENT).stream().map(ApiOperation::key).collect(Collectors.toSet());
    return Files.readAllLines(Documents.CONTRACT.resolve("fixes.yaml")).stream()
        .filter(line -> !line.startsWith("  \"") || operations.contains(line.split("\"", 3)[1]))
        .filter(line -> !line.matches("  - \\w+\\.\\w+") || hasProperty(line.substring(4)))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static boolean hasProperty(String property) {
    String[] names = property.split("\\.", 2);
    return DOCUMENT.at("/components/schemas").path(names[0]).path("properties").has(names[1]);
  }

  private static ObjectNode reduced(ObjectNode document) {
    ObjectNode paths = (ObjectNode) document.get("paths");
    List<String> kept =
        Stream.concat(WHOLE.stream(), paths.propertyStream().map(Map.Entry::getKey))
            .distinct()
            .limit(PATHS)
            .toList();
    paths.retain(kept);
    for (String path : kept) {
      if (!WHOLE.contains(path)) {
        ObjectNode item = (ObjectNode) paths.get(path);
        item.retain(item.fieldNames().next());
      }
    }
    Documents.retainReachableSchemas(document);
    describe(document);
    return document;
  }

  /** Describes what a refresh has just brought into the pinned document. */
  private static void describe(ObjectNode document) {
    ExampleDrafts.add(document);
    for (WordGap gap : MissingWords.of(document)) {
      JsonNode holder = document;
      for (String step : gap.holder()) {
        holder = holder.isArray() ? holder.get(Integer.parseInt(step)) : holder.get(step);
      }
      ((ObjectNode) holder).put(gap.key(), "Some words.");
    }
  }
}
