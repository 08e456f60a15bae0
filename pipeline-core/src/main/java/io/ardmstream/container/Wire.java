package io.ardmstream.container;

/** Numbers of the byte format that writer and reader share. */
final class Wire {
  static final byte[] MARK = {(byte) 0xAD, 'R', 'M'};
  static final int VERSION = 1;

  /** Version of a record in a group, which leans on those before by the first rules. */
  static final int FIRST_GROUPS = 2;

  /** The same by the second rules. */
  static final int SECOND_GROUPS = 3;

  /** The same by the third rules. */
  static final int THIRD_GROUPS = 4;

  /** Version of a JPEG file in a group. */
  static final int JPEG_GROUPS = 5;

  /** Version of sound in a group. */
  static final int SOUND_GROUPS = 6;

  /** Version of a picture whose samples are ranks of values that its foreign bytes list. */
  static final int RANKS = 7;

  /** The newest version. */
  static final int NEWEST = RANKS;

  static final int FLAG_SAMPLES = 1;
  static final int FLAG_MANY = 2;
  static final int FLAG_MODEL = 4;
  static final int SINGLE_MODE_SHIFT = 2;

  /** In the low half of the type byte: a longer length of the foreign bytes follows. */
  static final int FOREIGN_LONG = 15;

  /** In the low bits of the shape byte: a larger number of channels follows. */
  static final int CHANNELS_MANY = 0;

  static final int MOST_SHORT_CHANNELS = 3;
  static final int CHECKSUM_BYTES = 4;

  private Wire() {}
}
