package io.ardmstream.media.pcm;

import io.ardmstream.media.Fields;

/** AU: a header of 24 bytes and more, the most significant byte first. */
final class Au {
  private static final long UNKNOWN = 0xFFFF_FFFFL;

  private Au() {}

  static SoundData read(byte[] file) {
    Fields fields = new Fields(file, true);
    long coding = fields.u32(12);
    PcmWords words =
        switch ((int) coding) {
          case 2, 3, 4, 5 -> new PcmWords((int) coding - 1, false, true, true);
          case 6 -> PcmWords.floating(4, true);
          case 7 -> PcmWords.floating(8, true);
          default -> null;
        };
    if (words == null) {
      return SoundData.refused("samples of coding " + coding);
    }
    int channels = (int) Math.min(fields.u32(20), Short.MAX_VALUE);
    long size = fields.u32(8) == UNKNOWN ? -1 : fields.u32(8);
    long frame = (long) words.bytes() * channels;
    return SoundData.of(words, channels, frame, fields.u32(4), size, file.length);
  }
}
