package io.ardmstream.media.flac;

import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.coder.binary.BinaryEncoder;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.Dictionary;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.PackedBytes;
import io.ardmstream.media.flac.choice.FlacChoices;
import java.util.Arrays;
import java.util.List;

/**
 * Everything of a FLAC file but its samples, and the file from both: a byte of flags (1: the file
 * has a digest), the length of the head, the coded choices after their length, and {@link
 * PackedBytes} of the head without what follows from the frames, the bytes between frames and those
 * after the last one.
 */
final class FlacForeign {
  private static final int DIGESTED = 1;
  private static final Dictionary DICTIONARY = new Dictionary(FlacDictionary.bytes());
  private static final byte[] NO_DIGEST = new byte[16];

  private final int[][] planes;
  private final StreamShape shape;
  private final FrameIndex index = new FrameIndex();
  private final BitWriter out = new BitWriter();
  private int rate;

  private FlacForeign(int[][] planes, StreamShape shape) {
    this.planes = planes;
    this.shape = shape;
  }

  /** Packs what a file has beside the samples. */
  static byte[] pack(
      byte[] file, List<FrameScanner.Found> found, int[][] planes, StreamShape shape) {
    FlacForeign foreign = new FlacForeign(planes, shape);
    int headLength = found.isEmpty() ? file.length : found.get(0).start();
    byte[] head = Arrays.copyOf(file, headLength);
    ByteSink rest = new ByteSink();
    byte[] coded = foreign.encode(file, headLength, found, rest);
    boolean digested = Metadata.find(head).filter(m -> Facts.digested(head, m)).isPresent();
    foreign.facts(digested).mask(head, false);
    ByteSink sink = new ByteSink();
    sink.u8(digested ? DIGESTED : 0).varint(headLength).varint(coded.length).bytes(coded);
    byte[] bytes = new ByteSink().bytes(head).bytes(rest.toBytes()).toBytes();
    PackedBytes.write(sink, bytes, DICTIONARY);
    return sink.toBytes();
  }

  private byte[] encode(byte[] file, int first, List<FrameScanner.Found> found, ByteSink rest) {
    BinaryEncoder encoder = new BinaryEncoder();
    FlacChoices choices = new FlacChoices(encoder, samples());
    FrameCoder coder = new FrameCoder(planes, shape.depth(), choices, true, out);
    int at = first;
    for (FrameScanner.Found next : found) {
      int gap = choices.pass(FlacChoices.Kind.GAP, next.start() - at, 0, 0, 0);
      rest.bytes(file, at, gap);
      out.allow(gap);
      out.bytes(file, at, gap);
      frame(coder, next.frame());
      at = next.end();
    }
    rest.bytes(file, at, file.length - at);
    return encoder.finish();
  }

  /**
   * Puts a file together.
   *
   * @throws io.ardmstream.failure.CorruptDataException when the foreign bytes do not fit the planes
   */
  static byte[] restore(byte[] bytes, int[][] planes, StreamShape shape) {
    ForeignSource source = new ForeignSource(bytes);
    int flags = source.u8();
    source.require(flags <= DIGESTED, "are of a newer form");
    int headLength = source.varint();
    byte[] coded = source.bytes(source.varint());
    byte[] rest = PackedBytes.read(source, DICTIONARY);
    source.require(headLength <= rest.length, "end inside the head");
    FlacForeign foreign = new FlacForeign(planes, shape);
    int tail = foreign.decode(coded, rest, headLength);
    foreign.out.allow(rest.length - tail);
    foreign.out.bytes(rest, tail, rest.length - tail);
    byte[] head = Arrays.copyOf(rest, headLength);
    foreign.facts(flags == DIGESTED).mask(head, true);
    return new ByteSink().bytes(head).bytes(foreign.out.array(), 0, foreign.out.length()).toBytes();
  }

  private int decode(byte[] coded, byte[] rest, int headLength) {
    FlacChoices choices = new FlacChoices(new BinaryDecoder(coded, 0), samples());
    FrameCoder coder = new FrameCoder(planes, shape.depth(), choices, false, out);
    int at = headLength;
    while (index.length() < planes[0].length) {
      int gap = choices.pass(FlacChoices.Kind.GAP, 0, 0, 0, 0);
      FrameCoder.require(gap >= 0 && gap <= rest.length - at);
      out.allow(gap);
      out.bytes(rest, at, gap);
      at += gap;
      frame(coder, FlacFrame.blank(planes.length));
    }
    return at;
  }

  private void frame(FrameCoder coder, FlacFrame frame) {
    int start = out.length();
    coder.pass(frame, (int) index.length());
    rate = index.length() == 0 ? frame.header.rate() : rate;
    index.add(start, out.length() - start, frame.header.blockSize);
  }

  private long samples() {
    return (long) planes.length * planes[0].length;
  }

  private Facts facts(boolean digested) {
    byte[] digest = digested ? SampleDigest.of(planes, shape.depth()) : NO_DIGEST;
    return new Facts(index, shape, rate, digest);
  }
}
