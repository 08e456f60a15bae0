package io.ardmstream.it.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker/compose.yaml} says about the compress job. */
final class Deployment {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Deployment() {}

  /**
   * Its settings of Flink, for processes of this machine.
   *
   * @param state stands for the folder that the deployment mounts
   */
  static Map<String, String> flink(Path state) throws IOException {
    Map<String, Object> compose =
        new Yaml().load(Files.readString(ROOT.resolve("docker/compose.yaml")));
    Map<?, ?> compress = (Map<?, ?>) compose.get("x-compress");
    Map<String, String> settings = new LinkedHashMap<>();
    for (String line : compress.get("FLINK_PROPERTIES").toString().strip().split("\n")) {
      String[] setting = line.split(":", 2);
      settings.put(
          setting[0].strip(),
          setting[1].strip().replace("file:///state", "file://" + state.toAbsolutePath()));
    }
    // Flink's own plugin folder, which is in no library
    settings.keySet().removeIf(key -> key.startsWith("metrics.reporter"));
    settings.put("jobmanager.rpc.address", "localhost");
    settings.put("taskmanager.host", "localhost");
    settings.put("io.tmp.dirs", state.resolve("tmp").toAbsolutePath().toString());
    return settings;
  }
}
