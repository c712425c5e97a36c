package com.configcat.management.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class ReportPageAccessBrowserIT extends BrowserReport {
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
    assertThat((List<?>) browser.run(PageChecks.CONTRAST)).isEmpty();
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
    assertThat((List<?>) browser.run(PageChecks.OUTSIDE)).isEmpty();
    assertThat((List<?>) browser.run(PageChecks.CONTRAST)).isEmpty();
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

  private static void assertFocusShows() {
    assertThat(browser.run(PageChecks.FOCUS)).isEqualTo("3px solid");
  }

  private static void screenshot(String name) throws IOException {
    Path target = Files.createDirectories(Path.of("target", "report-page"));
    browser.screenshot(target.resolve(name));
  }
}
