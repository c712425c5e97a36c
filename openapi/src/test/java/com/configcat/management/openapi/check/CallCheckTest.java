package com.configcat.management.openapi.check;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.replay.Edits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallCheckTest {
  private static final String NEW = "GET /v1/new";
  private final ObjectNode document = Documents.pinned();

  @Test
  void passesThePinnedDocument() {
    passes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{in: 'cookie', schema: {type: 'string'}}",
        "{in: 'query', style: 'deepObject', schema: {type: 'object'}}",
        "{in: 'query', explode: false, schema: {type: 'array', items: {type: 'string'}}}",
        "{in: 'query', content: {'application/json': {schema: {}}}}",
        "{in: 'query', schema: {oneOf: [{type: 'string'}, {type: 'integer'}]}}",
        "{in: 'header', schema: {type: 'array', items: {type: 'string'}}}"
      })
  void leavesAParameterOutThatCannotBeSentAndRefusesTheOperationThatNeedsIt(String parameter) {
    ObjectNode odd = json(parameter).put("name", "odd");
    add("{responses: {'204': {description: ''}}}").withArray("parameters").add(odd);
    passes();
    assertThat(fixed(NEW).has("parameters")).isFalse();

    odd.put("required", true);
    refuses("GET /v1/new needs the parameter 'odd', which ");
  }

  @Test
  void knowsTheHeadersThatAreNoParameters() {
    add("{responses: {'204': {description: ''}}}")
        .withArray("parameters")
        .add(json("{name: 'Accept', in: 'header', required: true, schema: {type: 'string'}}"));

    passes();
    assertThat(fixed(NEW).has("parameters")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'404': {description: ''}}                                                 | declares no successful response
          {'302': {description: ''}}                                                 | declares no successful response
          {'200': {description: '', content: {'text/csv': {}, 'image/png': {}}}}     | answers with image/png, text/csv, but no JSON
          """)
  void refusesAnswersThatTheClientCannotRead(String responses, String why) {
    add("{responses: " + responses + "}");

    refuses("GET /v1/new " + why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{default: {description: '', content: {'application/json': {}}}}",
        "{'2XX': {description: '', content: {'application/json': {}}}}",
        "{'200': {description: '', content: {'text/json; charset=utf-8': {}, 'text/plain': {}}}}"
      })
  void findsTheSuccessHoweverItIsWritten(String responses) {
    add("{responses: " + responses + "}");

    passes();
    assertThat(fixed(NEW).at("/responses/200/content").fieldNames())
        .toIterable()
        .containsExactly("application/json");
  }

  @Test
  void answersWithAnyJsonWhereSuccessesDiffer() {
    add(
        """
        {responses: {'200': {description: ''},
           '201': {description: '', content: {'application/json': {schema: {type: 'string'}}}},
           '202': {description: '', content: {'application/json': {schema: {type: 'integer'}}}}}}
        """);

    assertThat(fixed(NEW).at("/responses/200/content/application~1json"))
        .as("the generator asks the success of the lowest status")
        .isEqualTo(json("{schema: {}}"));
  }

  @Test
  void refusesBodiesThatAreNoJson() {
    Edits.addOperation(
        document,
        "POST /v1/new",
        """
        {requestBody: {content: {'multipart/form-data': {schema: {type: 'object'}}}},
         responses: {'204': {description: ''}}}
        """);

    refuses("POST /v1/new takes multipart/form-data, but no JSON");
  }

  @Test
  void refusesMoreParametersThanAMethodCanHave() {
    ObjectNode operation = add("{responses: {'204': {description: ''}}}");
    for (int i = 0; i < 251; i++) {
      operation
          .withArray("parameters")
          .add(json("{in: 'query', schema: {type: 'string'}}").put("name", "p" + i));
    }

    refuses("GET /v1/new has 251 parameters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/x?y", "/v1/größe", "/v1/a b", "/v1/<b>", "/v1/\"x\""})
  void refusesPathsThatRetrofitOrJavaWouldMisread(String path) {
    Edits.addOperation(document, "GET " + path, "{responses: {'204': {description: ''}}}");

    refuses("GET " + path + " has a path");
  }

  @ParameterizedTest
  @CsvSource({"'[]', true", "'[{}]', true", "'[{Token: []}]', false", "'[{Token: []}, {}]', true"})
  void wantsOperationsThatTakeUserNameAndPasswordOrNothing(String security, boolean passes) {
    document
        .withObject("/components/securitySchemes")
        .set("Token", json("{type: 'http', scheme: 'bearer'}"));
    add("{responses: {'204': {description: ''}}}")
        .set("security", json("{s: " + security + "}").get("s"));

    if (passes) {
      passes();
    } else {
      refuses("GET /v1/new cannot be called with a user name and a password");
    }
  }

  @Test
  void refusesMethodsThatRetrofitDoesNotHave() {
    Edits.addOperation(document, "TRACE /v1/new", "{responses: {'204': {description: ''}}}");

    refuses("TRACE /v1/new uses an HTTP method");
  }

  private ObjectNode add(String operation) {
    Edits.addOperation(document, NEW, operation);
    return Edits.operation(document, NEW);
  }

  private ObjectNode fixed(String key) {
    return Edits.operation(Documents.fixed(document), key);
  }

  private void passes() {
    assertThatCode(() -> CallCheck.check(Documents.fixed(document))).doesNotThrowAnyException();
  }

  private void refuses(String why) {
    assertThatThrownBy(() -> CallCheck.check(Documents.fixed(document)))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("the client cannot be generated: ")
        .hasMessageContaining(why);
  }
}
