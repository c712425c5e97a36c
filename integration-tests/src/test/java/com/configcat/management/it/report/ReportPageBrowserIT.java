package com.configcat.management.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class ReportPageBrowserIT {
  private static final int OPERATIONS = 123;

  @TempDir private static Path folder;
  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(folder);
    page = folder.resolve("index.html");
    Files.writeString(page, ReportPage.html(SampleReport.failed()));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    open("", 1280, "light");
  }

  @AfterEach
  void consoleIsEmpty() {
    assertThat(browser.console()).isEmpty();
    assertThat(browser.run("return window.hacked")).isNull();
  }

  private static void open(String hash, int width, String scheme) {
    browser.open(page, hash, width, scheme);
  }

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

  @Test
  void tellsTheSummaryWithoutScripts() {
    browser.scripts(false);
    try {
      open("", 1280, "light");

      assertThat(browser.one("h1").getText()).contains("4 of 123 operations failed");
      assertThat(browser.shown("tbody tr")).hasSize(23);
      assertThat(browser.shown("#filters")).isEmpty();
      browser.one("#op-create-webhook").click();
      assertThat(browser.one(operation("op-create-webhook")).getText())
          .contains("failed: status 404 Expected NotFoundException", "passed: status 429");
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void printsDarkOnLightWithoutControls() {
    browser.media("print", "dark");

    assertThat(browser.shown("#filters, button:not(.pick), .skip")).isEmpty();
    assertThat(browser.shown(".operation")).hasSize(OPERATIONS);
    assertThat(browser.run(PageChecks.CONTRAST)).asInstanceOf(PageChecks.LIST).isEmpty();
    assertThat(browser.one("h2").getCssValue("color")).isEqualTo("rgba(27, 31, 36, 1)");
  }

  @Test
  void worksByKeyboardAlone() {
    browser.press(Keys.TAB);
    assertThat(browser.focused().getText()).isEqualTo("Skip to the operations");
    assertFocusShows();
    browser.press(Keys.ENTER);
    assertThat(browser.focused().getText()).isEqualTo("Operations");

    browser.press("/");
    assertThat(browser.focused().getDomProperty("id")).isEqualTo("text");
    browser.press("404 webhook/");
    assertShown(0);
    browser.press(Keys.ESCAPE);
    browser.press("-webhook");
    assertShown(7);

    browser.press(Keys.TAB);
    assertFocusShows();
    browser.press("Webhooks", Keys.TAB);
    assertShown(7);
    browser.press(Keys.ARROW_RIGHT);
    assertShown(1);
    for (int stop = 0; stop < 3; stop++) {
      assertFocusShows();
      browser.press(Keys.TAB);
    }
    assertThat(browser.focused().getText()).contains("POST", "/webhooks");
    assertFocusShows();

    browser.press(Keys.ENTER);
    browser.await(() -> browser.all(".case").size() == 8);
    browser.press(Keys.TAB, Keys.TAB);
    assertFocusShows();
    browser.press(Keys.SPACE);
    browser.await(() -> browser.all("pre").size() == 2);
  }

  @Test
  void choosesAResourceByKeyboard() {
    browser.press(Keys.TAB, Keys.TAB, Keys.TAB);
    assertFocusShows();

    browser.press(Keys.SPACE);

    assertShown(8);
  }

  @Test
  void namesEveryControl() {
    List<WebElement> controls = browser.shown("input:not([type=radio]), select, button, fieldset");

    assertThat(controls).hasSizeGreaterThan(25);
    assertThat(controls).extracting(WebElement::getAccessibleName).doesNotContain("");
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "360, light", "360, dark"})
  void fitsTheWindowAndCanBeRead(int width, String scheme) throws IOException {
    open("", width, scheme);
    screenshot(width + "-" + scheme + ".png");
    browser.run("document.getElementById('resources').open = true");
    browser.one(".pick[value=Webhooks]").click();
    for (String operation : List.of("op-create-webhook", "op-replace-webhook")) {
      openOperation(operation);
    }
    browser.run("document.querySelectorAll('.case').forEach(one => one.open = true)");
    browser.await(() -> browser.all(".exchange").size() == 16);
    browser.run("document.getElementById('op-create-webhook').scrollIntoView()");
    screenshot(width + "-" + scheme + "-open.png");

    assertThat(browser.run("return innerWidth")).isEqualTo((long) width);
    assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat(browser.run(PageChecks.OUTSIDE)).asInstanceOf(PageChecks.LIST).isEmpty();
    assertThat(browser.run(PageChecks.CONTRAST)).asInstanceOf(PageChecks.LIST).isEmpty();
  }

  @Test
  void isDarkWhereDarkIsPreferred() {
    String light = browser.one("body").getCssValue("background-color");
    String text = browser.one("body").getCssValue("color");

    open("", 1280, "dark");

    assertThat(light).isEqualTo("rgba(246, 247, 248, 1)");
    assertThat(browser.one("body").getCssValue("background-color"))
        .isEqualTo("rgba(16, 19, 23, 1)");
    assertThat(browser.one("body").getCssValue("color")).isNotEqualTo(text);
  }

  /** Selects an operation by the id that links lead to. */
  private static String operation(String id) {
    return ".operation:has(> #" + id + ")";
  }

  private static void assertShown(int count) {
    assertThat(browser.shown(".operation")).hasSize(count);
    String expected = count == OPERATIONS ? "123 operations" : count + " of 123 operations";
    assertThat(browser.one("#shown").getText()).isEqualTo(expected);
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

  private static void assertFocusShows() {
    assertThat(browser.run(PageChecks.FOCUS)).isEqualTo("3px solid");
  }

  private static WebElement openOperation(String id) {
    browser.one("#" + id).click();
    browser.await(() -> !browser.all(operation(id) + " .case").isEmpty());
    return browser.one(operation(id));
  }

  private static void openCase(WebElement operation, int index) {
    WebElement one = operation.findElements(By.className("case")).get(index);
    one.findElement(By.tagName("summary")).click();
    browser.await(() -> !one.findElements(By.className("exchange")).isEmpty());
  }

  private static void screenshot(String name) throws IOException {
    Path target = Files.createDirectories(Path.of("target", "report-page"));
    browser.screenshot(target.resolve(name));
  }
}
