package com.configcat.management.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import com.configcat.management.resource.FlagTable.Cell;
import com.configcat.management.resource.FlagTable.Row;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagTableTest {
  private static final ConfigModel MAIN = config(1, "Main");
  private static final ConfigModel OLD = config(2, "Old");

  private static ConfigModel config(int id, String name) {
    return ConfigModel.builder().configId(new UUID(1, id)).name(name).build();
  }

  private static EnvironmentModel environment(int id, String name) {
    return EnvironmentModel.builder().environmentId(new UUID(2, id)).name(name).build();
  }

  private static List<EnvironmentModel> environments(String... names) {
    return IntStream.range(0, names.length).mapToObj(i -> environment(i, names[i])).toList();
  }

  private static Row row(
      ConfigModel config, String key, SettingType type, boolean differs, Cell... cells) {
    Map<UUID, Cell> byId = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != null) {
        byId.put(new UUID(2, i), cells[i]);
      }
    }
    SettingModel flag =
        SettingModel.builder().settingId(7).key(key).name("The " + key).settingType(type).build();
    return new Row(config, flag, byId, differs);
  }

  private static Cell serves(SettingValue value) {
    return new Cell(value, false, false);
  }

  private static Cell serves(String text) {
    return serves(SettingValue.of(text));
  }

  private static FlagTable shop() {
    return new FlagTable(
        environments("Production", "Test"),
        List.of(
            row(
                OLD,
                "limit",
                SettingType.INT,
                true,
                serves(SettingValue.of(10)),
                serves(SettingValue.of(-1))),
            row(
                MAIN,
                "isOn",
                SettingType.BOOLEAN,
                false,
                new Cell(SettingValue.of(true), true, false),
                new Cell(SettingValue.of(true), true, true)),
            row(MAIN, "banner", SettingType.STRING, false, serves("two\n\"lines\"\u001b[31m"))));
  }

  @Test
  void isReadInATerminal() {
    assertThat(shop())
        .hasToString(
            """
            Flag      Production          Test
            Config 'Old'
              limit   10                  -1       differs
            Config 'Main'
              isOn    true *              true *~
              banner  "two "lines" [31m"  -

            * has rules, ~ stale\
            """);
  }

  @Test
  void showsEnvironmentsBelowThatDoNotFit() {
    FlagTable table =
        new FlagTable(
            environments("Production", "Staging", "Test", "Preview"),
            List.of(
                row(
                    MAIN,
                    "aVeryLongKeyOfAFlag",
                    SettingType.STRING,
                    true,
                    serves("eins zwei drei vier"),
                    serves("fünf"),
                    serves("sechs"),
                    new Cell(null, true, false))));

    assertThat(table.toText(40))
        .isEqualTo(
            """
            Flag           Production
            Config 'Main'
              aVeryLongK…  "eins zwei dre…"  differs

            Flag           Staging  Test
            Config 'Main'
              aVeryLongK…  "fünf"   "sechs"  differs

            Flag           Preview
            Config 'Main'
              aVeryLongK…  ? *      differs

            * has rules\
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 41, 57, 80, 132, 1000})
  void isNeverWiderThanTheTerminal(int width) {
    String wide = "漢字👩‍🚀é".repeat(200);
    FlagTable table =
        new FlagTable(
            environments(wide, "B", "C".repeat(255), wide, "D\u202E", "E"),
            List.of(
                row(
                    config(3, wide),
                    wide,
                    SettingType.STRING,
                    true,
                    new Cell(SettingValue.of(wide), true, true),
                    serves("x".repeat(100_000)),
                    serves(SettingValue.of(Double.MAX_VALUE)),
                    serves("\ud83d"),
                    serves("tab\tand\r\nlines\u0085"))));

    String text = table.toText(width);

    assertThat(text.lines())
        .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(width))
        .allSatisfy(line -> assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]"));
    assertThat(text).contains("漢").contains("…").contains("\"tab and");
  }

  @Test
  void hasTextsWithoutFlagsOrEnvironments() {
    assertThat(new FlagTable(List.of(), List.of())).hasToString("Flag");
    assertThat(new FlagTable(environments("Test"), List.of())).hasToString("Flag  Test");
    assertThat(new FlagTable(List.of(), List.of(row(MAIN, "isOn", null, false))))
        .hasToString("Flag\nConfig 'Main'\n  isOn");
    assertThat(new FlagTable(List.of(), List.of()).toCsv())
        .isEqualTo("Config,Key,Name,Type,Differs\r\n");
  }

  @Test
  void takesFortyColumnsWhateverTheTerminalHas() {
    assertThat(shop().toText(1)).isEqualTo(shop().toText(40)).isNotEqualTo(shop().toText(80));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shop().toText(0))
        .withMessageContaining("columns of the terminal");
  }

  @Test
  void isReadByASpreadsheet() {
    assertThat(shop().toCsv())
        .isEqualTo(
            """
            Config,Key,Name,Type,Differs,Production,Production has rules,Production is stale,\
            Test,Test has rules,Test is stale
            Old,limit,The limit,int,true,10,false,false,-1,false,false
            Main,isOn,The isOn,boolean,false,true,true,false,true,true,true
            Main,banner,The banner,string,false,"two
            ""lines""\u001b[31m",false,false,,,
            """
                .replace("\n", "\r\n")
                .replace("two\r\n", "two\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D1"})
  void aSpreadsheetDoesNotEvaluateTexts(String text) {
    FlagTable table =
        new FlagTable(
            environments(text),
            List.of(row(config(3, text), "key", SettingType.STRING, false, serves(text))));
    String quote = text.startsWith("\r") || text.startsWith("\n") ? "\"" : "";
    String field = quote + "'" + text;

    assertThat(table.toCsv())
        .isEqualTo(
            "Config,Key,Name,Type,Differs,%1$s%2$s,%1$s has rules%2$s,%1$s is stale%2$s\r\n"
                    .formatted(field, quote)
                + "%1$s%2$s,key,The key,string,false,%1$s%2$s,false,false\r\n"
                    .formatted(field, quote));
  }

  @Test
  void tellsAnEmptyTextFromNoValueInCsv() {
    FlagTable table =
        new FlagTable(
            environments("A", "B"),
            List.of(row(MAIN, "a,b", null, false, serves(""), new Cell(null, false, false))));

    assertThat(table.toCsv())
        .endsWith("Main,\"a,b\",\"The a,b\",,false,\"\",false,false,,false,false\r\n");
  }

  @Test
  void hasNoTypeWhereItIsUnknown() {
    FlagTable table =
        new FlagTable(List.of(), List.of(row(MAIN, "isOn", SettingType.UNRECOGNIZED, false)));

    assertThat(table.toCsv()).endsWith("Main,isOn,The isOn,,false\r\n");
    assertThat(table.toJson()).contains("\"settingType\": null");
  }

  @Test
  void isReadAsJson() {
    JsonObject json = JsonParser.parseString(shop().toJson()).getAsJsonObject();

    assertThat(json.get("environments"))
        .isEqualTo(
            JsonParser.parseString(
                """
                [{"environmentId": "00000000-0000-0002-0000-000000000000", "name": "Production"},
                 {"environmentId": "00000000-0000-0002-0000-000000000001", "name": "Test"}]
                """));
    JsonArray flags = json.getAsJsonArray("flags");
    assertThat(flags).hasSize(3);
    assertThat(flags.get(2))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"configId": "00000000-0000-0001-0000-000000000001", "configName": "Main",
                 "settingId": 7, "key": "banner", "name": "The banner", "settingType": "string",
                 "differs": false, "values": [
                   {"environmentId": "00000000-0000-0002-0000-000000000000",
                    "environmentName": "Production", "value": "two\\n\\"lines\\"\\u001b[31m",
                    "hasRules": false, "isStale": false},
                   {"environmentId": "00000000-0000-0002-0000-000000000001",
                    "environmentName": "Test", "value": null, "hasRules": null, "isStale": null}]}
                """));
    assertThat(flags.get(1).getAsJsonObject().getAsJsonArray("values").get(1))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"environmentId": "00000000-0000-0002-0000-000000000001",
                 "environmentName": "Test", "value": true, "hasRules": true, "isStale": true}
                """));
  }

  @Test
  void keepsTheRowsThatMatchACondition() {
    FlagTable table = shop();

    assertThat(table.only(Row::differs).rows()).containsExactly(table.rows().get(0));
    assertThat(table.only(Row::hasRules).rows()).containsExactly(table.rows().get(1));
    assertThat(table.only(Row::isStale).rows()).containsExactly(table.rows().get(1));
    assertThat(table.only(row -> false).environments()).isEqualTo(table.environments());
  }
}
