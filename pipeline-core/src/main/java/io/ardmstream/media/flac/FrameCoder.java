package io.ardmstream.media.flac;

import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.flac.choice.FlacChoices;
import io.ardmstream.media.flac.choice.FlacChoices.Kind;

/**
 * Passes one frame after the other: what its encoder chose goes to or comes from the coded choices,
 * the frame itself is written, both given the samples.
 */
final class FrameCoder {
  private static final int USUAL_RATE_CODE = 9;

  private final int[][] planes;
  private final int depth;
  private final FlacChoices choices;
  private final SubframeCoder subframes;
  private final BitWriter out;
  private FrameHeader before = new FrameHeader();
  private long expected;

  /**
   * A coder.
   *
   * @param planes the samples of all frames, one after the other
   * @param depth of those samples
   * @param encoding whether frames are known
   * @param out where frames are written
   */
  FrameCoder(int[][] planes, int depth, FlacChoices choices, boolean encoding, BitWriter out) {
    this.planes = planes;
    this.depth = depth;
    this.choices = choices;
    this.out = out;
    subframes = new SubframeCoder(choices, planes.length, encoding);
    before.rateCode = USUAL_RATE_CODE;
  }

  /**
   * Passes a frame.
   *
   * @param frame to be encoded, or to be filled in
   * @param from the first of its samples
   */
  void pass(FlacFrame frame, int from) {
    int start = out.length();
    FrameHeader header = frame.header;
    header(header, planes[0].length - from);
    out.allow(header.mostBytes());
    header.write(out);
    long[][] channels = new long[planes.length][header.blockSize];
    for (int c = 0; c < planes.length; c++) {
      for (int t = 0; t < header.blockSize; t++) {
        channels[c][t] = planes[c][from + t];
      }
    }
    Stereo.split(header.assignment, channels);
    for (int c = 0; c < planes.length; c++) {
      boolean side = Stereo.side(header.assignment, c);
      subframes.pass(frame.subframes[c], c, channels[c], side ? depth + 1 : depth, out);
    }
    out.align();
    out.bits(Crc.sixteen(out.array(), start, out.length()), 16);
  }

  private void header(FrameHeader header, int remaining) {
    header.variable = choices.pass(Kind.VARIABLE, header.variable, before.variable, 0, 0);
    int usual = Math.min(before.blockSize, remaining);
    boolean last = usual == remaining;
    header.blockSize =
        usual + choices.pass(Kind.BLOCK_SIZE, header.blockSize - usual, last ? 1 : 0, usual, 0);
    require(header.blockSize >= 1 && header.blockSize <= Math.min(remaining, 1 << 16));
    int code = FrameHeader.usualSizeCode(header.blockSize);
    header.sizeCode = code + choices.pass(Kind.SIZE_CODE, header.sizeCode - code, code, 0, 0);
    header.rateCode = choices.pass(Kind.RATE_CODE, header.rateCode, before.rateCode, 0, 0);
    require(header.rateCode >= 0 && header.rateCode < 16);
    if (FrameHeader.rateBits(header.rateCode) > 0) {
      header.rateField = choices.pass(Kind.RATE_FIELD, header.rateField, before.rateField, 0, 0);
    }
    int assignment = before.assignment;
    header.assignment = choices.pass(Kind.ASSIGNMENT, header.assignment, assignment, 0, 0);
    header.depthCode = choices.pass(Kind.DEPTH_CODE, header.depthCode, before.depthCode, 0, 0);
    require((header.variable & 1) == header.variable && header.sizeCode >> 4 == 0);
    require(header.assignment >= 0 && header.depthCode >> 3 == 0);
    number(header);
    require(header.sound() && header.channels() == planes.length);
    expected = header.number + (header.variable == 1 ? header.blockSize : 1);
    before = header;
  }

  private void number(FrameHeader header) {
    long change = header.number - expected;
    int high = choices.pass(Kind.NUMBER, (int) (change - (int) change >> 32), 1, 0, 0);
    int low = choices.pass(Kind.NUMBER, (int) change, 0, 0, 0);
    header.number = expected + ((long) high << 32) + low;
  }

  static void require(boolean holds) {
    if (!holds) {
      throw new CorruptDataException(
          "The coded choices are not those of a FLAC encoder",
          "foreign bytes",
          "Encode the original again.");
    }
  }
}
