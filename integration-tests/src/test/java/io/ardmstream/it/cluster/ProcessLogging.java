package io.ardmstream.it.cluster;

import java.nio.file.Path;

/** How the processes log. */
final class ProcessLogging {

  /** Flag of a JVM; the log goes to what the process prints. */
  static final String FLAG =
      "-Dlog4j2.configurationFile="
          + Path.of("src", "test", "resources", "log4j2-processes.properties").toAbsolutePath();

  private ProcessLogging() {}
}
