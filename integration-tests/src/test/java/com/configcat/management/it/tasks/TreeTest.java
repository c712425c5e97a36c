package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.error.NotFoundException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.fake.Fault;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.resource.ProductTree;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class TreeTest extends Home {
  @Test
  void showsWhatIsInAProductWithARequestForEachList() {
    v1.flag("old");
    v2.flag("isOn");
    v2.setting("banner", "string");
    fake.forgetRequests();

    ProductTree tree = configcat.products().tree(product.id());

    assertThat(tree)
        .hasToString(
            """
            Product 'Shop'
              Environment 'Production'
              Environment 'Test'
              Config 'Old' (v1)
                old  boolean
              Config 'New' (v2)
                isOn    boolean
                banner  string\
            """);
    assertThat(fake.requests()).hasSize(5);
    assertThat(tree.configs().get(1).flags().get(0).flag().getKey()).isEqualTo("isOn");
    assertThat(tree.configs().get(1).flags().get(0).defaultValues()).isEmpty();
  }

  @Test
  void showsDefaultValuesOfBothVersionsIfAsked() {
    v1.setting("limit", "int").serve(production, "{\"value\":10}");
    v1.setting("share", "double").serve(test, "{\"value\":0.5}");
    FakeFlag banner = v2.setting("banner", "string");
    banner.serve(production, "{\"defaultValue\":{\"stringValue\":\"two\\nlines\"}}");
    fake.forgetRequests();

    ProductTree tree = configcat.products().treeWithValues(product.id());

    assertThat(tree)
        .hasToString(
            """
            Product 'Shop'
              Environment 'Production'
              Environment 'Test'
              Config 'Old' (v1)
                limit  int  Production: 10, Test: 0
                share  double  Production: 0, Test: 0.5
              Config 'New' (v2)
                banner  string  Production: "two lines", Test: \"\"\
            """);
    assertThat(tree.configs().get(0).flags().get(0).defaultValues())
        .isEqualTo(Map.of(production.id(), SettingValue.of(10), test.id(), SettingValue.of(0)));
    assertThat(fake.requests()).hasSize(7);
  }

  @Test
  void knowsFromTheValuesAllThatTheListOfFlagsHas() {
    long tag = product.tag("web");
    v1.flag("old").tag(tag);
    v2.setting("banner", "string").tag(tag);
    v2.setting(
        JsonParser.parseString(
                """
                {"key":"size","name":"Size","hint":"How large","settingType":"string","isJson":false,
                 "predefinedVariations":[{"name":"Small","value":{"stringValue":"s"}},
                   {"name":"Large","value":{"stringValue":"l"}}]}
                """)
            .getAsJsonObject());

    assertThat(flags(configcat.products().treeWithValues(product.id())))
        .hasSize(3)
        .isEqualTo(flags(configcat.products().tree(product.id())));
  }

  private static List<SettingModel> flags(ProductTree tree) {
    return tree.configs().stream()
        .flatMap(config -> config.flags().stream())
        .map(ProductTree.FlagNode::flag)
        .toList();
  }

  @Test
  void showsTheValueOfAPredefinedVariation() {
    v2.setting(
        JsonParser.parseString(
                """
                {"key":"size","name":"size","settingType":"string","predefinedVariations":[
                  {"name":"Small","value":{"stringValue":"s"}},
                  {"name":"Large","value":{"stringValue":"l"}}]}
                """)
            .getAsJsonObject());

    ProductTree tree = configcat.products().treeWithValues(product.id());

    assertThat(tree.configs().get(1).flags().get(0).defaultValues())
        .containsEntry(test.id(), SettingValue.of("s"));
  }

  @Test
  void listsTheFlagsOfAProductWithoutEnvironments() {
    FakeProduct bare = fake.world().product("Bare");
    bare.v2Config("Main").flag("isOn");
    fake.forgetRequests();

    ProductTree tree = configcat.products().treeWithValues(bare.id());

    assertThat(fake.requests()).hasSize(4);
    assertThat(flags(tree)).extracting(SettingModel::getKey).containsExactly("isOn");
  }

  @Test
  void hasAFlagThatIsMadeWhileItReads() {
    v2.flag("first");
    fake.faults()
        .at(
            1,
            "GET /v2/configs/{configId}/environments/{environmentId}/values",
            Fault.between(state -> v2.flag("second")));

    ProductTree tree = configcat.products().treeWithValues(product.id());

    assertThat(flags(tree)).extracting(SettingModel::getKey).contains("first", "second");
  }

  @Test
  void failsForAProductThatIsNotThere() {
    Assertions.assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> configcat.products().tree(UUID.randomUUID()));
  }
}
