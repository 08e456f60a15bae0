package io.ardmstream.block.coefficient;

import io.ardmstream.media.jpeg.CoefficientPlane;

/**
 * A plane, and what was noted of its blocks while they were passed.
 *
 * @param plane its coefficients
 * @param counts AC coefficients of each block that are other than zero
 * @param errors by how much the DC coefficient of each block differs from its prediction
 */
record CodedPlane(CoefficientPlane plane, byte[] counts, short[] errors) {

  static CodedPlane of(CoefficientPlane plane) {
    return new CodedPlane(plane, new byte[plane.blocks()], new short[plane.blocks()]);
  }

  boolean sameShape(CodedPlane other) {
    return plane.blocksWide() == other.plane.blocksWide()
        && plane.blocksHigh() == other.plane.blocksHigh();
  }
}
