package io.ardmstream.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk with the checkpoints is full for a while. */
@Timeout(600)
class FullDiskIT {

  @Test
  @DisplayName("checkpoints fail while there is no room, and nothing is lost or doubled")
  void noRoomForCheckpoints(@TempDir Path folder) throws Exception {
    assumeTrue(Disk.isPossible(), "mounting in a user name space is not allowed here");
    // without the setting no TaskManager writes anything: the state is that small
    Map<String, String> settings = Map.of("execution.checkpointing.data-inline-threshold", "0 b");
    try (Disk disk = Disk.at(folder.resolve("checkpoints"));
        SystemOfProcesses system = SystemOfProcesses.start(folder, settings, disk.prefix())) {
      Pipeline pipeline = system.pipeline("full-disk");
      FlinkJob job = pipeline.compressPictures(2, List.of());
      Traffic traffic = pipeline.traffic();
      job.awaitCheckpoints();
      int before = job.failedCheckpoints();
      Wait.until("checkpoints fail", () -> failMore(disk, job, before));
      disk.free();
      assertThat(system.cluster().taskManagers().values())
          .anyMatch(program -> program.output().contains("No space left on device"));
      pipeline.verify(job, traffic.end());
    }
  }

  /** An old checkpoint that is deleted makes room for the next one. */
  private static boolean failMore(Disk disk, FlinkJob job, int before) throws IOException {
    disk.fill();
    return job.failedCheckpoints() >= before + 3;
  }
}
