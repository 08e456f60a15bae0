package io.ardmstream.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The jars of the build, as others use them. */
class ArtefactsIT {
  private static final Path ROOT = Path.of("..");
  private static final String NAME = "Automatic-Module-Name";

  @Test
  @DisplayName("every library has a module name of its own, and no package lies in two")
  void modules() throws IOException {
    Map<String, Path> names = new HashMap<>();
    Map<String, Path> packages = new HashMap<>();
    for (Path jar : jars()) {
      try (JarFile file = new JarFile(jar.toFile())) {
        String name = file.getManifest().getMainAttributes().getValue(NAME);
        assertThat(name).as(jar.toString()).startsWith("io.ardmstream.");
        assertThat(names.put(name, jar)).as(name).isNull();
        for (String each : packages(file)) {
          assertThat(packages.put(each, jar)).as(each).isNull();
        }
      }
    }
    assertThat(names.keySet())
        .contains("io.ardmstream.core", "io.ardmstream.schema", "io.ardmstream.kafka");
  }

  @Test
  @DisplayName("the bill of materials names modules that there are")
  void billOfMaterials() throws IOException {
    List<String> listed =
        Pattern.compile("<artifactId>ardm-([a-z-]+)</artifactId>\\s*<version>\\$")
            .matcher(Files.readString(ROOT.resolve("bom/pom.xml")))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(listed)
        .contains("pipeline-core", "kafka-serde")
        .allMatch(module -> Files.exists(ROOT.resolve(module).resolve("pom.xml")));
  }

  private static List<String> packages(JarFile jar) {
    return jar.stream()
        .map(entry -> entry.getName())
        .filter(name -> name.endsWith(".class") && name.indexOf('/') > 0)
        .map(name -> name.substring(0, name.lastIndexOf('/')))
        .distinct()
        .toList();
  }

  /** The plain jar of each module; the one for Flink SQL holds others. */
  private static List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.filter(ArtefactsIT::isLibrary).toList()) {
        plainJar(module).ifPresent(jars::add);
      }
    }
    return jars;
  }

  /** Studies look into rooms of other modules, and nobody builds on them. */
  private static boolean isLibrary(Path module) {
    return Files.exists(module.resolve("pom.xml")) && !module.endsWith("studies");
  }

  private static Optional<Path> plainJar(Path module) throws IOException {
    Path target = module.resolve("target");
    if (!Files.isDirectory(target)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(target)) {
      String pattern = "ardm-" + module.getFileName() + "-[0-9.]+(-SNAPSHOT)?\\.jar";
      return files.filter(file -> file.getFileName().toString().matches(pattern)).findFirst();
    }
  }
}
