package com.configcat.management.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What editors know of the properties is written by hand: it is the properties. */
class ConfigurationMetadataTest {
  @Test
  void documentsEveryPropertyWithItsType() throws Exception {
    Map<String, String> documented = new TreeMap<>();
    try (InputStream file =
        getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      JsonObject metadata =
          JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8))
              .getAsJsonObject();
      for (JsonElement element : metadata.getAsJsonArray("properties")) {
        JsonObject property = element.getAsJsonObject();
        assertThat(property.get("description").getAsString()).endsWith(".");
        documented.put(property.get("name").getAsString(), property.get("type").getAsString());
      }
    }

    Map<String, String> properties = new TreeMap<>();
    properties.put("management.health.configcat.enabled", Boolean.class.getName());
    collect("configcat.management.", ConfigCatManagementProperties.class, properties);
    assertThat(documented).isEqualTo(properties);
  }

  private static void collect(String prefix, Class<?> type, Map<String, String> properties) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name =
          prefix + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (component.getType().isRecord()) {
        collect(name + ".", component.getType(), properties);
      } else {
        properties.put(name, component.getType().getName());
      }
    }
  }
}
