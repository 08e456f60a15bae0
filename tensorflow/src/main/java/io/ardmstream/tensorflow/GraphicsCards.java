package io.ardmstream.tensorflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The graphics cards that TensorFlow could use. */
final class GraphicsCards {

  /** What the drivers of NVIDIA make, on Linux itself and on Linux inside of Windows. */
  private static final List<Path> DEVICES = List.of(Path.of("/dev/nvidiactl"), Path.of("/dev/dxg"));

  private GraphicsCards() {}

  /** Whether this machine seems to have one; nothing is started to tell. */
  static boolean present() {
    return DEVICES.stream().anyMatch(Files::exists);
  }
}
