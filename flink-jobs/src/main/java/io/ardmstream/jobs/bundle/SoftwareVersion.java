package io.ardmstream.jobs.bundle;

import java.util.Objects;

/** The version of this software, as its jar states it. */
public final class SoftwareVersion {

  private SoftwareVersion() {}

  public static String get() {
    String version = SoftwareVersion.class.getPackage().getImplementationVersion();
    return "ardm-stream " + Objects.requireNonNullElse(version, "development");
  }
}
