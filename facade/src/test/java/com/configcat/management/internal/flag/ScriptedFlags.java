package com.configcat.management.internal.flag;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.MockServers;
import com.configcat.management.VirtualClients;
import com.configcat.management.internal.call.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A service that answers each operation as told, 404 unless told, and a client in virtual time. */
public final class ScriptedFlags implements AutoCloseable {
  static final UUID ENVIRONMENT = new UUID(0, 1);
  static final UUID CONFIG = new UUID(0, 2);
  static final UUID VERSION = new UUID(0, 3);
  static final int SETTING = 7;

  /** How the value of flag {@value #SETTING} is reached by ids, after the version. */
  static final String BY_ID = "/environments/" + ENVIRONMENT + "/settings/7/value";

  private static final String AROUND =
      "'config':{'evaluationVersion':'%s'},'setting':{'settingType':'%s'%s},";

  public final ConfigCatManagementClient client;
  private final MockWebServer server = MockServers.create();
  private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  public ScriptedFlags() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    try {
      server.start();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    client = build(VirtualClients.builder(new VirtualTime(), 0));
  }

  private ConfigCatManagementClient build(ConfigCatManagementClientBuilder builder) {
    return builder.credentials("user", "p4ssw0rd").baseUrl(server.url("/").uri()).build();
  }

  ConfigCatManagementClient clientInRealTime() {
    return build(ConfigCatManagementClient.builder());
  }

  private synchronized MockResponse answer(RecordedRequest request) {
    requests.add(request.getMethod() + " " + request.getTarget());
    bodies.add(request.getBody() == null ? "" : request.getBody().utf8());
    String operation = request.getMethod() + " " + request.getUrl().encodedPath();
    return answers.getOrDefault(operation, new MockResponse.Builder().code(404).build());
  }

  /** Has an operation answered from now on; single quotes stand for double ones. */
  public ScriptedFlags on(String operation, int status, String body) {
    answers.put(
        operation, new MockResponse.Builder().code(status).body(body.replace('\'', '"')).build());
    return this;
  }

  /** Has a value read and written at a path, in the format of its own version. */
  ScriptedFlags serve(String path, String value) {
    for (String method : List.of("GET", "PUT", "PATCH")) {
      on(method + " " + path, 200, value);
    }
    return this;
  }

  /** Has the flag and its Config read by ids. */
  ScriptedFlags serveConfig(String evaluationVersion) {
    on("GET /v1/settings/7", 200, "{'settingId':7,'configId':'" + CONFIG + "'}");
    String config = "{'configId':'%s','evaluationVersion':'%s'}";
    return on("GET /v1/configs/" + CONFIG, 200, config.formatted(CONFIG, evaluationVersion));
  }

  static String v1(String settingType, String value) {
    return "{"
        + AROUND.formatted("v1", settingType, "")
        + "'value':"
        + value
        + ",'rolloutRules':[],'rolloutPercentageItems':[]}";
  }

  static String v2(String settingType, String defaultValue) {
    return v2(settingType, "", defaultValue);
  }

  static String v2(String settingType, String moreOfSetting, String defaultValue) {
    return "{"
        + AROUND.formatted("v2", settingType, moreOfSetting)
        + "'lastVersionId':'"
        + VERSION
        + "','defaultValue':"
        + defaultValue
        + ",'targetingRules':[]}";
  }

  /** Method and target of each request since the last time that this was asked. */
  public synchronized List<String> requests() {
    List<String> all = List.copyOf(requests);
    requests.clear();
    return all;
  }

  synchronized String lastBody() {
    return bodies.get(bodies.size() - 1);
  }

  /** The body of the last request that had one. */
  synchronized String lastSent() {
    return bodies.stream()
        .filter(body -> !body.isEmpty())
        .reduce((one, next) -> next)
        .orElseThrow();
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
