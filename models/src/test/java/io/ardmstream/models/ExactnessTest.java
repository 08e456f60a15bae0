package io.ardmstream.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Networks compute the same integers in processes that are set up in different ways. */
class ExactnessTest {

  /** Threads and oneDNN are decided when a process starts, so each setting has its own. */
  @Test
  void everyThreadCountAndKernelLibraryGivesTheSameIntegers() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (String oneDnn : List.of("0", "1")) {
      for (String threads : List.of("1", "2")) {
        processes.add(NetworkDigest.start(oneDnn, threads));
      }
    }
    Set<String> digests = new HashSet<>();
    for (Process process : processes) {
      String digest = new String(process.getInputStream().readAllBytes()).strip();
      assertThat(process.waitFor()).isZero();
      assertThat(digest).matches("[0-9a-f]{64}");
      digests.add(digest);
    }
    assertThat(digests).hasSize(1);
  }
}
