package com.configcat.management.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

class ReportPageBrowserIT extends BrowserReport {
  @Test
  void showsTheVerdictTheCountsAndTheFailuresFirst() {
    assertThat(browser.one("h1").getText()).contains("4 of 123 operations failed");
    assertThat(browser.shown(".count")).hasSize(5);
    assertThat(browser.shown(".operation")).hasSize(OPERATIONS);
    assertThat(browser.all(".operation").subList(0, 5))
        .extracting(one -> one.getAttribute("class").contains("failed"))
        .containsExactly(true, true, true, true, false);
  }

  @Test
  void filtersByOutcome() {
    browser.one("input[value=failed]").click();
    assertShown(4);
    assertThat(browser.shown("h3")).hasSize(1);

    browser.one("input[value=passed]").click();
    assertShown(119);

    browser.one("input[value=all]").click();
    assertShown(OPERATIONS);
  }

  @Test
  void filtersByResource() {
    browser.one("#resource").sendKeys("Flags");
    assertShown(8);
    assertThat(browser.one("tr.chosen").getText()).startsWith("Flags");

    browser.one(".pick[value=Webhooks]").click();
    assertShown(7);
    assertThat(browser.one("#resource").getDomProperty("value")).isEqualTo("Webhooks");
    assertThat(browser.all("[aria-pressed=true]")).hasSize(1);

    browser.one(".pick[value=Webhooks]").click();
    assertShown(OPERATIONS);
  }

  @Test
  void filtersByEveryWordOfAText() {
    browser.one("#text").sendKeys("DECODINGexception");
    assertShown(1);

    browser.one("#text").clear();
    browser.one("#text").sendKeys("get /v1/products tags");
    assertShown(1);
  }

  @Test
  void filtersByAllAtOnceAndClears() {
    browser.one(".pick[value=Webhooks]").click();
    browser.one("input[value=failed]").click();
    assertShown(1);
    browser.one("#text").sendKeys("no such thing");
    assertShown(0);
    assertThat(browser.shown("h3")).isEmpty();

    browser.one("#clear").click();

    assertShown(OPERATIONS);
    assertThat(browser.shown("#nothing")).isEmpty();
  }

  @Test
  void makesCasesAndBodiesOnlyWhenTheyAreOpened() {
    assertThat(browser.all(".case, pre")).isEmpty();

    WebElement operation = openOperation("op-get-products");
    assertThat(browser.all(".case")).hasSize(8);
    assertThat(browser.all("pre")).isEmpty();

    openCase(operation, 0);
    assertThat(browser.all("pre")).hasSize(1);
  }

  @Test
  void showsRequestAndAnswerAsTheyWere() {
    WebElement operation = openOperation("op-update-config");
    openCase(operation, 0);

    String text = browser.one(".exchange").getText();
    assertThat(text)
        .contains("PUT http://127.0.0.1:40321/v1/configs/08d8f29c")
        .contains("Authorization: ***", "X-Rate-Limit-Remaining: 499")
        .contains("\"order\": 9007199254740993,", "\"tags\": [],", "<img src=x")
        .contains("    \"ratio\": -0.1,\n    \"archived\": false,");
    assertThat(List.of("key", "string", "number-value", "literal", "punctuation"))
        .extracting(name -> browser.one("pre ." + name).getCssValue("color"))
        .doesNotHaveDuplicates();
    assertThat(browser.all("img")).isEmpty();
  }

  @Test
  void showsWhyACaseFailed() {
    WebElement operation = openOperation("op-get-settings");
    openCase(operation, 0);

    assertThat(operation.getText())
        .contains("Accepted no", "Decoded yes", "Prism objected to the request.")
        .contains("Error type at request.body.tags[0]: must be integer");
  }

  @Test
  void showsAnAnswerThatIsNoJsonAsItIs() {
    openCase(openOperation("op-create-webhook"), 0);

    assertThat(browser.all("pre").get(1).getText())
        .isEqualTo("<!DOCTYPE html>\n<title>Not found</title>\n<h1>Not found</h1>");
  }

  @Test
  void showsALongAnswerInParts() {
    openCase(openOperation("op-get-products"), 1);
    assertThat(browser.all(".row")).hasSize(300);

    browser.one(".exchange button").click();

    assertThat(browser.all(".row")).hasSizeGreaterThan(SampleReport.LONG_LIST * 10);
    assertThat((String) browser.run("return document.querySelector('pre').lastChild.textContent"))
        .isEqualTo("]");
    assertThat(browser.all(".exchange button")).isEmpty();
  }

  @Test
  void opensWhatFailedAndClosesAll() {
    browser.one("#open-failed").click();
    browser.await(() -> browser.all(".case.failed").size() == 3);
    assertThat(browser.all(".operation[open]")).hasSize(4);

    browser.one("#close-all").click();
    assertThat(browser.all(".operation[open]")).isEmpty();
  }

  @Test
  void leadsToAnOperationByItsLink() {
    open("#op-get-products", 1280, "light");
    assertLinked("op-get-products");

    browser.one("input[value=failed]").click();
    browser.run("location.hash = '#op-get-tag'");
    browser.await(() -> !browser.all(operation("op-get-tag") + " .case").isEmpty());
    assertLinked("op-get-tag");
  }

  @Test
  void staysQuick() {
    double milliseconds =
        ((Number)
                browser.run(
                    """
                    const text = document.getElementById('text');
                    const start = performance.now();
                    for (const word of ['g', 'ge', 'get', 'get x', '']) {
                      text.value = word;
                      text.dispatchEvent(new Event('input'));
                      document.body.offsetHeight;
                    }
                    return performance.now() - start;
                    """))
            .doubleValue();

    assertThat(milliseconds).isLessThan(2_000);
    assertThat(((Number) browser.run("return document.querySelectorAll('*').length")).intValue())
        .isLessThan(4_000);
  }

  private static void assertLinked(String id) {
    assertThat(browser.one(operation(id)).getDomProperty("open")).isEqualTo("true");
    assertThat(browser.all(operation(id) + " .case")).hasSize(8);
    assertThat(browser.run("return document.activeElement.id")).isEqualTo(id);
    assertThat(
            browser.run(
                "const box = document.activeElement.getBoundingClientRect();"
                    + "return box.top >= 0 && box.bottom <= innerHeight"))
        .isEqualTo(true);
  }
}
