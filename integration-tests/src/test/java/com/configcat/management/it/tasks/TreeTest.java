package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.error.NotFoundException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.model.SettingValue;
import com.configcat.management.resource.ProductTree;
import com.google.gson.JsonParser;
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
    assertThat(fake.requests()).hasSize(9);
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
  void asksForNoValuesWhereThereAreNoFlags() {
    fake.forgetRequests();

    ProductTree tree = configcat.products().treeWithValues(product.id());

    assertThat(fake.requests()).hasSize(5);
    assertThat(tree.configs()).hasSize(2);
  }

  @Test
  void failsForAProductThatIsNotThere() {
    Assertions.assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> configcat.products().tree(UUID.randomUUID()));
  }
}
