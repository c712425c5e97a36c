package com.configcat.management.openapi.fix;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdkKeyFixTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "header | true  | X-CONFIGCAT-SDKKEY | {type: 'string'}                 | true",
        "header | true  | x-sdk-key          | {type: 'string'}                 | true",
        "header | false | X-CONFIGCAT-SDKKEY | {type: 'string'}                 | false",
        "query  | true  | sdkKey             | {type: 'string'}                 | false",
        "header | true  | X-Other            | {type: 'string'}                 | false",
        "header | true  | X-CONFIGCAT-SDKKEY | {type: 'integer'}                | false",
        "header | true  | X-CONFIGCAT-SDKKEY | {type: 'string', format: 'uuid'}   | false",
        "header | true  | X-CONFIGCAT-SDKKEY | {$ref: '#/components/x/y'}     | false"
      })
  void marksRequiredHeadersWithAnSdkKey(
      String place, boolean required, String name, String schema, boolean marked) throws Exception {
    ObjectNode document =
        json(
            "{paths: {'/a': {get: {parameters: [{in: '%s', required: %s, name: '%s', schema: %s}]}}}}"
                .formatted(place, required, name, schema));

    SdkKeyFix.apply(document);

    assertThat(document.at("/paths/~1a/get/parameters/0").has("x-sdk-key")).isEqualTo(marked);
  }
}
