package io.ardmstream.media.wav;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.Check;
import io.ardmstream.media.LittleEndian;

/**
 * Where the samples of a WAV file are and how they are written.
 *
 * @param tag format tag: 1 is integer PCM; that of the sub-format if the header is extensible
 * @param channels as declared
 * @param frameBytes bytes of one frame, as declared
 * @param bits bits a sample, as declared
 * @param dataStart offset of the first sample
 * @param dataBytes bytes of samples that are really there
 */
record WavHeader(int tag, int channels, int frameBytes, int bits, int dataStart, int dataBytes) {
  static final int PCM = 1;
  static final int EXTENSIBLE = 0xFFFE;

  private static final Check CHECK = new Check("WAV");
  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEAD = 8;
  private static final int FORMAT_BYTES = 16;
  private static final int SUB_FORMAT_AT = 24;

  static WavHeader read(byte[] file) {
    int formatAt = -1;
    long at = FIRST_CHUNK;
    while (true) {
      CHECK.that(at + CHUNK_HEAD <= file.length, at, "the file ends before its data chunk");
      int body = (int) at + CHUNK_HEAD;
      long size = LittleEndian.u32(file, (int) at + 4);
      if (Ascii.at(file, (int) at, "data")) {
        return describe(file, formatAt, body, size);
      }
      if (Ascii.at(file, (int) at, "fmt ")) {
        CHECK.that(size >= FORMAT_BYTES, at, "the fmt chunk has %d bytes, not 16 or more", size);
        CHECK.that(body + size <= file.length, at, "the file ends inside its fmt chunk");
        formatAt = body;
      }
      at = next(file, body + size, size);
    }
  }

  /**
   * Where the next chunk is. Some programs leave out the zero that pads an odd one, which a name
   * never begins with.
   */
  private static long next(byte[] file, long end, long size) {
    boolean odd = (size & 1) == 1;
    boolean usual = end < file.length && Ascii.at(file, (int) end + 1, "data");
    return odd && (usual || !isChunk(file, end)) ? end + 1 : end;
  }

  /** Whether a chunk that fits the file is likely to begin there. */
  private static boolean isChunk(byte[] file, long at) {
    if (at + CHUNK_HEAD > file.length) {
      return false;
    }
    int from = (int) at;
    for (int i = 0; i < 4; i++) {
      if (file[from + i] < ' ' || file[from + i] > '~') {
        return false;
      }
    }
    boolean fits = LittleEndian.u32(file, from + 4) <= file.length - at - CHUNK_HEAD;
    return fits || Ascii.at(file, from, "data");
  }

  private static WavHeader describe(byte[] file, int formatAt, int dataStart, long size) {
    CHECK.that(formatAt >= 0, dataStart, "the data chunk comes before any fmt chunk");
    int tag = LittleEndian.u16(file, formatAt);
    boolean extended = LittleEndian.u32(file, formatAt - 4) >= SUB_FORMAT_AT + 2;
    return new WavHeader(
        tag == EXTENSIBLE && extended ? LittleEndian.u16(file, formatAt + SUB_FORMAT_AT) : tag,
        LittleEndian.u16(file, formatAt + 2),
        LittleEndian.u16(file, formatAt + 12),
        LittleEndian.u16(file, formatAt + 14),
        dataStart,
        present(file, dataStart, size));
  }

  /**
   * A stream that could not go back to fill in its sizes says 0 or 2^32 - 1, and a truncated file
   * says too much: the samples then go to the end of the file. An empty chunk is empty only in a
   * file that knows its own length, and only if nothing or another chunk follows.
   */
  private static int present(byte[] file, int dataStart, long size) {
    boolean unfinished = LittleEndian.u32(file, 4) != file.length - CHUNK_HEAD;
    boolean streamed = size == 0 && (unfinished || !isChunk(file, dataStart));
    return streamed ? file.length - dataStart : (int) Math.min(size, file.length - dataStart);
  }

  /** Bytes of one sample: whole bytes, the significant bits on top. */
  int sampleBytes() {
    return (bits + 7) / 8;
  }

  int frames() {
    return dataBytes / frameBytes;
  }
}
