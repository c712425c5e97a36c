package com.configcat.management.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void escapesForContentAndAttributes() {
    assertThat(Markup.text("<a href=\"x\" id='y'>&"))
        .isEqualTo("&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
  }

  @Test
  void replacesWhatHtmlCannotHold() {
    assertThat(Markup.text("a\u0000b\uD800c\uD83D\uDE00\n"))
        .isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00\n");
  }

  @Test
  void setsTheParametersOfAPathApart() {
    assertThat(Markup.path("/v1/{a}/<b>"))
        .isEqualTo("/v1<wbr>/<span class=\"param\">{a}</span><wbr>/&lt;b&gt;");
  }

  @Test
  void letsANameBreakBetweenItsWords() {
    assertThat(Markup.name("MeOperations.getAll&<"))
        .isEqualTo("Me<wbr>Operations<wbr>.get<wbr>All&amp;&lt;");
  }

  @Test
  void countsInWords() {
    assertThat(Markup.count(1, "case")).isEqualTo("1 case");
    assertThat(Markup.count(0, "case")).isEqualTo("0 cases");
    assertThat(Markup.count(1234567, "case")).isEqualTo("1,234,567 cases");
  }
}
