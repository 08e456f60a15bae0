package io.ardmstream.media.jpeg;

import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.MediaFormatContract;
import io.ardmstream.media.jpeg.entropy.Marker;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class JpegFormatTest extends MediaFormatContract {

  @Override
  protected MediaFormat format() {
    return new JpegFormat();
  }

  @Override
  protected Map<String, byte[]> valid() {
    return Stream.of("low-411", "grey-2x2", "progressive-restarts", "separate-scans", "cmyk")
        .collect(Collectors.toMap(Function.identity(), Jpegs::file));
  }

  @Override
  protected Map<String, byte[]> keptOpaque() {
    return Map.of("arithmetic coding", Jpegs.file("arithmetic"), "12 bits", ofTwelveBits());
  }

  @Override
  protected String reason() {
    return "The JPEG is not understood: ";
  }

  /** What is damaged is opaque, or has a part that is understood. */
  @Override
  protected Map<String, Defect> faulty() {
    return Map.of();
  }

  private static byte[] ofTwelveBits() {
    byte[] file = Jpegs.file("baseline-420");
    file[Jpegs.find(file, Marker.BASELINE, 0) + 4] = 12;
    return file;
  }
}
