package io.ardmstream.media.flac;

import java.util.Optional;

/**
 * Where the metadata blocks of a file are (RFC 9639, section 8), as far as they can be followed.
 *
 * @param info offset of the contents of STREAMINFO, negative if there is none
 * @param seekTable offset of the contents of SEEKTABLE, negative if there is none
 * @param seekPoints how many points it has
 */
record Metadata(int info, int seekTable, int seekPoints) {
  static final int INFO_BYTES = 34;
  static final int POINT_BYTES = 18;

  private static final int BLOCK_HEAD = 4;
  private static final int TAG_HEAD = 10;
  private static final int STREAM_INFO = 0;
  private static final int SEEK_TABLE = 3;

  /** Follows the blocks of a file or of its beginning; empty if no marker is where it should be. */
  static Optional<Metadata> find(byte[] file) {
    int marker = afterTags(file);
    boolean there =
        marker + 4 <= file.length
            && file[marker] == 'f'
            && file[marker + 1] == 'L'
            && file[marker + 2] == 'a'
            && file[marker + 3] == 'C';
    return there ? Optional.of(follow(file, marker + 4)) : Optional.empty();
  }

  private static Metadata follow(byte[] file, int first) {
    int info = -1;
    int seekTable = -1;
    int seekPoints = 0;
    int at = first;
    boolean last = false;
    while (!last && at + BLOCK_HEAD <= file.length) {
      int type = file[at] & 0x7F;
      int length = (int) number(file, at + 1, 3);
      if (length > file.length - at - BLOCK_HEAD) {
        break;
      }
      if (type == STREAM_INFO && length == INFO_BYTES && info < 0) {
        info = at + BLOCK_HEAD;
      } else if (type == SEEK_TABLE && seekTable < 0) {
        seekTable = at + BLOCK_HEAD;
        seekPoints = length / POINT_BYTES;
      }
      last = file[at] < 0;
      at += BLOCK_HEAD + length;
    }
    return new Metadata(info, seekTable, seekPoints);
  }

  /** Passes ID3v2 tags in front, whose length is told in seven bits a byte. */
  private static int afterTags(byte[] file) {
    int at = 0;
    while (at + TAG_HEAD <= file.length
        && file[at] == 'I'
        && file[at + 1] == 'D'
        && file[at + 2] == '3') {
      long length = 0;
      for (int i = 6; i < TAG_HEAD; i++) {
        length = length << 7 | file[at + i] & 0x7F;
      }
      at = (int) Math.min(file.length, at + TAG_HEAD + length);
    }
    return at;
  }

  /** A place before any frame: lengths of blocks after STREAMINFO may be wrong. */
  int scanFrom() {
    return info < 0 ? 0 : info + INFO_BYTES;
  }

  /** The number of {@code bytes} bytes, most significant first. */
  static long number(byte[] file, int at, int bytes) {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number = number << 8 | file[at + i] & 0xFF;
    }
    return number;
  }

  /** The shape that STREAMINFO declares, if there is one. */
  Optional<StreamShape> shape(byte[] file) {
    if (info < 0) {
      return Optional.empty();
    }
    int bits = (int) number(file, info + 12, 2);
    StreamShape shape = new StreamShape((bits >> 9 & 7) + 1, (bits >> 4 & 31) + 1);
    return shape.sound() ? Optional.of(shape) : Optional.empty();
  }
}
