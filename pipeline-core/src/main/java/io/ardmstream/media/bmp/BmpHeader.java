package io.ardmstream.media.bmp;

import io.ardmstream.media.Check;
import io.ardmstream.media.LittleEndian;

/**
 * The header of a Windows bitmap.
 *
 * @param infoBytes size of the second header, which tells the variant
 * @param width columns as declared
 * @param height rows as declared, without sign
 * @param topDown whether the first row in the file is the uppermost
 * @param bits bits a pixel
 * @param compression 0 is none, 3 is none with masks
 * @param usualMasks whether 32-bit pixels are blue, green, red, alpha
 * @param rasterStart offset of the first row in the file
 */
record BmpHeader(
    int infoBytes,
    long width,
    long height,
    boolean topDown,
    int bits,
    int compression,
    boolean usualMasks,
    long rasterStart) {

  static final Check CHECK = new Check("BMP");
  static final int FILE_HEADER = 14;
  static final int INFO_HEADER = 40;
  static final int CORE_HEADER = 12;

  private static final int MASKS_AT = FILE_HEADER + INFO_HEADER;

  static BmpHeader read(byte[] file) {
    int infoBytes = LittleEndian.s32(file, FILE_HEADER);
    CHECK.that(FILE_HEADER + infoBytes <= file.length, 14, "the file ends inside its header");
    if (infoBytes == CORE_HEADER) {
      return new BmpHeader(infoBytes, 0, 0, false, LittleEndian.u16(file, 24), 0, false, 0);
    }
    long height = LittleEndian.s32(file, 22);
    BmpHeader header =
        new BmpHeader(
            infoBytes,
            LittleEndian.s32(file, 18),
            Math.abs(height),
            height < 0,
            LittleEndian.u16(file, 28),
            LittleEndian.s32(file, 30),
            usualMasks(file),
            LittleEndian.u32(file, 10));
    header.check(file.length);
    return header;
  }

  private void check(int fileLength) {
    CHECK.that(width > 0 && height > 0, 18, "the image is %d by %d", width, height);
    CHECK.that(
        rasterStart >= FILE_HEADER + infoBytes && rasterStart <= fileLength,
        10,
        "pixels start at %d, outside the %d bytes after the header",
        rasterStart,
        fileLength);
  }

  private static boolean usualMasks(byte[] file) {
    return MASKS_AT + 12 <= file.length
        && LittleEndian.s32(file, MASKS_AT) == 0xFF0000
        && LittleEndian.s32(file, MASKS_AT + 4) == 0xFF00
        && LittleEndian.s32(file, MASKS_AT + 8) == 0xFF;
  }

  int channels() {
    return bits / 8;
  }

  /** Bytes of the pixels of a row. */
  long rowBytes() {
    return width * channels();
  }

  /** Bytes of a row with its padding to a multiple of four. */
  long stride() {
    return (rowBytes() + 3) / 4 * 4;
  }

  /** Bytes of the padding of a row: 0 to 3. */
  int padding() {
    return (int) (stride() - rowBytes());
  }
}
