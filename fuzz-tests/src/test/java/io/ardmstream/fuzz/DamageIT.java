package io.ardmstream.fuzz;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damages the files of the corpus, the same way each time, and gives them to their targets. Unlike
 * the fuzzer, which stays near what is new to it, this begins with whole files again and again. A
 * finding is left in {@code target/damage}.
 */
@Execution(ExecutionMode.CONCURRENT)
class DamageIT {
  private static final int CASES = Integer.getInteger("damage.cases", 100);
  private static final long SEED = Long.getLong("damage.seed", 1);

  @ParameterizedTest
  @EnumSource
  void costsOnlyARefusal(Target target) throws Exception {
    List<byte[]> files = files(target);
    Corruption damage = new Corruption(SEED * Target.values().length + target.ordinal());
    for (int number = 0; number < CASES; number++) {
      byte[] damaged = damage.ofOne(files);
      try {
        CostOracle.check(damaged.length, () -> target.run(damaged.clone()));
      } catch (Throwable finding) {
        fail(
            "%s, damaged file %d, left in %s".formatted(target, number, kept(target, damaged)),
            finding);
      }
    }
    System.out.printf("%s: %d damaged files%n", target, CASES);
  }

  private static List<byte[]> files(Target target) throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (Path file : target.inputs()) {
      files.add(Files.readAllBytes(file));
    }
    return files;
  }

  private static Path kept(Target target, byte[] damaged) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "damage"));
    return Files.write(folder.resolve(target.name().toLowerCase(Locale.ROOT)), damaged);
  }
}
