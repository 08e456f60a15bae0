package io.ardmstream.block.coefficient;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.coder.binary.BinaryEncoder;
import io.ardmstream.media.jpeg.CoefficientPlane;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PlaneCoderTest {

  @Property(tries = 60)
  void anyPlanesComeBack(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int components,
      @ForAll @IntRange(min = 0, max = 16) int size,
      @ForAll Effort effort) {
    Random random = new Random(seed);
    List<CoefficientPlane> planes = new ArrayList<>();
    List<CoefficientPlane> blank = new ArrayList<>();
    for (int c = 0; c < components; c++) {
      int wide = 1 + random.nextInt(5);
      int high = 1 + random.nextInt(5);
      int[] steps = random.ints(CoefficientPlane.BLOCK, 1, 1 << 1 + random.nextInt(16)).toArray();
      short[] coefficients = new short[wide * high * CoefficientPlane.BLOCK];
      int sparse = 1 + random.nextInt(8);
      for (int i = 0; i < coefficients.length; i++) {
        boolean zero = random.nextInt(sparse) > 0;
        coefficients[i] = zero ? 0 : (short) (random.nextInt() >> 32 - Math.max(1, size));
      }
      planes.add(new CoefficientPlane(wide, high, c, steps, coefficients));
      blank.add(new CoefficientPlane(wide, high, c, steps, new short[coefficients.length]));
    }
    byte[] bits = JpegPayload.encoded(planes, effort, new BinaryEncoder());
    JpegPayload.fill(blank, effort, new BinaryDecoder(bits, 0), FileBits.unlimited());
    for (int c = 0; c < components; c++) {
      assertThat(blank.get(c).coefficients()).isEqualTo(planes.get(c).coefficients());
    }
  }
}
