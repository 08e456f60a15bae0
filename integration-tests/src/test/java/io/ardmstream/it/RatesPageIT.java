package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.dashboard.Dashboard;
import io.ardmstream.dashboard.topic.KafkaSource;
import io.ardmstream.schema.MediaKind;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.WireFormat;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The built-in page in a real browser, over the topics of a real compress job. */
@ExtendWith(StreamingSystem.class)
@Timeout(180)
class RatesPageIT {

  private static final int WIDE = 1440;
  private static final int STREAMS = ManyStreams.CAMERAS + 2 + ManyStreams.HOSTILE.size();
  private static final double LARGEST_PAGE_BYTES = 60_000;
  // far above what is usual, because machines that build are busy: the figures are printed
  private static final double LATEST_FIRST_CHART_MILLIS = 10_000;
  private static final double LONGEST_WORK_MILLIS = 5_000;

  private static Streams compressed;
  private static List<RateStatistics> statistics;
  private static Dashboard dashboard;
  private static Browser browser;
  private static RatesPage page;

  @BeforeAll
  static void compress(Streams streams) throws Exception {
    browser = Browser.start();
    compressed = streams;
    streams.produce(ManyStreams.records(streams.raw));
    streams.compress("input.format", "avro");
    statistics = ManyStreams.statistics(streams.committed(streams.statistics));
    dashboard = open(streams);
    page = new RatesPage(browser, dashboard.address());
    page.open("last=3600");
    page.awaitFigures(expected(each -> true));
  }

  private static Dashboard open(Streams streams) throws IOException {
    Properties client = new Properties();
    client.put("bootstrap.servers", streams.broker.bootstrapServers());
    KafkaSource source =
        new KafkaSource(
            client,
            WireFormat.singleObject(),
            streams.statistics,
            Optional.of(streams.encoded),
            Optional.of(streams.letters),
            Duration.ofHours(1));
    return Dashboard.start(source, new InetSocketAddress("127.0.0.1", 0), 2 * STREAMS);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (dashboard != null) {
      dashboard.close();
    }
  }

  @BeforeEach
  void sitBack() {
    browser.size(WIDE, 1000);
    browser.prefer("light");
  }

  @AfterEach
  void nothingIsWrongInTheConsole() {
    assertThat(browser.console()).isEmpty();
    assertThat(browser.is("window.hacked")).isFalse();
  }

  @Test
  void everyPanelShowsTheRecordsOfTheTopic() {
    page.open("last=3600");

    page.awaitFigures(expected(each -> true));
    assertThat(page.colouredPixels()).hasSize(5).allSatisfy(RatesPageIT::isDrawn);
    assertThat(browser.all("#stages .model")).hasSize((int) models());
    assertThat(browser.all("#stages .stage i"))
        .isNotEmpty()
        .allMatch(bar -> bar.getSize().height > 1);
    assertThat(browser.all("#records tbody tr")).hasSize(12);
    browser.keepPicture("wide-light");
  }

  @Test
  void tablesBeginWithTheExtremes() {
    page.open("last=3600");

    assertThat(firstRow()).contains(String.format("%.3f", leastRatio()));
    browser.click("[data-tab=slowest]");
    browser.await("the slowest is first", () -> slowest().stream().anyMatch(firstRow()::contains));
    browser.click("[data-tab=newest]");
    browser.await("another is first", () -> slowest().stream().noneMatch(firstRow()::contains));
  }

  @Test
  void showsWhereTheBitsOfAPictureWent() {
    page.open("last=3600&stream=photos");

    browser.await("the heat map is there", () -> page.heatColours() > 0);
    assertThat(page.heatColours()).isGreaterThan(50);
    assertThat(browser.all("#glance canvas[role=img]")).hasSize(2);
    assertThat(browser.text("#glance .facts")).contains("images/", " bits a pixel", "blocks: ");
    browser.run("document.querySelector('#glance').scrollIntoView()");
    browser.keepPicture("picture");
  }

  @Test
  void showsWhereTheBitsOfARecordingWent() {
    page.open("last=3600&stream=voices");
    browser.await("the heat map is there", () -> page.heatColours() > 0);
    String first = browser.text("#glance .facts");

    browser.click("#records tbody tr:nth-child(2)");

    browser.await("the other is there", () -> !browser.text("#glance .facts").equals(first));
    browser.await("it is decoded", () -> page.heatColours() > 50);
    assertThat(browser.text("#glance .facts")).contains("a frame");
    browser.keepPicture("recording");
  }

  @Test
  void theChosenRecordIsInTheAddress() {
    page.open("last=3600&stream=photos");
    browser.await("the heat map is there", () -> page.heatColours() > 0);
    browser.click("#records tbody tr:nth-child(2)");
    browser.await("it is in the address", () -> browser.is("location.hash.includes('record=')"));
    String name = browser.text("#glance .facts .name");
    String address = browser.run("return location.hash.slice(1)").toString();

    page.open(address.replace("stream=photos", "stream=voices"));

    browser.await("the same is shown", () -> browser.text("#glance .facts .name").equals(name));
    assertThat(page.streamsOfRecords()).doesNotContain(name);
    browser.click("[data-tab=slowest]");
    browser.await("another is shown", () -> !browser.text("#glance .facts .name").equals(name));
    assertThat(browser.is("location.hash.includes('record=')")).isFalse();
  }

  @Test
  void saysWhatIsOnDiskAndHowFarTheJobIsBehind() throws Exception {
    page.open("last=3600");
    browser.await("disk", () -> page.figure("On disk").matches("[0-9.]+ [kM]B"));
    compressed.produce(ManyStreams.records(compressed.raw).subList(0, 3));

    browser.await(
        "three wait", () -> browser.text("#latest").contains("the job is 3 records behind"));
  }

  @Test
  void filtersByStreamModelMediaAndTime() {
    page.open("last=3600");

    browser.press("/", "photos", Keys.ENTER, " ");
    page.awaitFigures(expected(each -> each.getStream().equals("photos")));
    browser.click("#clear");
    browser.press(Keys.ESCAPE);
    String model = name(statistics.stream().filter(each -> each.getModel() != null).findAny());
    browser.click("#model option[value='" + model + "']");
    page.awaitFigures(expected(each -> name(Optional.of(each)).equals(model)));
    browser.click("#model option[value='']");
    browser.click("#media option[value='AUDIO']");
    page.awaitFigures(expected(each -> each.getMedia() == MediaKind.AUDIO));
    browser.click("#media option[value='']");
    page.awaitFigures(expected(each -> true));
  }

  @Test
  void showsPartsOfTheTime() {
    long first = statistics.stream().mapToLong(RatesPageIT::second).min().orElseThrow();
    page.open("from=" + 1000 * first + "&to=" + (1000 * first + 999));
    page.awaitFigures(expected(each -> second(each) == first));

    browser.press(Keys.ESCAPE);
    page.awaitFigures(expected(each -> true));
    browser.drag("[data-chart=ratio] .u-over", 0.05, 0.3);

    browser.await("a part is chosen", () -> browser.is("location.hash.includes('from=')"));
    browser.open(dashboard.address() + "#from=1000&to=2000");
    browser.await(
        "the page says that there is nothing",
        () -> browser.text("#empty").startsWith("No record in this selection"));
    assertThat(browser.is("document.querySelector('#charts').hidden")).isTrue();
  }

  @Test
  void aThousandStreamsStayUsable() {
    page.open("last=3600");
    browser.run(
        "window.tasks = []; new PerformanceObserver(list => window.tasks.push(...list.getEntries()"
            + ".map(task => task.duration))).observe({ type: 'longtask', buffered: true })");

    assertThat(browser.text("#listcount").replace("\u202f", "")).isEqualTo(STREAMS + " streams");
    assertThat(browser.all("#list .row").size()).isBetween(5, 60);
    assertThat(browser.text("[data-chart=ratio] h2")).endsWith("6 of 1\u202f007");
    browser.run("document.querySelector('#order').value = 'name'");
    browser.run("document.querySelector('#order').dispatchEvent(new Event('change'))");
    browser.run("document.querySelector('#list').focus()");
    browser.press(Keys.END);
    browser.await("the end is in sight", () -> page.streamsInSight().contains("voices"));
    browser.press("/", "0777");
    browser.await("one is left", () -> page.streamsInSight().equals(List.of("camera-0777")));
    browser.press(Keys.ARROW_DOWN, " ");
    browser.await("it is chosen", () -> page.figure("Records").equals("1"));
    double views = browser.number("performance.getEntriesByType('resource').length");
    browser.await("it goes on", () -> asked() > views + 3);

    double answer = browser.number(median("views.map(view => view.duration)"));
    double bytes = browser.number(median("views.map(view => view.transferSize)"));
    double longest = browser.number("Math.max(0, ...window.tasks)");
    System.out.printf(
        "%d streams: answers in %.0f ms, %.0f kB; longest task of the page %.0f ms%n",
        STREAMS, answer, bytes / 1000, longest);
    assertThat(answer).isLessThan(LONGEST_WORK_MILLIS);
    assertThat(longest).isLessThan(LONGEST_WORK_MILLIS);
  }

  @Test
  void everythingIsReachedByKeyboard() {
    page.open("last=3600");
    browser.await("the heat map is there", () -> page.heatColours() > 0);

    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < 24; i++) {
      browser.press(Keys.TAB);
      WebElement focused = browser.focused();
      if (!focused.getTagName().equals("body")) {
        assertThat(focused.getCssValue("outline-style")).as(focused.getText()).isEqualTo("solid");
        names.add(focused.getAccessibleName().replaceFirst("[,:].*", ""));
      }
    }

    assertThat(names)
        .containsSubsequence(
            "Media", "Model", "5 min", "1 h", "6 h", "7 d", "Colours", "Keys", "Find a stream")
        .containsSubsequence(
            "Order of the streams", "Streams", "Ratio", "Bits per dimension", "Bytes saved")
        .containsSubsequence("Bytes saved", "Throughput", "Blocks by mode", "Worst compressing")
        .anyMatch(name -> name.startsWith("Record "))
        .doesNotContain("");
  }

  @Test
  void keysDoWhatTheHelpSays() {
    page.open("last=3600");

    browser.press("?");
    browser.await("the help is open", () -> browser.is("document.querySelector('#keys').open"));
    browser.press(Keys.ESCAPE);
    browser.await("it is closed", () -> browser.is("!document.querySelector('#keys').open"));
    browser.press("d", "d");
    browser.await("it is dark", () -> luminance() < 0.1);
    browser.press("d", "1");
    browser.await("five minutes", () -> browser.is("location.hash === '#last=300'"));
    browser.run("document.querySelector('[data-chart=ratio] .canvas').focus()");
    browser.press(Keys.ARROW_LEFT);
    assertThat(browser.text("[data-chart=bits] time")).matches("[0-9:]{8}");
    browser.press("+");
    browser.await("less of the time", () -> browser.is("location.hash.includes('from=')"));
    browser.press(Keys.ESCAPE);
    browser.await("all of the time", () -> browser.is("location.hash === '#last=300'"));
    browser.await("a record is chosen by its row", RatesPageIT::chosenByKeys);
  }

  /** Rows are drawn anew when figures of the new time come in, which may be between two keys. */
  private static boolean chosenByKeys() {
    browser.run("document.querySelector('#records tbody tr').focus()");
    browser.press(Keys.ARROW_DOWN, Keys.ENTER);
    return browser.is("document.activeElement.matches('#records tr + tr[aria-current=true]')");
  }

  @Test
  void isReadableInLightAndDarkOnEveryWidth() {
    for (String scheme : List.of("light", "dark")) {
      browser.prefer(scheme);
      for (int width : new int[] {WIDE, 1280, 1000, 390}) {
        browser.size(width, 1000);
        page.open("last=3600&stream=photos");
        browser.await("the heat map is there", () -> page.heatColours() > 0);
        assertThat(luminance() > 0.5).isEqualTo(scheme.equals("light"));
        assertThat(page.colouredPixels()).allSatisfy(RatesPageIT::isDrawn);
        assertThat((List<?>) browser.run(Readability.FAINT_TEXTS)).isEmpty();
        assertThat((List<?>) browser.run(Readability.OVERLAPS)).isEmpty();
        assertThat(browser.number("document.documentElement.scrollWidth"))
            .isLessThanOrEqualTo(width);
        if (width >= 1280) {
          String table = "document.querySelector('#table')";
          assertThat(browser.number(table + ".scrollWidth - " + table + ".clientWidth")).isZero();
          assertThat(
                  browser.number(
                      "Math.max(...[...document.querySelectorAll('#figures small')]"
                          + ".map(words => words.scrollWidth - words.clientWidth))"))
              .isZero();
        }
        browser.keepPicture(scheme + "-" + width);
      }
    }
  }

  @Test
  void namesAreNothingButNames() {
    page.open("last=3600");
    for (String name : ManyStreams.HOSTILE) {
      browser.press(Keys.ESCAPE, "/", name.substring(0, 9));
      browser.await("it alone is found", () -> shows(page.streamsInSight(), name));
      browser.press(Keys.ARROW_DOWN, " ");
      browser.await("it alone is chosen", () -> shows(page.streamsOfRecords(), name));
    }
    assertThat(browser.all("img")).hasSize(1);
    assertThat(browser.all("body script, b b, td *, h3 *")).isEmpty();
    browser.keepPicture("hostile");
  }

  @Test
  void isLightAndComesFromNowhereElse() {
    page.open("last=3600");

    double bytes =
        browser.number(
            "performance.getEntries().filter(each => !each.name.includes('/api/'))"
                + ".reduce((sum, each) => sum + (each.transferSize ?? 0), 0)");
    double charts = browser.number("performance.getEntriesByName('charts')[0].startTime");
    System.out.printf("page of %.1f kB, first charts after %.0f ms%n", bytes / 1000, charts);
    assertThat(bytes).isBetween(10_000.0, LARGEST_PAGE_BYTES);
    assertThat(charts).isLessThan(LATEST_FIRST_CHART_MILLIS);
    assertThat(
            (List<?>)
                browser.run("return performance.getEntriesByType('resource').map(r => r.name)"))
        .hasSizeGreaterThan(10)
        .allMatch(name -> name.toString().startsWith(dashboard.address()));
  }

  /** Names are cut where they are long. */
  private static boolean shows(List<String> names, String name) {
    return names.size() == 1 && name.startsWith(names.get(0).replace("…", ""));
  }

  private static void isDrawn(String chart, double pixels) {
    assertThat(pixels).as(chart).isGreaterThan(15);
  }

  private static String firstRow() {
    return browser.text("#records tbody tr");
  }

  private static double luminance() {
    return browser.number(Readability.LUMINANCE_OF_THE_PAGE);
  }

  private static double asked() {
    return browser.number("performance.getEntriesByType('resource').length");
  }

  private static String median(String values) {
    return "(() => { const views = performance.getEntriesByType('resource')"
        + ".filter(each => each.name.includes('/api/view'));"
        + "return (%s).sort((a, b) => a - b)[Math.floor(views.length / 2)]; })()".formatted(values);
  }

  private static Figures expected(Predicate<RateStatistics> wanted) {
    return Figures.of(statistics.stream().filter(wanted).toList());
  }

  private static long models() {
    return statistics.stream()
        .filter(each -> each.getModel() != null)
        .map(each -> name(Optional.of(each)))
        .distinct()
        .count();
  }

  private static double leastRatio() {
    return statistics.stream()
        .mapToDouble(each -> (double) each.getRawBytes() / each.getEncodedBytes())
        .min()
        .orElseThrow();
  }

  /** The ids of those that took longest; records of a bundle share its time. */
  private static List<String> slowest() {
    double most =
        statistics.stream().mapToDouble(RateStatistics::getEncodeMillis).max().orElseThrow();
    return statistics.stream()
        .filter(each -> each.getEncodeMillis() == most)
        .map(RateStatistics::getId)
        .toList();
  }

  private static String name(Optional<RateStatistics> one) {
    return one.map(RateStatistics::getModel)
        .map(model -> model.getName() + "-" + model.getVersion())
        .orElse("");
  }

  private static long second(RateStatistics one) {
    return one.getEncodedAt().getEpochSecond();
  }
}
