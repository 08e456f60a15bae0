package io.ardmstream.it;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that some tests drive and that no JDK brings. Where it is missing these tests are left
 * out, visibly; where the environment variable {@code ARDM_REQUIRE_ALL} is 1, they fail.
 *
 * @param program its name in the PATH
 * @param debianPackage what brings it
 * @param tested what is not tested without it, in a few words
 */
record Requirement(String program, String debianPackage, String tested) {

  /** Where the program is. */
  Path locate() {
    return find().orElseGet(this::missing);
  }

  private Optional<Path> find() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Path missing() {
    String message =
        "NOT TESTED: %s, because there is no program %s (Debian: apt-get install %s)"
            .formatted(tested, program, debianPackage);
    if ("1".equals(System.getenv("ARDM_REQUIRE_ALL"))) {
      return Assertions.fail(message);
    }
    System.out.println(message);
    return Assumptions.abort(message);
  }
}
