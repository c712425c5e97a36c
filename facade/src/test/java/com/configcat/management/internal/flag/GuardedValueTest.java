package com.configcat.management.internal.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.VirtualClients;
import com.configcat.management.api.SdkKey;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.FlagNotRestoredException;
import com.configcat.management.error.ServerErrorException;
import com.configcat.management.flag.EditResult;
import com.configcat.management.flag.TemporaryFlag;
import com.configcat.management.internal.call.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that the service should not give, or gives rarely. */
class GuardedValueTest {
  private static final UUID ID = new UUID(0, 1);
  private static final SdkKey KEY = SdkKey.of("an-sdk-key");
  private static final SdkKey V1_KEY = SdkKey.of("a-v1-sdk-key");
  private static final UUID FIRST = new UUID(0, 11);
  private static final UUID SECOND = new UUID(0, 12);
  private final MockWebServer server = MockServers.create();
  private ConfigCatManagementClient client;

  /** How many requests found out versions. */
  private int found;

  @BeforeEach
  void start() throws Exception {
    server.start();
    client =
        VirtualClients.builder(new VirtualTime(), 0)
            .credentials("user", "p4ssw0rd")
            .baseUrl(server.url("/").uri())
            .build();
    findOutVersions();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body.replace('\'', '"')).build());
  }

  private static String flag(UUID version, boolean value) {
    return "{'lastVersionId':'%s','defaultValue':{'boolValue':%s},'targetingRules':[]}"
        .formatted(version, value);
  }

  /** Lets the client know of what version the Configs of both SDK keys and of flag 7 are. */
  private void findOutVersions() throws Exception {
    answer(200, "{'configId':'" + ID + "'}");
    answer(200, "{'evaluationVersion':'v2'}");
    answer(200, "{}");
    client.flag(ID, 7).get();
    answer(200, "{'config':{'evaluationVersion':'v2'}}");
    answer(200, "{}");
    client.flag(KEY, "k").get();
    answer(200, "{'config':{'evaluationVersion':'v1'}}");
    answer(200, "{}");
    client.flag(V1_KEY, "k").get();
    found = server.getRequestCount();
    for (int i = 0; i < found; i++) {
      RecordedRequest unused = server.takeRequest();
    }
  }

  private EditResult switchOn() {
    return client.flag(ID, 7).edit(formula -> formula.defaultValue(true));
  }

  private List<String> sent() throws Exception {
    List<String> sent = new ArrayList<>();
    for (int i = server.getRequestCount() - found; i > 0; i--) {
      RecordedRequest request = server.takeRequest();
      sent.add(request.getMethod() + " " + request.getUrl().encodedQuery());
    }
    return sent;
  }

  @Test
  void namesTheVersionThatWasRead() throws Exception {
    answer(200, flag(FIRST, false));
    answer(200, flag(SECOND, true));

    assertThat(switchOn().value().asV2().getLastVersionId()).isEqualTo(SECOND);

    assertThat(sent()).containsExactly("GET null", "PATCH latestVersionId=" + FIRST);
  }

  @Test
  void saysThatNothingChangedWhereTheServiceSaysSo() {
    answer(200, flag(FIRST, false));
    answer(204, "");
    answer(200, flag(FIRST, false));

    EditResult edited = switchOn();

    assertThat(edited.changed()).isFalse();
    assertThat(edited.value().asV2().getLastVersionId()).isEqualTo(FIRST);
  }

  @Test
  void readsWhatBecameOfAWriteThatWasAnsweredWithNothing() {
    answer(200, flag(FIRST, false));
    answer(200, "");
    answer(200, flag(SECOND, true));

    EditResult edited = switchOn();

    assertThat(edited.changed()).isTrue();
    assertThat(edited.value().asV2().getLastVersionId()).isEqualTo(SECOND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{'defaultValue':{'boolValue':false}}",
        "{'lastVersionId':null,'defaultValue':{'boolValue':false}}",
        "{'lastVersionId':'00000000-0000-0000-0000-00000000000b','targetingRules':'none'}",
        "{'lastVersionId':'00000000-0000-0000-0000-00000000000b','defaultValue':7}"
      })
  void writesNothingWhereItCannotReadWhatIsThere(String body) throws Exception {
    answer(200, body);

    DecodingException failure = catchThrowableOfType(DecodingException.class, this::switchOn);

    assertThat(failure.requestMayHaveBeenApplied()).isFalse();
    assertThat(failure.jsonPath()).startsWith("$");
    assertThat(sent()).containsExactly("GET null");
  }

  @Test
  void findsOutWhatAnAnswerThatCannotBeReadStandsFor() throws Exception {
    answer(200, flag(FIRST, false));
    answer(200, "<html>");
    answer(200, flag(SECOND, true));

    assertThat(switchOn().changed()).isTrue();
    assertThat(sent()).hasSize(3);
  }

  @Test
  void saysThatItMayHaveWrittenWhereTheAnswerHasAnotherShape() throws Exception {
    answer(200, flag(FIRST, false));
    answer(200, "{'defaultValue':7}");
    answer(200, "<html>");

    DecodingException failure = catchThrowableOfType(DecodingException.class, this::switchOn);

    assertThat(failure.requestMayHaveBeenApplied()).isTrue();
    assertThat(sent()).containsExactly("GET null", "PATCH latestVersionId=" + FIRST, "GET null");
  }

  @Test
  void sendsAgainWhatWasNotApplied() throws Exception {
    answer(200, flag(FIRST, false));
    answer(503, "");
    answer(200, flag(FIRST, false));
    answer(200, flag(SECOND, true));

    assertThat(switchOn().changed()).isTrue();
    assertThat(sent())
        .containsExactly(
            "GET null",
            "PATCH latestVersionId=" + FIRST,
            "GET null",
            "PATCH latestVersionId=" + FIRST);
  }

  @Test
  void doesNotTakeAnotherVersionWithTheOldValueForItsOwn() {
    answer(200, flag(FIRST, false));
    answer(503, "");
    answer(200, flag(SECOND, false));
    answer(409, "");
    answer(200, flag(SECOND, false));

    ConflictException failure = catchThrowableOfType(ConflictException.class, this::switchOn);

    assertThat(failure.requestMayHaveBeenApplied()).isTrue();
  }

  @Test
  void doesNotTakeTheSameVersionForWritten() throws Exception {
    // What is to be removed is there still, and so is all that is to stay.
    String before =
        "{'lastVersionId':'%s','defaultValue':{'boolValue':true},'targetingRules':[],'new':1}"
            .formatted(FIRST);
    answer(200, before);
    answer(503, "");
    answer(200, flag(FIRST, true).replace("[]", "[{'value':{'boolValue':true}}]"));
    answer(200, flag(SECOND, false));

    EditResult edited = client.flag(ID, 7).edit(formula -> formula.defaultValue(false));

    assertThat(edited.value().asV2().getLastVersionId()).isEqualTo(SECOND);
    assertThat(sent()).hasSize(4);
  }

  @Test
  void remembersALostAnswerWhenARefusalFollows() {
    answer(200, flag(FIRST, false));
    answer(503, "");
    answer(200, flag(FIRST, false));
    answer(400, "'no'");
    answer(200, flag(FIRST, false));

    ServerErrorException failure = catchThrowableOfType(ServerErrorException.class, this::switchOn);

    assertThat(failure.requestMayHaveBeenApplied()).isTrue();
    assertThat(failure.getSuppressed()).hasExactlyElementsOfTypes(BadRequestException.class);
  }

  @Test
  void findsOutAfterAConflictWithItself() {
    answer(200, flag(FIRST, false));
    answer(503, "");
    answer(409, "");
    answer(200, flag(SECOND, true));

    EditResult edited =
        client
            .withOptions(options -> options.retryWrites(true))
            .flag(ID, 7)
            .edit(formula -> formula.defaultValue(true));

    assertThat(edited.changed()).isTrue();
  }

  @Test
  void tellsARefusalFromAConflictInAV1Config() {
    String before = "{'value':false,'rolloutRules':[],'rolloutPercentageItems':[]}";
    answer(200, before);
    answer(400, "'no'");
    answer(200, before);

    BadRequestException failure =
        catchThrowableOfType(
            BadRequestException.class, () -> client.flag(V1_KEY, "k").temporarily(true));

    assertThat(failure.requestMayHaveBeenApplied()).isFalse();
    assertThat(failure.serverMessage()).hasValue("no");
  }

  @Test
  void testsWhatAV1PatchIsFor() throws Exception {
    answer(
        200,
        """
        {'value':false,'rolloutPercentageItems':[],'rolloutRules':[{'comparisonAttribute':'A',
         'segmentId':null,'newer':1,'value':true}]}
        """);
    answer(200, "{'value':true,'rolloutRules':[],'rolloutPercentageItems':[]}");

    TemporaryFlag flag = client.flag(V1_KEY, "k").temporarily(true);

    assertThat(flag.before()).contains("\"newer\":1");
    RecordedRequest unused = server.takeRequest();
    assertThat(server.takeRequest().getBody().utf8())
        .isEqualTo(
            """
            [{"op":"test","path":"/value","value":false},\
            {"op":"test","path":"/rolloutRules/0/comparisonAttribute","value":"A"},\
            {"op":"test","path":"/rolloutRules/0/value","value":true},\
            {"op":"test","path":"/rolloutPercentageItems","value":[]},\
            {"op":"replace","path":"/value","value":true},\
            {"op":"remove","path":"/rolloutRules/0"},\
            {"op":"test","path":"/rolloutRules","value":[]},\
            {"op":"test","path":"/rolloutPercentageItems","value":[]}]\
            """);
  }

  @Test
  void saysWhatWasThereWhereItCannotFindOut() {
    answer(200, flag(FIRST, false));
    answer(503, "");
    for (int i = 0; i < 4; i++) {
      answer(503, "");
    }

    FlagNotRestoredException failure =
        catchThrowableOfType(
            FlagNotRestoredException.class, () -> client.flag(KEY, "k").temporarily(true));

    assertThat(failure.requestMayHaveBeenApplied()).isTrue();
    assertThat(failure.before())
        .isEqualTo("{\"defaultValue\":{\"boolValue\":false},\"targetingRules\":[]}");
    assertThat(failure).hasMessageContaining("It is not known whether the flag was set");
  }
}
