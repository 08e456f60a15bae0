package io.ardmstream.media.png;

import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.coder.binary.BinaryEncoder;
import io.ardmstream.deflate.Deflated;
import io.ardmstream.media.BigEndian;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.png.file.PngCuts;
import io.ardmstream.media.png.file.PngFile;
import io.ardmstream.media.png.file.PngHeader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.Adler32;

/**
 * How the pixels of a PNG file are filtered, compressed and cut: with the samples and the chunks it
 * makes the same file again.
 *
 * @param head the two bytes of the zlib header (RFC 1950)
 * @param cuts of the compressed pixels
 * @param checksums that are wrong, by the number of their chunk
 * @param tail what follows the deflated bytes, if it is not their Adler-32
 * @param surplus bytes after the last line
 * @param rule what tells the filters of all lines, as {@link PngLines#rule} says; empty: the lines
 * @param lines the bits of {@link PngLines}; none where a rule was all that was written
 * @param corrections of the deflated bytes
 */
record PngStream(
    int head,
    PngCuts cuts,
    Map<Integer, Integer> checksums,
    Optional<byte[]> tail,
    byte[] surplus,
    OptionalInt rule,
    byte[] lines,
    byte[] corrections) {

  static final List<Integer> USUAL_HEADS = List.of(0x7801, 0x785E, 0x789C, 0x78DA);
  private static final int HEAD = 4;
  private static final int CUTS = 8;
  private static final int CHECKSUMS = 16;
  private static final int TAIL = 32;
  private static final int SURPLUS = 64;
  private static final int USUAL_LINES = 128;

  private static final int HEAD_BYTES = 2;
  private static final int LEAST_WINDOW = 8;
  private static final int MOST_SURPLUS = 1 << 16;
  private static final String PLACE = "the IDAT chunks";

  /**
   * Takes the pixels of a file apart.
   *
   * @param planes to be filled
   */
  static PngStream read(PngFile parts, PngMarks marks, int[][] planes) {
    byte[] pixels = parts.pixels();
    PngFile.CHECK.in(PLACE, pixels.length > HEAD_BYTES, "the data ends in its header");
    int head = (pixels[0] & 0xFF) << 8 | pixels[1] & 0xFF;
    boolean zlib = (head >> 8 & 0xF) == 8 && (head & 0x20) == 0;
    PngFile.CHECK.in(PLACE, zlib, "the data is no zlib stream without dictionary");
    long bytes = PngLines.bytes(parts.header());
    PngFile.CHECK.in(PLACE, bytes < Integer.MAX_VALUE - MOST_SURPLUS, "too many lines");
    int most = (int) bytes + MOST_SURPLUS;
    int window = LEAST_WINDOW + (head >> 12);
    Deflated deflated = Deflated.of(pixels, HEAD_BYTES, most, window, BriefStream.level(head));
    byte[] plain = deflated.plain();
    PngFile.CHECK.in(PLACE, plain.length >= bytes, "the data ends before the last pixel");
    BinaryEncoder bits = new BinaryEncoder();
    PngLines lines = new PngLines(parts.header(), planes, bits);
    lines.read(plain);
    byte[] tail = Arrays.copyOfRange(pixels, deflated.end(), pixels.length);
    return new PngStream(
        head,
        marks.cuts(),
        marks.checksums(),
        Arrays.equals(tail, sum(plain)) ? Optional.empty() : Optional.of(tail),
        Arrays.copyOfRange(plain, (int) bytes, plain.length),
        lines.rule(),
        bits.finish(),
        deflated.corrections());
  }

  private static byte[] sum(byte[] plain) {
    Adler32 sum = new Adler32();
    sum.update(plain);
    return new ByteSink().be32((int) sum.getValue()).toBytes();
  }

  byte[] pack() {
    int usual = USUAL_HEADS.indexOf(head);
    boolean usualLines = rule.orElse(-1) == PngLines.USUAL;
    int flags = usual < 0 ? HEAD : usual;
    flags |= cuts.isWhole() ? 0 : CUTS;
    flags |= checksums.isEmpty() ? 0 : CHECKSUMS;
    flags |= tail.isPresent() ? TAIL : 0;
    flags |= surplus.length > 0 ? SURPLUS : 0;
    flags |= usualLines ? USUAL_LINES : 0;
    ByteSink sink = new ByteSink().u8(flags);
    if (usual < 0) {
      sink.u8(head >> 8).u8(head);
    }
    if (!cuts.isWhole()) {
      cuts.pack(sink);
    }
    if (!checksums.isEmpty()) {
      sink.varint(checksums.size());
      checksums.forEach((chunk, checksum) -> sink.varint(chunk).be32(checksum));
    }
    tail.ifPresent(bytes -> sink.varint(bytes.length).bytes(bytes));
    if (surplus.length > 0) {
      sink.varint(surplus.length).bytes(surplus);
    }
    if (!usualLines) {
      sink.varint(lines.length).bytes(lines);
    }
    return sink.bytes(corrections).toBytes();
  }

  static PngStream unpack(ForeignSource source) {
    int flags = source.u8();
    boolean unusual = (flags & HEAD) != 0;
    int head = unusual ? source.u8() << 8 | source.u8() : USUAL_HEADS.get(flags & HEAD - 1);
    PngCuts cuts = (flags & CUTS) == 0 ? PngCuts.WHOLE : PngCuts.unpack(source);
    Map<Integer, Integer> checksums = new LinkedHashMap<>();
    int wrong = (flags & CHECKSUMS) == 0 ? 0 : source.varint();
    for (int i = 0; i < wrong; i++) {
      checksums.put(source.varint(), BigEndian.s32(source.bytes(4), 0));
    }
    boolean tailed = (flags & TAIL) != 0;
    Optional<byte[]> tail = tailed ? Optional.of(source.bytes(source.varint())) : Optional.empty();
    byte[] surplus = (flags & SURPLUS) == 0 ? new byte[0] : source.bytes(source.varint());
    boolean usual = (flags & USUAL_LINES) != 0;
    OptionalInt rule = usual ? OptionalInt.of(PngLines.USUAL) : OptionalInt.empty();
    byte[] lines = usual ? new byte[0] : source.bytes(source.varint());
    return new PngStream(head, cuts, checksums, tail, surplus, rule, lines, source.rest());
  }

  /** The file of these samples, with other chunks around them. */
  byte[] file(PngHeader header, int[][] planes, PngForeign foreign) {
    PngLines filtered =
        rule.isPresent()
            ? new PngLines(header, planes, rule.getAsInt())
            : new PngLines(header, planes, new BinaryDecoder(lines, 0));
    byte[] plain = filtered.write();
    int bytes = plain.length;
    plain = Arrays.copyOf(plain, bytes + surplus.length);
    System.arraycopy(surplus, 0, plain, bytes, surplus.length);
    byte[] deflated = Deflated.rebuild(plain, corrections);
    byte[] end = tail.isPresent() ? tail.get() : sum(plain);
    byte[] pixels = new ByteSink().u8(head >> 8).u8(head).bytes(deflated).bytes(end).toBytes();
    return new PngFile(header, foreign.before(), pixels, foreign.after(), foreign.trailer())
        .write(cuts, checksums);
  }
}
