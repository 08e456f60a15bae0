package io.ardmstream.block.classic;

/**
 * A way to pass the pixels of a picture, which encodes them or fills them in.
 *
 * @param prediction what samples are predicted to be
 * @param copies whether pixels may copy others
 * @param mixers where the mixers come from
 */
record PicturePass(Prediction prediction, boolean copies, Mixers mixers) {

  void run(int[][] planes, int width, SampleRange range, BitPort port) {
    SampleCoder samples = new SampleCoder(planes, width, range, prediction, mixers, port);
    if (copies) {
      new ColourPass(planes, width, samples, mixers, port).run();
    } else {
      samples.run();
    }
  }
}
