package io.ardmstream.media.pcm;

import io.ardmstream.media.Fields;

/** The relatives of WAV: RF64, BW64, RIFX and W64. */
final class Wave {
  /** The last twelve bytes of the name of a W64 file. */
  static final String GUID_END = "\u002e\u0091\u00cf\u0011\u00a5\u00d6\u0028\u00db\u0004\u00c1\0\0";

  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEAD = 8;
  private static final int FIRST_WIDE_CHUNK = 40;
  private static final int WIDE_HEAD = 24;
  private static final long UNKNOWN = 0xFFFF_FFFFL;
  private static final int EXTENSIBLE = 0xFFFE;

  private Wave() {}

  static SoundData read(byte[] file, boolean bigEndian) {
    Fields fields = new Fields(file, bigEndian);
    long format = -1;
    long wide = -1;
    for (long at = FIRST_CHUNK; fields.has(at, CHUNK_HEAD); ) {
      long size = fields.u32(at + 4);
      if (fields.named(at, "fmt ")) {
        format = at + CHUNK_HEAD;
      } else if (fields.named(at, "ds64")) {
        wide = fields.number(at + CHUNK_HEAD + 8, 8);
      } else if (fields.named(at, "data")) {
        long known = size == UNKNOWN && wide > 0 ? wide : size == UNKNOWN ? -1 : size;
        return describe(fields, format, size(fields, format, 4), at + CHUNK_HEAD, known);
      }
      at += CHUNK_HEAD + size + (size & 1);
    }
    return SoundData.refused("no data chunk");
  }

  static SoundData readWide(byte[] file) {
    Fields fields = new Fields(file, false);
    long format = -1;
    for (long at = FIRST_WIDE_CHUNK; fields.has(at, WIDE_HEAD); ) {
      long size = fields.number(at + WIDE_HEAD - 8, 8);
      if (size < WIDE_HEAD) {
        break;
      }
      if (fields.named(at, "fmt ")) {
        format = at + WIDE_HEAD;
      } else if (fields.named(at, "data")) {
        long formatSize = size(fields, format, 8) - WIDE_HEAD;
        return describe(fields, format, formatSize, at + WIDE_HEAD, size - WIDE_HEAD);
      }
      if (size > file.length) {
        break;
      }
      at += size + 7 & -8;
    }
    return SoundData.refused("no data chunk");
  }

  /** What stands before the contents of a chunk as its size. */
  private static long size(Fields fields, long contents, int bytes) {
    return contents < 0 ? 0 : fields.number(contents - bytes, bytes);
  }

  private static SoundData describe(
      Fields fields, long format, long formatSize, long start, long size) {
    if (format < 0) {
      return SoundData.refused("no fmt chunk before its data");
    }
    int tag = fields.u16(format);
    tag = tag == EXTENSIBLE && formatSize >= 26 ? fields.u16(format + 24) : tag;
    int bytes = (fields.u16(format + 14) + 7) / 8;
    if (tag != 1 && tag != 3) {
      return SoundData.refused("samples of format tag " + tag);
    }
    boolean bigEndian = fields.bigEndian();
    PcmWords words =
        tag == 3 ? PcmWords.floating(bytes, bigEndian) : PcmWords.ofWav(bytes, bigEndian);
    int frame = fields.u16(format + 12);
    return SoundData.of(words, fields.u16(format + 2), frame, start, size, fields.file().length);
  }
}
