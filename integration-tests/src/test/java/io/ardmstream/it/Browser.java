package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium without a screen, that asks nobody but the page. */
final class Browser implements AutoCloseable {

  private static final String TESTED = "the page of the rates";
  private static final Path PICTURES = Path.of("target", "page");
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final List<String> SILENT =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--hide-scrollbars");

  // it looks for typed DevTools of the browser's version, which nobody needs here
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static Browser start() {
    SELENIUM.setLevel(Level.SEVERE);
    Path chromium = new Requirement("chromium", "chromium", TESTED).locate();
    Path control = new Requirement("chromedriver", "chromium-driver", TESTED).locate();
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(SILENT);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(control.toFile()).build();
    return new Browser(new ChromeDriver(service, options));
  }

  void open(String address) {
    // two addresses that differ behind the # only are the same page
    driver.get("about:blank");
    driver.get(address);
  }

  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What the system of the reader prefers. */
  void prefer(String scheme) {
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  boolean is(String expression) {
    return Boolean.TRUE.equals(run("return Boolean(" + expression + ")"));
  }

  double number(String expression) {
    return ((Number) run("return " + expression)).doubleValue();
  }

  String text(String css) {
    return String.valueOf(run("return document.querySelector(arguments[0])?.textContent", css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  WebElement element(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  void click(String css) {
    element(css).click();
  }

  /** Presses keys, wherever the focus is. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Drags the mouse over an element, from one share of its width to another. */
  void drag(String css, double from, double to) {
    WebElement element = element(css);
    int width = element.getSize().getWidth();
    new Actions(driver)
        .moveToElement(element, (int) ((from - 0.5) * width), 0)
        .clickAndHold()
        .moveToElement(element, (int) ((to - 0.5) * width), 0)
        .release()
        .perform();
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        keepPicture("failed");
        assertThat(System.nanoTime()).as("time until " + what).isLessThan(end);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  /** What the console of the page says since the last question. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** For people to look at. */
  void keepPicture(String name) {
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new IllegalStateException("cannot keep a picture of the page", e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
