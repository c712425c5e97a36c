package com.configcat.management.it.tasks;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.SdkKey;
import com.configcat.management.core.CallOptions;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.fake.FakeState;
import com.configcat.management.flag.Flag;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A fake with flags that have rules, and a client that does not wait long. Two of them hold the
 * same, ids included.
 */
final class Scene implements AutoCloseable {
  static final String RULES =
      """
      {'defaultValue':{'boolValue':false},'targetingRules':[
        {'conditions':[{'userCondition':{'comparisonAttribute':'Email','comparator':'isOneOf',
          'comparisonValue':{'listValue':[{'value':'a@example.com','hint':'Ada'}]}}}],
         'value':{'boolValue':true}},
        {'conditions':[{'userCondition':{'comparisonAttribute':'Age',
          'comparator':'numberGreater','comparisonValue':{'doubleValue':17.50}}}],
         'percentageOptions':[{'percentage':30,'value':{'boolValue':true}},
          {'percentage':70,'value':{'boolValue':false}}]}],
       'percentageEvaluationAttribute':'Country'}
      """;
  static final String OLD_RULES =
      """
      {'value':false,'rolloutRules':[
        {'comparisonAttribute':'Email','comparator':'contains','comparisonValue':'@a','value':true}],
       'rolloutPercentageItems':[{'percentage':30,'value':true},{'percentage':70,'value':false}]}
      """;

  private static final String OLD_CONCURRENT_WRITE =
      """
      {'comparisonAttribute':'Somebody','comparator':'contains','comparisonValue':'x',
       'segmentComparator':null,'segmentId':null,'value':true}
      """;

  final ConfigCatFake fake = ConfigCatFake.start();
  final FakeProduct product = fake.world().product("Shop");
  final FakeEnvironment production = product.environment("Production");
  final FakeEnvironment test = product.environment("Test");
  final FakeConfig v1 = product.v1Config("Old");
  final FakeConfig v2 = product.v2Config("New");
  final FakeFlag oldFlag = v1.flag("oldFlag").serve(test, quoted(OLD_RULES));
  final FakeFlag flag = v2.flag("flag").serve(test, quoted(RULES));
  final FakeFlag text = v2.setting("text", "string");
  final FakeFlag same = v2.flag("same");
  final ConfigCatManagementClient client;

  private Scene(int maxAttempts) {
    client =
        Clients.with(
            fake, CallOptions.defaults().maxAttempts(maxAttempts).deadline(Duration.ofSeconds(20)));
  }

  /** Lets the client find out of what version the Configs are, so that it need not any more. */
  private Scene known() {
    Stream.of(
            client.flag(key(), "flag"),
            client.flag(oldKey(), "oldFlag"),
            client.flag(test.id(), flag.id()),
            client.flag(test.id(), oldFlag.id()))
        .forEach(Flag::get);
    fake.forgetRequests();
    return this;
  }

  /** One whose client knows of what version the Configs are. */
  static Scene withAttempts(int maxAttempts) {
    return new Scene(maxAttempts).known();
  }

  /** One whose client has called nothing yet. */
  static Scene unknown() {
    return new Scene(1);
  }

  static String quoted(String json) {
    return json.replace('\'', '"');
  }

  static JsonObject json(String text) {
    return JsonParser.parseString(quoted(text)).getAsJsonObject();
  }

  SdkKey key() {
    return SdkKey.of(v2.sdkKey(test));
  }

  SdkKey oldKey() {
    return SdkKey.of(v1.sdkKey(test));
  }

  /** Another person's work on the flags, which no task here does. */
  Consumer<FakeState> concurrentWrite() {
    return state -> {
      state.write(
          test.id(),
          flag.id(),
          row -> row.addProperty("percentageEvaluationAttribute", "Somebody"));
      state.write(
          test.id(),
          oldFlag.id(),
          row -> row.getAsJsonArray("rolloutRules").add(json(OLD_CONCURRENT_WRITE)));
    };
  }

  /** How many requests changed something. */
  long applied() {
    return fake.requests().stream().filter(request -> request.applied()).count();
  }

  @Override
  public void close() {
    client.close();
    fake.close();
  }
}
