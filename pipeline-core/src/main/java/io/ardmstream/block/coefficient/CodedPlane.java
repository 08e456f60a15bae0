package io.ardmstream.block.coefficient;

import io.ardmstream.media.jpeg.CoefficientPlane;

/**
 * A plane, and what was noted of its blocks.
 *
 * @param plane its coefficients
 * @param counts AC coefficients of each block that are other than zero, or the place of the last of
 *     them, as the coder of the plane has it
 * @param errors by how much the DC coefficient of each block differs from its prediction
 * @param bits what the file has for coefficients, which coding takes from
 */
record CodedPlane(CoefficientPlane plane, byte[] counts, short[] errors, FileBits bits) {

  /** A plane to be decoded, or whose counts are known otherwise. */
  static CodedPlane of(CoefficientPlane plane, FileBits bits) {
    return new CodedPlane(plane, new byte[plane.blocks()], new short[plane.blocks()], bits);
  }

  /** A plane to be encoded, with the places of the last coefficients in zigzag order. */
  static CodedPlane measured(CoefficientPlane plane) {
    CodedPlane measured = of(plane, FileBits.unlimited());
    short[] coefficients = plane.coefficients();
    for (int block = 0; block < plane.blocks(); block++) {
      int n = CoefficientPlane.BLOCK - 1;
      int at = block * CoefficientPlane.BLOCK;
      while (n > 0 && coefficients[at + ZigZagPlaces.NATURAL[n]] == 0) {
        n--;
      }
      measured.counts[block] = (byte) n;
    }
    return measured;
  }

  boolean sameShape(CodedPlane other) {
    return plane.blocksWide() == other.plane.blocksWide()
        && plane.blocksHigh() == other.plane.blocksHigh();
  }
}
