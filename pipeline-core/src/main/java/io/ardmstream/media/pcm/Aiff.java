package io.ardmstream.media.pcm;

import io.ardmstream.media.Fields;

/** AIFF and AIFF-C: chunks of four letters and a size, the most significant byte first. */
final class Aiff {
  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEAD = 8;
  private static final int DATA_HEAD = 8;
  private static final int CODING_AT = 18;

  private Aiff() {}

  static SoundData read(byte[] file) {
    Fields fields = new Fields(file, true);
    long common = -1;
    long data = -1;
    for (long at = FIRST_CHUNK; fields.has(at, CHUNK_HEAD); ) {
      long size = fields.u32(at + 4);
      if (fields.named(at, "COMM")) {
        common = at + CHUNK_HEAD;
      } else if (fields.named(at, "SSND")) {
        data = at + CHUNK_HEAD;
      }
      at += CHUNK_HEAD + size + (size & 1);
    }
    if (common < 0 || data < 0) {
      return SoundData.refused("no " + (common < 0 ? "COMM" : "SSND") + " chunk");
    }
    return describe(fields, common, data);
  }

  private static SoundData describe(Fields fields, long common, long data) {
    int channels = fields.u16(common);
    int bytes = (fields.u16(common + 6) + 7) / 8;
    boolean aiffC = fields.named(8, "AIFC");
    PcmWords words = aiffC ? words(fields, common, bytes) : new PcmWords(bytes, false, true, true);
    if (words == null) {
      return SoundData.refused("samples of another coding than linear");
    }
    long skipped = DATA_HEAD + fields.u32(data);
    long frame = (long) words.bytes() * channels;
    long size = fields.u32(data - 4) - skipped;
    return SoundData.of(words, channels, frame, data + skipped, size, fields.file().length);
  }

  private static PcmWords words(Fields fields, long common, int bytes) {
    long at = common + CODING_AT;
    if (fields.named(at, "NONE") || fields.named(at, "twos")) {
      return new PcmWords(bytes, false, true, true);
    } else if (fields.named(at, "sowt")) {
      return new PcmWords(bytes, false, true, false);
    } else if (fields.named(at, "raw ")) {
      return new PcmWords(1, false, false, true);
    } else if (fields.named(at, "in24") || fields.named(at, "in32")) {
      return new PcmWords(fields.named(at, "in24") ? 3 : 4, false, true, true);
    } else if (fields.named(at, "fl32") || fields.named(at, "FL32")) {
      return PcmWords.floating(4, true);
    }
    return fields.named(at, "fl64") || fields.named(at, "FL64") ? PcmWords.floating(8, true) : null;
  }
}
