package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.configcat.management.error.AmbiguousMatchException;
import com.configcat.management.error.ForbiddenException;
import com.configcat.management.error.NoMatchException;
import com.configcat.management.fake.Fault;
import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.SegmentListModel;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.TagModel;
import com.configcat.management.resource.Findable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindTest extends Home {
  /** One of each kind, called "one", and where it is. */
  private record Looked(Findable<?> findable, UUID parentId, Object id) {}

  private List<Looked> all() {
    return List.of(
        new Looked(configcat.products(), organizationId, fake.world().product("one").id()),
        new Looked(configcat.configs(), product.id(), product.v2Config("one").id()),
        new Looked(configcat.environments(), product.id(), product.environment("one").id()),
        new Looked(configcat.flags(), v2.id(), v2.flag("one").id()),
        new Looked(configcat.tags(), product.id(), product.tag("one")),
        new Looked(configcat.segments(), product.id(), product.segment("one", "@acme")));
  }

  private static Object id(Object found) {
    if (found instanceof ProductModel one) {
      return one.getProductId();
    } else if (found instanceof ConfigModel one) {
      return one.getConfigId();
    } else if (found instanceof EnvironmentModel one) {
      return one.getEnvironmentId();
    } else if (found instanceof SettingModel one) {
      return one.getSettingId();
    } else if (found instanceof TagModel one) {
      return one.getTagId();
    }
    return ((SegmentListModel) found).getSegmentId();
  }

  @Test
  void findsTheOneOfANameWithOneRequest() {
    for (Looked looked : all()) {
      fake.forgetRequests();

      assertThat(looked.findable().find(looked.parentId(), "one").map(FindTest::id))
          .hasValue(looked.id());
      assertThat(fake.requests()).hasSize(1);
      assertThat(id(looked.findable().require(looked.parentId(), "one"))).isEqualTo(looked.id());
      assertThat(looked.findable().findAll(looked.parentId(), name -> name.startsWith("on")))
          .extracting(FindTest::id)
          .containsExactly(looked.id());
    }
  }

  @Test
  void comparesNamesExactly() {
    for (Looked looked : all()) {
      for (String other : List.of("One", "one ", "on", "ones")) {
        assertThat(looked.findable().find(looked.parentId(), other)).isEmpty();
      }
    }
  }

  @Test
  void saysWhatIsNearlyCalledLikeThat() {
    Stream.of("webShop", "web-shop", "Web-Shops", "warehouse").forEach(v2::flag);

    assertThatExceptionOfType(NoMatchException.class)
        .isThrownBy(() -> configcat.flags().require(v2.id(), "web_shop"))
        .satisfies(
            e -> {
              assertThat(e.suggestions()).containsExactly("web-shop", "webShop", "Web-Shops");
              assertThat(e.candidates()).isEqualTo(4);
              assertThat(e.requestMayHaveBeenApplied()).isFalse();
              assertThat(e.attempts()).isEqualTo(1);
              assertThat(e.operation()).hasToString("GET /v1/configs/{configId}/settings");
            })
        .withMessage(
            "No Feature Flag or Setting has the key 'web_shop' (GET /v1/configs/{configId}/settings"
                + " lists 4; compared exactly, case included). Near: 'web-shop', 'webShop',"
                + " 'Web-Shops'");
  }

  @Test
  void saysThatThereIsNothingAtAll() {
    assertThatExceptionOfType(NoMatchException.class)
        .isThrownBy(() -> configcat.tags().require(product.id(), "web"))
        .withMessageContaining("lists none")
        .satisfies(e -> assertThat(e.suggestions()).isEmpty());
  }

  @Test
  void namesTheIdsOfSeveralOfOneName() {
    long first = product.tag("web");
    long second = product.tag("web");

    for (var lookup :
        List.<Runnable>of(
            () -> configcat.tags().find(product.id(), "web"),
            () -> configcat.tags().require(product.id(), "web"))) {
      assertThatExceptionOfType(AmbiguousMatchException.class)
          .isThrownBy(lookup::run)
          .withMessageContaining("2 have the name 'web'")
          .satisfies(
              e -> {
                assertThat(e.ids()).containsExactly("" + first, "" + second);
                assertThat(e.requestMayHaveBeenApplied()).isFalse();
              });
    }
    assertThat(configcat.tags().findAll(product.id(), "web"::equals)).hasSize(2);
  }

  @Test
  void looksForProductsInAllOrganizationsOrInOne() {
    assertThat(configcat.products().find("Shop").map(ProductModel::getProductId))
        .hasValue(product.id());
    assertThat(configcat.products().require("Shop").getProductId()).isEqualTo(product.id());
    assertThat(configcat.products().findAll(name -> true)).hasSize(1);
    assertThat(configcat.products().find(UUID.randomUUID(), "Shop")).isEmpty();
    assertThat(configcat.products().findAll(UUID.randomUUID(), name -> true)).isEmpty();
  }

  @Test
  void failsAsTheListDoes() {
    fake.faults().at(1, Fault.statusBefore(403));

    assertThatExceptionOfType(ForbiddenException.class)
        .isThrownBy(() -> configcat.configs().find(product.id(), "New"));
  }
}
