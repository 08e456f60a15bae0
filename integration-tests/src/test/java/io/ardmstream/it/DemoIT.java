package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo ends by itself and says that every record came back. */
class DemoIT {

  private static final Pattern PAGE =
      Pattern.compile("Rates as a page, until the demo ends: (http://127.0.0.1:[0-9]+/)");

  @Test
  @Timeout(240)
  void everyRecordIsIdentical(@TempDir Path directory) throws Exception {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(shown, true, UTF_8);

    List<String> page = new ArrayList<>();
    Runnable look = () -> page.add(view(shown.toString(UTF_8)));

    boolean whole = new Demo(Path.of("..", "samples"), 1, out, false, look).run(directory);

    assertThat(shown.toString(UTF_8))
        .contains("audio         8/8", "images        7/7", "frames      12/12")
        .contains("Frames lean on those before them", "27 of 27 records identical");
    assertThat(page).singleElement().asString().contains("\"read\":27,");
    assertThat(whole).isTrue();
  }

  /** What the page shows whose address the demo has printed. */
  private static String view(String printed) {
    Matcher address = PAGE.matcher(printed);
    assertThat(address.find()).isTrue();
    URI view = URI.create(address.group(1) + "api/view?last=3600");
    try (InputStream in = view.toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
