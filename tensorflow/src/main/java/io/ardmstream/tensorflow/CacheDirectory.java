package io.ardmstream.tensorflow;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Where this user keeps what can be made again: the system property {@value #PROPERTY}, else the
 * environment variable {@value #VARIABLE}, else {@code $XDG_CACHE_HOME/ardm-stream}, else {@code
 * ~/.cache/ardm-stream}.
 */
final class CacheDirectory {
  static final String PROPERTY = "ardm.cache";
  static final String VARIABLE = "ARDM_CACHE";

  private CacheDirectory() {}

  static Path current() {
    return of(System.getProperties(), System.getenv());
  }

  static Path of(Properties properties, Map<String, String> environment) {
    String chosen = properties.getProperty(PROPERTY, environment.getOrDefault(VARIABLE, ""));
    if (!chosen.isBlank()) {
      return Path.of(chosen).toAbsolutePath();
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    // the XDG specification says that a relative path is to be ignored
    Path base =
        !xdg.isBlank() && Path.of(xdg).isAbsolute()
            ? Path.of(xdg)
            : Path.of(properties.getProperty("user.home"), ".cache");
    return base.resolve("ardm-stream").toAbsolutePath();
  }
}
