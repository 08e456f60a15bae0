package io.ardmstream.block.coefficient;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.media.jpeg.JpegFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the resources of {@link Prior} from folders of JPEG files: the first argument is where they
 * go, the others are the folders. Published ones are part of the format; new ones need new efforts.
 * Those of numbers 0 and 1 can no longer be made; number 4 has that of number 2.
 */
final class PriorLearning {
  private static final int MIXED = 0x9E3779B1;

  private PriorLearning() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      try (Stream<Path> folder = Files.list(Path.of(arguments[i]))) {
        folder.forEach(files::add);
      }
    }
    // in an order that has nothing to do with qualities
    files.sort(
        Comparator.comparingInt((Path file) -> file.getFileName().toString().hashCode() * MIXED)
            .thenComparing(Comparator.naturalOrder()));
    for (Effort effort : Effort.values()) {
      if (!effort.hashed() && effort.corrected) {
        Files.write(Path.of(arguments[0], effort.prior), learnt(files, effort));
      }
    }
  }

  private static byte[] learnt(List<Path> files, Effort effort) throws IOException {
    TablePredictor predictor = Tables.predictor(effort);
    BitCoder nowhere = (bit, probability) -> bit;
    for (Path file : files) {
      JpegFile parsed = JpegFile.parse(Files.readAllBytes(file), 1 << 28);
      List<CodedPlane> planes = parsed.planes().stream().map(CodedPlane::measured).toList();
      JpegPayload.passInTables(planes, predictor, effort, nowhere);
    }
    return TablePrior.of(predictor);
  }
}
