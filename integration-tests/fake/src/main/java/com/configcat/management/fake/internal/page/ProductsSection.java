package com.configcat.management.fake.internal.page;

import com.configcat.management.fake.internal.page.Overview.Config;
import com.configcat.management.fake.internal.page.Overview.Environment;
import com.configcat.management.fake.internal.page.Overview.Flag;
import com.configcat.management.fake.internal.page.Overview.Listed;
import com.configcat.management.fake.internal.page.Overview.Product;
import com.configcat.management.fake.internal.page.Overview.Served;
import java.util.List;
import java.util.Locale;

/** Writes the tree of Products, and what their flags serve. */
final class ProductsSection {
  private ProductsSection() {}

  static void write(Html html, Listed<Product> products) {
    OverviewPage.heading(html, "products", "Products", products.total());
    if (products.items().isEmpty()) {
      html.element("p", "There is none yet.", "class", "none");
    }
    products
        .items()
        .forEach(
            product -> html.element("article", () -> product(html, product), "class", "product"));
    OverviewPage.more(html, products, "Products");
  }

  private static void product(Html html, Product product) {
    named(html, "h3", "Product", product.name(), product.id());
    html.element("h4", "Environments");
    if (product.environments().items().isEmpty()) {
      html.element("p", "None", "class", "none");
    } else {
      html.element(
          "ul",
          () -> product.environments().items().forEach(each -> environment(html, each)),
          "class",
          "environments");
    }
    OverviewPage.more(html, product.environments(), "Environments");
    product
        .configs()
        .items()
        .forEach(
            config ->
                html.element(
                    "details",
                    () -> config(html, config, product.environments().items()),
                    "class",
                    "config",
                    "open",
                    ""));
    if (product.configs().items().isEmpty()) {
      html.element("p", "No Configs", "class", "none");
    }
    OverviewPage.more(html, product.configs(), "Configs");
  }

  private static void named(Html html, String heading, String kind, String name, String id) {
    html.element(
        heading,
        () ->
            html.element("span", kind + " ", "class", "kind")
                .text(name + " ")
                .element("code", id, "class", "id"));
  }

  private static void environment(Html html, Environment environment) {
    html.element(
        "li",
        () -> {
          html.element("b", environment.name()).text(" ");
          if (environment.reasonRequired()) {
            html.element("span", "reason required", "class", "chip").text(" ");
          }
          if (environment.approveRequired()) {
            html.element("span", "approval required", "class", "chip").text(" ");
          }
          html.element("code", environment.id(), "class", "id");
        });
  }

  private static void config(Html html, Config config, List<Environment> environments) {
    html.element(
        "summary",
        () -> {
          named(html, "h4", "Config", config.name(), config.id());
          html.element("span", config.version().toUpperCase(Locale.ROOT), "class", "chip");
        });
    if (config.flags().items().isEmpty()) {
      html.element("p", "No flags", "class", "none");
    } else {
      // What can be scrolled has to be reached by keyboard.
      html.element(
          "div",
          () ->
              html.element(
                  "table",
                  () -> {
                    html.element("thead", () -> html.element("tr", () -> head(html, environments)));
                    html.element(
                        "tbody",
                        () ->
                            config
                                .flags()
                                .items()
                                .forEach(each -> html.element("tr", () -> flag(html, each))));
                  }),
          "class",
          "table",
          "role",
          "region",
          "aria-label",
          "Flags of " + config.name(),
          "tabindex",
          "0");
    }
    OverviewPage.more(html, config.flags(), "flags");
    if (!config.sdkKeys().isEmpty()) {
      html.element("details", () -> sdkKeys(html, config), "class", "keys");
    }
  }

  private static void head(Html html, List<Environment> environments) {
    html.element("th", "Flag", "scope", "col");
    environments.forEach(each -> html.element("th", each.name(), "scope", "col"));
  }

  private static void flag(Html html, Flag flag) {
    html.element(
        "th",
        () -> {
          html.element("code", flag.key());
          html.element(
              "small",
              (flag.name().equals(flag.key()) ? "" : flag.name() + ", ")
                  + flag.type()
                  + ", id "
                  + flag.id());
        },
        "scope",
        "row");
    flag.served().forEach(served -> html.element("td", () -> served(html, served)));
  }

  private static void served(Html html, Served served) {
    html.element(
        "code", served.value(), "class", served.value().equals("true") ? "value on" : "value");
    if (!served.rules().isEmpty()) {
      html.element("small", "+ " + served.rules());
    }
  }

  private static void sdkKeys(Html html, Config config) {
    html.element("summary", "SDK keys");
    html.element(
        "dl",
        () ->
            config
                .sdkKeys()
                .forEach(
                    keys -> {
                      html.element("dt", keys.environment());
                      html.element("dd", () -> html.element("code", keys.primary()));
                      if (!keys.secondary().isEmpty()) {
                        html.element("dd", () -> html.element("code", keys.secondary()));
                      }
                    }));
  }
}
