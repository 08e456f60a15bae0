package io.ardmstream.it;

/** What can be said of a page in numbers, as scripts that run in it. */
final class Readability {

  private static final String LUMINANCE =
      "const light = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(Number)"
          + ".map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);"
          + "return 0.2126 * r + 0.7152 * g + 0.0722 * b; };";

  /** Relative luminance of the background, 0 to 1. */
  static final String LUMINANCE_OF_THE_PAGE =
      "(() => { "
          + LUMINANCE
          + " return light(getComputedStyle(document.body).backgroundColor); })()";

  /** Texts in sight whose contrast to their background is less than 4.5 to 1 (WCAG AA). */
  static final String FAINT_TEXTS =
      LUMINANCE
          + "const behind = element => { const colour = getComputedStyle(element).backgroundColor;"
          + "return colour.startsWith('rgba(0, 0, 0, 0') ? behind(element.parentElement) : colour; };"
          + "const texts = [...document.querySelectorAll('body *')].filter(element =>"
          + "[...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())"
          + "&& element.getClientRects().length);"
          + "return texts.map(element => { const [a, b] = [light(getComputedStyle(element).color),"
          + "light(behind(element))].sort((a, b) => b - a);"
          + "return [element.textContent, (a + 0.05) / (b + 0.05)]; })"
          + ".filter(([, contrast]) => contrast < 4.5).map(each => each.join(' has '));";

  /** Pairs of cards that cover one another, and cards that are wider than the page. */
  static final String OVERLAPS =
      "const cards = [...document.querySelectorAll('article:not([hidden]), aside, header, #figures')]"
          + ".map(card => [card.id || card.dataset.chart || card.tagName, card.getBoundingClientRect()]);"
          + "const overlap = (a, b) => a.left < b.right - 1 && b.left < a.right - 1"
          + "&& a.top < b.bottom - 1 && b.top < a.bottom - 1;"
          + "return cards.flatMap(([a, x], i) => cards.slice(i + 1).filter(([, y]) => overlap(x, y))"
          + ".map(([b]) => a + ' and ' + b)"
          + ".concat(x.right > innerWidth + 1 || x.height < 20 ? [a + ' has no room'] : []));";

  private Readability() {}
}
