package io.ardmstream.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CacheDirectoryTest {
  private final Properties properties = new Properties();

  CacheDirectoryTest() {
    properties.setProperty("user.home", "/home/ada");
  }

  @Test
  void liesInTheHomeDirectoryUnlessToldOtherwise() {
    assertThat(CacheDirectory.of(properties, Map.of()))
        .isEqualTo(Path.of("/home/ada/.cache/ardm-stream"));
  }

  @Test
  void followsTheXdgVariableWhenItIsAbsolute() {
    assertThat(CacheDirectory.of(properties, Map.of("XDG_CACHE_HOME", "/var/tmp/c")))
        .isEqualTo(Path.of("/var/tmp/c/ardm-stream"));
    assertThat(CacheDirectory.of(properties, Map.of("XDG_CACHE_HOME", "c")))
        .isEqualTo(Path.of("/home/ada/.cache/ardm-stream"));
  }

  @Test
  void ownVariableBeatsXdgAndThePropertyBeatsBoth() {
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", "/x", "ARDM_CACHE", "/own");
    assertThat(CacheDirectory.of(properties, environment)).isEqualTo(Path.of("/own"));

    properties.setProperty("ardm.cache", "/property");
    assertThat(CacheDirectory.of(properties, environment)).isEqualTo(Path.of("/property"));
  }
}
