package io.ardmstream.jobs.operator;

import java.util.Objects;

/** The version of this software, as its jar states it. */
final class SoftwareVersion {

  private SoftwareVersion() {}

  static String get() {
    String version = SoftwareVersion.class.getPackage().getImplementationVersion();
    return "ardm-stream " + Objects.requireNonNullElse(version, "development");
  }
}
