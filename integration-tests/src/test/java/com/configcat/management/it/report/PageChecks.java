package com.configcat.management.it.report;

/** Scripts that look a page over and return what is wrong. */
final class PageChecks {
  /** The outline that shows the focus; a radio button is transparent and its label has it. */
  static final String FOCUS =
      """
      const focused = document.activeElement;
      const shown = focused.type === 'radio' ? focused.nextElementSibling : focused;
      const style = getComputedStyle(shown);
      return `${style.outlineWidth} ${style.outlineStyle}`;
      """;

  /** Visible elements that stick out of the window to the right. */
  static final String OUTSIDE =
      """
      return [...document.querySelectorAll('main *, header *')]
        .filter((one) => one.checkVisibility() && !one.matches('.hidden, option'))
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
        .map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 60)}`);
      """;

  /** Texts with less contrast than WCAG 2 wants at level AA. */
  static final String CONTRAST =
      """
      const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
      const light = (color) => {
        const [r, g, b] = numbers(color).map((part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const background = (one) => {
        for (let at = one; at; at = at.parentElement) {
          const color = getComputedStyle(at).backgroundColor;
          const alpha = numbers(color)[3] ?? 1;
          if (alpha === 1) return color;
          if (alpha > 0) throw new Error(`Half transparent: ${at.outerHTML.slice(0, 100)}`);
        }
        return 'rgb(255, 255, 255)';
      };
      const wrong = [];
      const check = (one, style, text) => {
        const [a, b] = [light(style.color), light(background(one))].sort((x, y) => y - x);
        const ratio = (a + 0.05) / (b + 0.05);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
        if (ratio < (large ? 3 : 4.5)) wrong.push(`${ratio.toFixed(2)} ${one.className}: ${text}`);
      };
      for (const one of document.body.querySelectorAll('*')) {
        if (!one.checkVisibility() || one.matches('.hidden, script, noscript')) continue;
        const own = [...one.childNodes].filter((node) => node.nodeType === 3);
        const text = own.map((node) => node.data).join('').trim().slice(0, 60);
        if (text) check(one, getComputedStyle(one), text);
        if (one.matches('.mark')) check(one, getComputedStyle(one, '::before'), 'mark');
        if (one.placeholder) check(one, getComputedStyle(one, '::placeholder'), 'placeholder');
      }
      return wrong;
      """;

  private PageChecks() {}
}
