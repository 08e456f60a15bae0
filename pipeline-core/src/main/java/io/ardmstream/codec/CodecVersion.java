package io.ardmstream.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this software, as the build wrote it down. */
public final class CodecVersion {
  private CodecVersion() {}

  /** Name and version, for example {@code ardm-stream 0.1.0}. */
  public static String get() {
    Properties properties = new Properties();
    try (InputStream in = CodecVersion.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the version of this software cannot be read", e);
    }
    return "ardm-stream " + properties.getProperty("version");
  }
}
