package com.configcat.management.openapi.plain;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.ContractException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Gives schemas names that can be those of classes: no keywords, none that generated code imports
 * from elsewhere, none that differ by case alone. Nothing that travels holds a schema's name.
 */
final class SchemaNames {
  static final String PLACE = "#/components/schemas/";

  /** Written by hand, as the generator's settings say. */
  static final Set<String> HANDWRITTEN = Set.of("SettingValueType", "JsonPatchOperation");

  /** Simple names that mean another class in generated code, in lower case. */
  private static final Set<String> TAKEN =
      Stream.of(
              // What the templates import, and what they name without importing it.
              "Apis, ArrayList, ArgumentChecks, BigDecimal, Body, Builder, Call, CallRunner,"
                  + " Collections, DELETE, EmptyAnswerAllowed, GET, HEAD, HTTP, Header,"
                  + " JsonAdapter, JsonElement, LinkedHashMap, LinkedHashSet, List, Map, Nullable,"
                  + " OPTIONS, Objects, OffsetDateTime, PATCH, POST, PUT, Path, Query,"
                  + " SdkKey, SerializedName, Set, SettingValue, StringJoiner, URI, UUID, WireEnum,"
                  + " WireEnumAdapterFactory",
              "Boolean, Byte, Character, Class, Deprecated, Double, Enum, Exception, Float,"
                  + " IllegalStateException, Integer, Long, Number, Object, Override, Record,"
                  + " Short, String, SuppressWarnings, Void",
              // What the generator takes for a type of its own, or renames by itself.
              "AnyType, ApiClient, ApiException, ApiResponse, Array, Binary, ByteArray, Char,"
                  + " Configuration, Date, DateTime, Decimal, File, HashMap, IOException, Int,"
                  + " Json, JsonReader, JsonWriter, LocalDate, Set, StringUtil, TypeAdapter")
          .flatMap(names -> Stream.of(names.split(", ", -1)))
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private final ObjectNode document;
  private final Set<String> given = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  private SchemaNames(ObjectNode document) {
    this.document = document;
    for (ApiOperation operation : ApiOperations.of(document)) {
      String resource = operation.json().path("tags").path(0).asText();
      given.add(resource + "Api");
      given.add(resource + "ApiDelegate");
      given.add(resource + "Operations");
      given.add(Words.upperCamel(operation.json().path("operationId").asText()) + "Options");
    }
  }

  /** Renames what cannot stay; operations must have their names already. */
  static SchemaNames apply(ObjectNode document) {
    SchemaNames names = new SchemaNames(document);
    if (document.at("/components/schemas") instanceof ObjectNode schemas) {
      names.rename(schemas);
    }
    return names;
  }

  private void rename(ObjectNode schemas) {
    Map<String, String> renamed = new TreeMap<>();
    List<String> names = new ArrayList<>(schemas.propertyStream().map(Map.Entry::getKey).toList());
    // Whoever has a fit name keeps it, whatever others would like to be called.
    names.sort(Comparator.comparing((String name) -> !isFit(name)).thenComparing(name -> name));
    for (String name : names) {
      renamed.put(name, isFit(name) && given.add(name) ? name : free(name));
    }
    ObjectNode copy = schemas.objectNode();
    names.stream()
        .sorted(Comparator.comparing(renamed::get))
        .forEach(name -> copy.set(renamed.get(name), schemas.get(name)));
    schemas.removeAll();
    schemas.setAll(copy);
    repoint(document, renamed);
  }

  /** Returns a name like the one wanted that nobody has, and reserves it. */
  String free(String wanted) {
    String stem = Words.upperCamel(wanted);
    if (stem.isEmpty() || !Character.isLetter(stem.charAt(0))) {
      stem = "Model" + stem;
    }
    String name = isFit(stem) ? stem : stem + "Model";
    String free = name;
    for (int number = 2; !given.add(free); number++) {
      free = name + number;
    }
    return free;
  }

  private static boolean isFit(String name) {
    return HANDWRITTEN.contains(name)
        || (name.matches("[A-Z][A-Za-z0-9]*")
            && !TAKEN.contains(name.toLowerCase(Locale.ROOT))
            && !SourceVersion.isKeyword(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * Returns the name of the schema that a reference leads to.
   *
   * @throws ContractException if it leads to something else
   */
  static String target(JsonNode reference) {
    String target = reference.path("$ref").asText();
    if (!target.startsWith(PLACE) || target.indexOf('/', PLACE.length()) >= 0) {
      throw new ContractException(
          "the document refers to " + target + ", which is not a schema of its components");
    }
    return target.substring(PLACE.length());
  }

  private static void repoint(JsonNode node, Map<String, String> renamed) {
    String target = node.path("$ref").asText();
    if (node instanceof ObjectNode reference && target.startsWith(PLACE)) {
      String name = target.substring(PLACE.length());
      reference.put("$ref", PLACE + renamed.getOrDefault(name, name));
    }
    node.forEach(child -> repoint(child, renamed));
  }
}
