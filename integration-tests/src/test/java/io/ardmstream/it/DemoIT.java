package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo ends by itself and says that every record came back. */
class DemoIT {

  @Test
  @Timeout(240)
  void everyRecordIsIdentical(@TempDir Path directory) throws Exception {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(shown, true, UTF_8);

    boolean whole = new Demo(Path.of("..", "samples"), 1, out, false, () -> {}).run(directory);

    assertThat(shown.toString(UTF_8))
        .contains("audio         7/7", "images        6/6", "13 of 13 records identical")
        .containsPattern("Rates as a page, until the demo ends: http://127.0.0.1:[0-9]+/");
    assertThat(whole).isTrue();
  }
}
