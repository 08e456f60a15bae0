package io.ardmstream.block.coefficient;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.jpeg.CoefficientPlane;
import io.ardmstream.media.jpeg.JpegFile;
import java.util.List;
import java.util.Optional;

/**
 * What a JPEG file looks like, to tell whether it may be coded after another one.
 *
 * @param shapes component, blocks in a row and rows of each plane
 * @param width of a small picture of its first plane
 * @param height of it
 * @param means what the samples of each block are on average, row by row
 */
public record JpegSketch(List<List<Integer>> shapes, int width, int height, int[] means) {

  /** The sketch of a file, if it can be coded in a {@link JpegSequence}. */
  public static Optional<JpegSketch> of(byte[] bytes) {
    if (!JpegFile.recognises(bytes)) {
      return Optional.empty();
    }
    try {
      JpegFile file = JpegFile.parse(bytes, JpegSequence.mostCoefficients(bytes.length));
      return file.restores(bytes) ? Optional.of(of(file.planes())) : Optional.empty();
    } catch (UnsupportedInputException notUnderstood) {
      return Optional.empty();
    }
  }

  private static JpegSketch of(List<CoefficientPlane> planes) {
    CoefficientPlane first = planes.get(0);
    int[] means = new int[first.blocks()];
    for (int block = 0; block < means.length; block++) {
      int dc = first.coefficients()[block * CoefficientPlane.BLOCK];
      means[block] = dc * first.quantiser()[0] / 8;
    }
    return new JpegSketch(
        planes.stream().map(JpegSketch::shape).toList(),
        first.blocksWide(),
        first.blocksHigh(),
        means);
  }

  private static List<Integer> shape(CoefficientPlane plane) {
    return List.of(plane.component(), plane.blocksWide(), plane.blocksHigh());
  }
}
