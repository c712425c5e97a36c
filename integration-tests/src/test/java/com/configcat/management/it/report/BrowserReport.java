package com.configcat.management.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The sample report, opened in a browser that must find nothing to complain about. */
abstract class BrowserReport {
  static final int OPERATIONS = 123;

  static Browser browser;
  @TempDir private static Path folder;
  private static Path page;

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

  static void open(String hash, int width, String scheme) {
    browser.open(page, hash, width, scheme);
  }

  /** Selects an operation by the id that links lead to. */
  static String operation(String id) {
    return ".operation:has(> #" + id + ")";
  }

  static void assertShown(int count) {
    assertThat(browser.shown(".operation")).hasSize(count);
    String expected = count == OPERATIONS ? "123 operations" : count + " of 123 operations";
    assertThat(browser.one("#shown").getText()).isEqualTo(expected);
  }

  static WebElement openOperation(String id) {
    browser.one("#" + id).click();
    browser.await(() -> !browser.all(operation(id) + " .case").isEmpty());
    return browser.one(operation(id));
  }

  static void openCase(WebElement operation, int index) {
    WebElement one = operation.findElements(By.className("case")).get(index);
    one.findElement(By.tagName("summary")).click();
    browser.await(() -> !one.findElements(By.className("exchange")).isEmpty());
  }
}
