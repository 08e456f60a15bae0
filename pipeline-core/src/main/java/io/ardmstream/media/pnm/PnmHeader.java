package io.ardmstream.media.pnm;

import io.ardmstream.media.Check;

/**
 * The header of a PNM file, binary or in letters.
 *
 * @param channels 1 (P5, P2) or 3 (P6, P3)
 * @param width columns as declared, not checked
 * @param height rows as declared, not checked
 * @param greatest declared greatest sample, 1 to 65535
 * @param rasterStart offset of the first sample
 */
record PnmHeader(int channels, long width, long height, int greatest, int rasterStart) {
  static final int MAX_GREATEST = 65535;

  static final Check CHECK = new Check("PNM");

  static PnmHeader read(byte[] file) {
    PnmText reader = new PnmText(file, 2);
    long width = reader.number("width");
    long height = reader.number("height");
    long greatest = reader.number("maxval");
    CHECK.that(width > 0 && height > 0, 2, "the image is %d by %d", width, height);
    CHECK.that(
        greatest > 0 && greatest <= MAX_GREATEST,
        reader.at(),
        "maxval %d is not 1 to 65535",
        greatest);
    reader.space("after maxval");
    int channels = file[1] == '6' || file[1] == '3' ? 3 : 1;
    return new PnmHeader(channels, width, height, (int) greatest, reader.at());
  }

  int sampleBytes() {
    return greatest < 256 ? 1 : 2;
  }
}
