package com.configcat.management.hal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.configcat.management.codec.ManagementGson;
import com.configcat.management.fuzz.Seeds;
import com.configcat.management.internal.http.DecodingConverterFactory;
import com.configcat.management.internal.http.UndecodableBodyException;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Converter;

/** Any bytes are a HAL document or cannot be decoded. */
class HalFuzz {
  private static final MediaType HAL = MediaType.get("application/hal+json");

  @SuppressWarnings("unchecked")
  private final HalParser parser =
      new HalParser(
          (Converter<ResponseBody, JsonElement>)
              new DecodingConverterFactory(ManagementGson.create())
                  .responseBodyConverter(JsonElement.class, new Annotation[0], null));

  static Stream<byte[]> seeds() {
    return Stream.concat(
        Seeds.bodies(),
        Stream.of(
                "{'_links':{'self':{'href':'/a'},'b':'/b{?c}',"
                    + "'d':[{'href':'/e','templated':true}]}}",
                "{'_embedded':{'a':[{'_links':{'self':'/a'}}],'b':{'c':1}},'_links':null}",
                "[{'_embedded':null},{'_links':{'a':null}}]")
            .map(text -> text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("seeds")
  @FuzzTest
  void parsesOrRefuses(byte[] data) throws IOException {
    try {
      walk(parser.convert(ResponseBody.create(data, HAL)));
    } catch (UndecodableBodyException e) {
      if (e.reason().isEmpty() || e.jsonPath().isEmpty()) {
        throw new AssertionError("A refusal that does not say why and where", e);
      }
    }
  }

  private static void walk(HalDocument document) {
    document.resources().forEach(HalFuzz::walk);
  }

  private static void walk(HalNode node) {
    if (node.properties().has(HalNode.LINKS)) {
      throw new AssertionError("Links among the properties: " + node.properties());
    }
    node.embedded().values().forEach(nodes -> nodes.forEach(HalFuzz::walk));
  }
}
