package io.ardmstream.it;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page of the rates, in the words of its readers.
 *
 * @param browser that shows it
 * @param address of its server
 */
record RatesPage(Browser browser, String address) {

  static final List<String> CHARTS = List.of("ratio", "bits", "saved", "throughput", "modes");

  /** Opens it with a selection, as in {@code stream=door&last=300}, and waits for its charts. */
  void open(String selection) {
    browser.open(address + (selection.isEmpty() ? "" : "#" + selection));
    browser.await("the charts are there", () -> browser.is("'ready' in document.body.dataset"));
  }

  /** One of the figures at the top, without the spaces between thousands. */
  String figure(String name) {
    Object text =
        browser.run(
            "return [...document.querySelectorAll('#figures > div')]"
                + ".find(figure => figure.firstElementChild.textContent === arguments[0])"
                + "?.querySelector('strong').textContent",
            name);
    return String.valueOf(text).replace("\u202f", "");
  }

  /** Waits until the figures are those of some records. */
  void awaitFigures(Figures expected) {
    browser.await(
        "the figures are " + expected + ", not " + figure("Records") + ", " + figure("Ratio"),
        () ->
            figure("Records").equals(Long.toString(expected.records()))
                && figure("Ratio").equals(expected.ratio())
                && figure("Bits per dimension").equals(expected.bitsPerDimension()));
  }

  /** Pixels that are neither grey nor nearly so: lines, areas and bars. */
  Map<String, Double> colouredPixels() {
    return CHARTS.stream().collect(Collectors.toMap(chart -> chart, this::colouredPixels));
  }

  private double colouredPixels(String chart) {
    return pixels(
        "[data-chart=%s] canvas".formatted(chart),
        "let count = 0; for (let i = 0; i < data.length; i += 4) {"
            + " const [r, g, b, a] = data.slice(i, i + 4);"
            + " if (a > 60 && Math.max(r, g, b) - Math.min(r, g, b) > 50) count++; } return count;");
  }

  /** Different colours of the heat map in sight; 0 if there is none. */
  double heatColours() {
    return pixels(
        "#glance .pictures:not(.waiting) canvas[data-heat]",
        "return new Set(new Uint32Array(data.buffer)).size;");
  }

  /** Counts in a copy of a canvas; 0 if there is no canvas. */
  private double pixels(String canvas, String count) {
    return browser.number(
        "(() => { const canvas = document.querySelector('%s'); if (!canvas) return 0;"
                .formatted(canvas)
            + " const copy = document.createElement('canvas');"
            + " copy.width = canvas.width; copy.height = canvas.height;"
            + " const context = copy.getContext('2d', { willReadFrequently: true });"
            + " context.drawImage(canvas, 0, 0);"
            + " const { data } = context.getImageData(0, 0, copy.width, copy.height); %s })()"
                .formatted(count));
  }

  List<String> streamsInSight() {
    return texts("#list .row b");
  }

  List<String> streamsOfRecords() {
    return texts("#records tbody td:first-child");
  }

  @SuppressWarnings("unchecked")
  private List<String> texts(String elements) {
    return (List<String>)
        browser.run(
            "return [...document.querySelectorAll(arguments[0])].map(each => each.textContent)",
            elements);
  }
}
