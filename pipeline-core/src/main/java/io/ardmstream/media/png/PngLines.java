package io.ardmstream.media.png;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.png.file.PngFile;
import io.ardmstream.media.png.file.PngHeader;
import io.ardmstream.mixing.AdaptiveBits;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Lines as they are compressed, filter types and all, to planes and back. Passed as modelled bits
 * are the filter of each line and the bits after its last pixel; nothing where all filters are the
 * usual ones and these bits zero.
 */
final class PngLines {
  /** The rule by which each line has the filter that the usual choice takes. */
  static final int USUAL = PngFilter.COUNT;

  private static final int FILTER_BITS = 3;
  private static final int PADDED = 1 << 2 * FILTER_BITS;
  private static final int PADDING = PADDED + 1;
  private static final int CONTEXTS = PADDING + 1;

  private final PngHeader header;
  private final int[][] planes;
  private final Optional<AdaptiveBits> bits;
  private final int rule;
  private final BitSet types = new BitSet();
  private boolean padded;
  private boolean usual = true;
  private int last;

  /**
   * @param port where the modelled bits go to or come from
   */
  PngLines(PngHeader header, int[][] planes, BitCoder port) {
    this.header = header;
    this.planes = planes;
    this.bits = Optional.of(new AdaptiveBits(port, CONTEXTS));
    this.rule = USUAL;
  }

  /**
   * Lines whose filters follow a {@linkplain #rule rule}.
   *
   * @param rule the type of all lines, or {@link #USUAL}
   */
  PngLines(PngHeader header, int[][] planes, int rule) {
    this.header = header;
    this.planes = planes;
    this.bits = Optional.empty();
    this.rule = rule;
  }

  /** How many bytes all lines have. */
  static long bytes(PngHeader header) {
    return PngPass.of(header).stream()
        .mapToLong(pass -> pass.height() * (1 + header.lineBytes(pass.width())))
        .sum();
  }

  /** Fills the planes from lines. */
  void read(byte[] lines) {
    padded = passPadded(anyPadding(lines));
    int at = 0;
    for (PngPass pass : PngPass.of(header)) {
      at = read(pass, lines, at);
    }
  }

  private int read(PngPass pass, byte[] lines, int from) {
    PngLine samples = new PngLine(header, pass, planes);
    PngChoice choice = new PngChoice(header, samples);
    PngFilter filter = new PngFilter(samples.margin());
    byte[] above = samples.blank();
    int filterAt = samples.margin() - 1;
    int length = above.length - filterAt;
    for (int row = 0; row < pass.height(); row++) {
      byte[] line = samples.blank();
      System.arraycopy(lines, from + row * length, line, filterAt, length);
      int type = line[filterAt];
      boolean known = type >= 0 && type < PngFilter.COUNT;
      PngFile.CHECK.in("the IDAT chunks", known, "line %d has the unknown filter %d", row, type);
      line[filterAt] = 0;
      filter.undo(type, line, above);
      samples.read(row, line);
      padding(pass, line);
      filter(choice.filtered(line, above)[filterAt], type);
      above = line;
    }
    return from + pass.height() * length;
  }

  /** The lines of the planes. */
  byte[] write() {
    byte[] lines = new byte[Math.toIntExact(bytes(header))];
    padded = passPadded(false);
    int at = 0;
    for (PngPass pass : PngPass.of(header)) {
      at = write(pass, lines, at);
    }
    return lines;
  }

  private int write(PngPass pass, byte[] lines, int from) {
    PngLine samples = new PngLine(header, pass, planes);
    PngChoice choice = new PngChoice(header, samples);
    PngFilter filter = new PngFilter(samples.margin());
    byte[] above = samples.blank();
    byte[] filtered = samples.blank();
    int filterAt = samples.margin() - 1;
    int length = above.length - filterAt;
    for (int row = 0; row < pass.height(); row++) {
      byte[] line = samples.blank();
      samples.write(row, line);
      line[line.length - 1] |= (byte) padding(pass, line);
      int expected = rule == USUAL ? choice.filtered(line, above)[filterAt] : rule;
      int type = filter(expected, 0);
      filter.apply(type, line, above, filtered);
      filtered[filterAt] = (byte) type;
      System.arraycopy(filtered, filterAt, lines, from + row * length, length);
      above = line;
    }
    return from + pass.height() * length;
  }

  /**
   * What tells the filters of all lines that were read: one type or {@link #USUAL}. Empty if
   * nothing so short does, or if there is something after the last pixel of a line.
   */
  OptionalInt rule() {
    if (padded || !usual && types.cardinality() != 1) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(usual ? USUAL : types.nextSetBit(0));
  }

  private boolean passPadded(boolean any) {
    return bits.isPresent() && bits.get().bit(PADDED, any);
  }

  /** Passes a filter's type: what is expected and the line before tell of it. */
  private int filter(int expected, int type) {
    if (bits.isEmpty()) {
      return expected;
    }
    usual &= type == expected;
    types.set(type);
    last = bits.get().symbol(expected << FILTER_BITS | last, FILTER_BITS, type);
    new ForeignSource(new byte[0]).require(last < PngFilter.COUNT, "tell of an unknown filter");
    return last;
  }

  private int padding(PngPass pass, byte[] line) {
    int free = free(pass);
    if (!padded || free == 0) {
      return 0;
    }
    return bits.orElseThrow().symbol(PADDING, free, line[line.length - 1] & (1 << free) - 1);
  }

  private int free(PngPass pass) {
    long pixelBits = (long) pass.width() * header.channels() * header.depth();
    return (int) (8 * header.lineBytes(pass.width()) - pixelBits);
  }

  /** Whether any line has bits after its last pixel that the usual writer leaves zero. */
  private boolean anyPadding(byte[] lines) {
    boolean any = false;
    int at = 0;
    for (PngPass pass : PngPass.of(header)) {
      PngFilter filter = new PngFilter(1);
      int length = (int) header.lineBytes(pass.width());
      byte[] above = new byte[1 + length];
      for (int row = 0; free(pass) > 0 && row < pass.height(); row++) {
        byte[] line = new byte[1 + length];
        System.arraycopy(lines, at + row * (1 + length) + 1, line, 1, length);
        filter.undo(lines[at + row * (1 + length)], line, above);
        any |= (line[length] & (1 << free(pass)) - 1) != 0;
        above = line;
      }
      at += pass.height() * (1 + length);
    }
    return any;
  }
}
