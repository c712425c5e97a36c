package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.configcat.management.error.NotFoundException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.resource.FlagTable;
import com.configcat.management.resource.FlagTable.Cell;
import com.configcat.management.resource.FlagTable.Row;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FlagTableReadingTest extends Home {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final String V2_RULE =
      """
      "targetingRules":[{"conditions":[{"userCondition":{"comparisonAttribute":"Email",
        "comparator":"textEquals","comparisonValue":{"stringValue":"a"}}}],
        "value":{"boolValue":true}}]
      """;
  private static final String V1_RULE =
      """
      "rolloutRules":[{"comparisonAttribute":"Email","comparator":"contains",
        "comparisonValue":"a","value":true}]
      """;

  private static Map<String, Row> rows(FlagTable table) {
    return table.rows().stream().collect(Collectors.toMap(row -> row.flag().getKey(), row -> row));
  }

  @Test
  void hasTheFlagsOfAProductOfBothVersions() {
    v1.setting("limit", "int").serve(production, "{\"value\":10}");
    v2.flag("isOn").updatedAt(test, LONG_AGO);
    fake.forgetRequests();

    FlagTable table = configcat.products().flagTable(product.id());

    assertThat(fake.requests()).hasSize(7);
    assertThat(table)
        .hasToString(
            """
            Flag     Production  Test
            Config 'Old'
              limit  10          0        differs
            Config 'New'
              isOn   false       false ~

            ~ stale\
            """);
    assertThat(rows(table).get("isOn").cells())
        .isEqualTo(
            Map.of(
                production.id(), new Cell(SettingValue.of(false), false, false),
                test.id(), new Cell(SettingValue.of(false), false, true)));
  }

  @Test
  void hasTheFlagsOfAConfig() {
    v1.flag("old").updatedAt(production, LONG_AGO);
    v2.flag("isOn").serve(production, "{" + V2_RULE + "}").updatedAt(production, LONG_AGO);
    fake.forgetRequests();

    FlagTable table = configcat.configs().flagTable(v2.id());

    assertThat(fake.requests()).hasSize(5);
    assertThat(table.rows())
        .extracting(Row::config)
        .extracting(ConfigModel::getName)
        .containsExactly("New");
    assertThat(table.rows().get(0).cells().get(production.id()))
        .isEqualTo(new Cell(SettingValue.of(false), true, true));
  }

  @Test
  void saysWhetherEnvironmentsDiffer() {
    v1.flag("equalOld").serve(production, "{" + V1_RULE + "}").serve(test, "{" + V1_RULE + "}");
    v1.flag("otherRulesOld").serve(production, "{" + V1_RULE + "}");
    v1.flag("otherPercentagesOld")
        .serve(test, "{\"rolloutPercentageItems\":[{\"percentage\":100,\"value\":true}]}");
    v1.flag("otherValueOld").serve(test, "{\"value\":true}");
    v2.flag("equal").serve(production, "{" + V2_RULE + "}").serve(test, "{" + V2_RULE + "}");
    v2.flag("otherRules").serve(test, "{" + V2_RULE + "}");
    v2.flag("otherValue").serve(test, "{\"defaultValue\":{\"boolValue\":true}}");
    v2.flag("otherAttribute")
        .serve(production, "{" + V2_RULE + "}")
        .serve(test, "{\"percentageEvaluationAttribute\":\"Country\"," + V2_RULE + "}");
    v2.flag("otherAttributeWithoutRules")
        .serve(test, "{\"percentageEvaluationAttribute\":\"Country\"}");

    FlagTable table = configcat.products().flagTable(product.id());

    assertThat(table.only(Row::differs).rows())
        .extracting(Row::flag)
        .extracting(SettingModel::getKey)
        .containsExactly(
            "otherRulesOld",
            "otherPercentagesOld",
            "otherValueOld",
            "otherRules",
            "otherValue",
            "otherAttribute");
    assertThat(table.only(Row::hasRules).rows())
        .extracting(Row::flag)
        .extracting(SettingModel::getKey)
        .containsExactly(
            "equalOld",
            "otherRulesOld",
            "otherPercentagesOld",
            "equal",
            "otherRules",
            "otherAttribute");
  }

  @Test
  void hasTheValueOfAPredefinedVariation() {
    FakeFlag size =
        v2.setting(
            JsonParser.parseString(
                    """
                    {"key":"size","name":"size","settingType":"string","predefinedVariations":[
                      {"name":"Small","value":{"stringValue":"s"}},
                      {"name":"Large","value":{"stringValue":"l"}}]}
                    """)
                .getAsJsonObject());

    assertThat(rows(configcat.configs().flagTable(v2.id())).get(size.key()).cells().values())
        .extracting(Cell::value)
        .containsExactly(SettingValue.of("s"), SettingValue.of("s"));
  }

  @Test
  void hasFlagsWhereThereIsNoEnvironment() {
    FakeProduct bare = fake.world().product("Bare");
    bare.v2Config("Main").flag("isOn");

    FlagTable table = configcat.products().flagTable(bare.id());

    assertThat(table.environments()).isEmpty();
    assertThat(rows(table).get("isOn").cells()).isEmpty();
    assertThat(rows(table).get("isOn").differs()).isFalse();
  }

  @Test
  void failsForWhatIsNotThere() {
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> configcat.products().flagTable(UUID.randomUUID()));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> configcat.configs().flagTable(UUID.randomUUID()));
  }
}
