package io.ardmstream.media.flac;

import io.ardmstream.media.Limits;
import io.ardmstream.media.SampleLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the frames of a file. Bytes that belong to no sound frame of the stream's shape are passed
 * over, up to the next such frame. How much is read in vain is bounded by the length of the file.
 */
final class FrameScanner {
  private static final int VAIN_A_BYTE = 64;
  private static final int VAIN_AT_LEAST = 1 << 22;
  private static final int PLENTY_A_BYTE = 4096;
  private static final int PLENTY_AT_LEAST = 1 << 22;

  /** A frame and the bytes from {@code start} to {@code end} that it was read from. */
  record Found(FlacFrame frame, int start, int end) {}

  private final byte[] file;
  private final Limits limits;
  private final int declaredDepth;

  /** More samples than any stream of music or silence has. */
  private final long plenty;

  private final List<Found> found = new ArrayList<>();
  private int[][] planes = {};
  private int length;
  private StreamShape shape;
  private long samples;
  private long vain;

  /**
   * A scanner.
   *
   * @param declared the shape that the file declares
   * @param limits how many samples there may be
   */
  FrameScanner(byte[] file, Optional<StreamShape> declared, Limits limits) {
    this.file = file;
    this.limits = limits;
    declaredDepth = declared.map(StreamShape::depth).orElse(0);
    plenty = PLENTY_AT_LEAST + (long) PLENTY_A_BYTE * file.length;
    vain = VAIN_AT_LEAST + (long) VAIN_A_BYTE * file.length;
  }

  /** Whether a file begins with a frame that tells its own depth. */
  static boolean startsWithFrame(byte[] file) {
    FrameScanner scanner = new FrameScanner(file, Optional.empty(), Limits.defaults());
    return scanner.sync(0) && scanner.frame(0) > 1;
  }

  /**
   * Reads all frames from {@code first} on.
   *
   * @return whether there are not far more samples than bytes
   */
  boolean run(int first) {
    int at = first;
    while (at < file.length && vain > 0 && samples <= plenty) {
      at = sync(at) ? frame(at) : at + 1;
    }
    return samples <= plenty;
  }

  private boolean sync(int at) {
    return at + 2 <= file.length && file[at] == -1 && (file[at + 1] & 0xFE) == 0xF8;
  }

  /** Reads a frame and returns where it ends; if there is none, the next byte. */
  private int frame(int at) {
    BitReader bits = new BitReader(file, at, file.length);
    try {
      FrameHeader header = FrameHeader.read(file, bits);
      int depth = header.depth() == 0 ? declaredDepth : header.depth();
      StreamShape own = new StreamShape(header.channels(), depth);
      require(own.sound() && (shape == null || shape.equals(own)));
      return rest(at, header, own, bits.position());
    } catch (MalformedFrame none) {
      return at + 1;
    }
  }

  private int rest(int at, FrameHeader header, StreamShape own, int from) throws MalformedFrame {
    int size = header.blockSize;
    limits.checkShape((long) length + size, 1, own.channels(), "byte " + at);
    vain -= (long) size * own.channels();
    int to = (int) Math.min(file.length, at + header.mostBytes());
    BitReader bits = new BitReader(file, from, to);
    Subframe[] subframes = new Subframe[own.channels()];
    long[][] channels = new long[own.channels()][size];
    for (int c = 0; c < channels.length; c++) {
      int depth = own.depth() + (Stereo.side(header.assignment, c) ? 1 : 0);
      subframes[c] = SubframeReader.read(bits, depth, channels[c]);
    }
    bits.align();
    int end = bits.position();
    require(bits.number(16) == Crc.sixteen(file, at, end));
    Stereo.join(header.assignment, channels);
    keep(channels, own);
    vain += (long) size * own.channels();
    found.add(new Found(new FlacFrame(header, subframes), at, end + 2));
    return end + 2;
  }

  private void keep(long[][] channels, StreamShape own) throws MalformedFrame {
    for (long[] channel : channels) {
      for (long sample : channel) {
        require(sample >> own.depth() - 1 == sample >> 63);
      }
    }
    int size = channels[0].length;
    if (shape == null) {
      shape = own;
      planes = new int[own.channels()][size];
    }
    for (int c = 0; c < channels.length; c++) {
      if (length + size > planes[c].length) {
        planes[c] = Arrays.copyOf(planes[c], room(length + size));
      }
      for (int t = 0; t < size; t++) {
        planes[c][length + t] = (int) channels[c][t];
      }
    }
    length += size;
    samples = (long) length * planes.length;
  }

  private static int room(int length) {
    return (int) Math.min(SampleLayout.MAX_PLANE, 2L * length);
  }

  /** What was found, in the order of the file. */
  List<Found> found() {
    return found;
  }

  /** The shape of the frames; empty if there are none. */
  Optional<StreamShape> shape() {
    return Optional.ofNullable(shape);
  }

  /** The samples of all frames, of so many channels if there are none. */
  int[][] planes(int channels) {
    int[][] whole = new int[channels][];
    for (int c = 0; c < channels; c++) {
      whole[c] = length == 0 ? new int[0] : Arrays.copyOf(planes[c], length);
    }
    return whole;
  }

  private static void require(boolean holds) throws MalformedFrame {
    if (!holds) {
      throw new MalformedFrame("not a frame of this stream");
    }
  }
}
