package io.ardmstream.media.pcm;

import io.ardmstream.media.Fields;

/** CAF: chunks of four letters and a size of 64 bits, the most significant byte first. */
final class Caf {
  private static final int FIRST_CHUNK = 8;
  private static final int CHUNK_HEAD = 12;
  private static final int EDIT_COUNT = 4;
  private static final int FLOATING = 1;
  private static final int LITTLE_ENDIAN = 2;

  private Caf() {}

  static SoundData read(byte[] file) {
    Fields fields = new Fields(file, true);
    long description = -1;
    for (long at = FIRST_CHUNK; fields.has(at, CHUNK_HEAD); ) {
      long size = fields.number(at + 4, 8);
      if (fields.named(at, "desc")) {
        description = at + CHUNK_HEAD;
      } else if (fields.named(at, "data")) {
        long start = at + CHUNK_HEAD + EDIT_COUNT;
        return describe(fields, description, start, size < 0 ? -1 : size - EDIT_COUNT);
      }
      if (size < 0 || size > file.length) {
        break;
      }
      at += CHUNK_HEAD + size;
    }
    return SoundData.refused("no data chunk");
  }

  private static SoundData describe(Fields fields, long description, long start, long size) {
    if (description < 0 || !fields.named(description + 8, "lpcm")) {
      return SoundData.refused("samples of another coding than linear");
    }
    int flags = (int) fields.u32(description + 12);
    long frame = fields.u32(description + 16);
    int channels = (int) Math.min(fields.u32(description + 24), Short.MAX_VALUE);
    int bytes = (int) (Math.min(fields.u32(description + 28), 128) + 7) / 8;
    boolean bigEndian = (flags & LITTLE_ENDIAN) == 0;
    PcmWords words = new PcmWords(bytes, (flags & FLOATING) != 0, true, bigEndian);
    return SoundData.of(words, channels, frame, start, size, fields.file().length);
  }
}
