package io.ardmstream.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeTensorFlowIT {
  @TempDir Path cache;

  @Test
  void twoProcessesThatStartTheRealEngineAtOnceBothSucceed() throws Exception {
    List<Process> processes =
        List.of(PreparingProcess.start(cache, "engine"), PreparingProcess.start(cache, "engine"));

    for (Process process : processes) {
      process.getErrorStream().transferTo(System.out);
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      assertThat(output.lines()).last().asString().startsWith("2.16.");
    }
    assertThat(cache.resolve("javacpp"))
        .as("a second copy by JavaCPP")
        .satisfiesAnyOf(
            none -> assertThat(none).doesNotExist(), none -> assertThat(none).isEmptyDirectory());
  }
}
