package io.ardmstream.block.classic.picture;

import io.ardmstream.block.SampleRange;
import io.ardmstream.coder.binary.BitCoder;

/**
 * A way to pass the pixels of a picture, which encodes them or fills them in.
 *
 * @param prediction what samples are predicted to be
 * @param copies whether pixels may copy others
 * @param mixers where the mixers come from
 */
public record PicturePass(Prediction prediction, boolean copies, Mixers mixers) {

  public void run(int[][] planes, int width, SampleRange range, BitCoder port) {
    PixelCoder samples = new PixelCoder(planes, width, range, prediction, mixers, port);
    if (copies) {
      new ColourPass(planes, width, samples, mixers, port).run();
    } else {
      samples.run();
    }
  }
}
