package io.ardmstream.dashboard;

import io.ardmstream.dashboard.web.Query;
import io.ardmstream.dashboard.web.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/** The files of the page, by path; all of them are in memory. */
final class PageFiles {

  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String[] SCRIPTS = {
    "main.js",
    "advice.js",
    "charts.js",
    "chart.js",
    "colours.js",
    "format.js",
    "heat.js",
    "list.js",
    "records.js",
    "refused.js",
    "stages.js",
    "state.js",
    "text.js",
    "theme.js",
    "windows.js"
  };

  private PageFiles() {}

  static Map<String, Function<Query, Reply>> all() {
    Map<String, Function<Query, Reply>> files = new LinkedHashMap<>();
    files.put("/", file("page/index.html", "text/html; charset=utf-8"));
    files.put("/style.css", file("page/style.css", STYLE));
    files.put("/icon.svg", file("page/icon.svg", "image/svg+xml"));
    for (String script : SCRIPTS) {
      files.put("/" + script, file("page/" + script, SCRIPT));
    }
    String chart = "/META-INF/resources/webjars/uplot/" + chartVersion() + "/dist/";
    files.put("/uplot.js", file(chart + "uPlot.iife.min.js", SCRIPT));
    files.put("/uplot.css", file(chart + "uPlot.min.css", STYLE));
    return files;
  }

  private static String chartVersion() {
    Properties properties = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars.npm/uplot/pom.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  private static Function<Query, Reply> file(String name, String type) {
    try (InputStream in = open(name)) {
      Reply reply = new Reply(Reply.OK, type, in.readAllBytes());
      return query -> reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = PageFiles.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("a file of the page is not on the class path: " + name);
    }
    return in;
  }
}
