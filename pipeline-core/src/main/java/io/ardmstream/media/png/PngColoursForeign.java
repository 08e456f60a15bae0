package io.ardmstream.media.png;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.Dictionary;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.PackedBytes;
import io.ardmstream.media.png.file.PngChunk;
import java.util.Arrays;
import java.util.List;

/**
 * Foreign bytes of a PNG file whose samples are the colours of its palette: with the colours of the
 * picture they tell the palette, entry by entry.
 *
 * @param foreign what else the file has
 * @param palette what is between {@code foreign}'s chunks
 * @param entries those that the picture uses, no two of one colour
 * @param depth bits of an index
 */
record PngColoursForeign(PngForeign foreign, PngPalette palette, UsedEntries entries, int depth) {
  private static final int COLOURS = 8;
  private static final int UNUSED = 16;
  private static final int ALPHAS = 32;
  private static final int DEVIATIONS = 64;
  private static final int DEPTH_BITS = 2;

  private static final Dictionary USUAL_CHUNKS =
      new Dictionary(
          new ByteSink()
              .bytes(PngForeign.USUAL_CHUNKS)
              .ascii("vpAg\u0009\0\0\0\u0018\0\0\0\u0018\0bKGD\u0001\0tEXt\u0006Title\0")
              .ascii("pHYs\u0009\0\0\r\u00d7\0\0\r\u00d7\u0001tEXt\u0007Author\0")
              .ascii("sBIT\u0003\u0008\u0008\u0008pHYs\u0009\0\0\u000e\u00c4\0\0\u000e\u00c4\u0001")
              .ascii("tEXt\u0019Software\0www.inkscape.org")
              .toBytes());

  /** Whether foreign bytes are of this kind. */
  static boolean are(byte[] foreign) {
    return (new ForeignSource(foreign).u8() & COLOURS) != 0;
  }

  /** The bytes, for a picture of these colours. */
  byte[] pack(List<ColourUse> uses) {
    PaletteChunks chunks = PaletteChunks.of(foreign.before());
    EntryOrder order = EntryOrder.of(entries.of(palette), uses);
    boolean alphas = palette.alphas() != usualAlphas(palette.colours(), entries);
    boolean plain = isPlain(chunks);
    int flags = COLOURS | PngForeign.PALETTE | (foreign.interlaced() ? PngForeign.INTERLACED : 0);
    flags |= plain ? 0 : PngForeign.CHUNKS;
    flags |= entries.areAll() ? 0 : UNUSED;
    flags |= alphas ? ALPHAS : 0;
    flags |= order.isUsual() ? 0 : DEVIATIONS;
    int logDepth = Integer.numberOfTrailingZeros(depth);
    ByteSink sink = new ByteSink();
    foreign.packHead(flags, sink);
    sink.u8(order.usual().number() << DEPTH_BITS | logDepth);
    if (!entries.areAll()) {
      entries.pack(sink);
    }
    if (alphas) {
      sink.varint(palette.alphas() + 1);
    }
    sink.bytes(order.deviations());
    if (!plain) {
      chunks.pack(palette, sink);
      PackedBytes.write(sink, rest(chunks), USUAL_CHUNKS);
    }
    return sink.toBytes();
  }

  private boolean isPlain(PaletteChunks chunks) {
    boolean alone = chunks.equals(PaletteChunks.ALONE) && foreign.after().isEmpty();
    return alone && foreign.trailer().length == 0 && entries.areAll();
  }

  private byte[] rest(PaletteChunks chunks) {
    ByteSink rest = new ByteSink();
    PngChunk.pack(chunks.others(), rest);
    PngChunk.pack(foreign.after(), rest);
    palette.pack(entries.others(), rest);
    return rest.bytes(foreign.trailer()).toBytes();
  }

  /** Up to the last entry that the picture uses and that is not opaque. */
  private static int usualAlphas(int[] colours, UsedEntries entries) {
    int last =
        Arrays.stream(entries.numbers())
            .filter(entry -> colours[entry] >>> 24 < PngPalette.OPAQUE)
            .max()
            .orElse(PngPalette.NONE);
    return last == PngPalette.NONE ? last : last + 1;
  }

  /** Reads what {@link #pack} wrote. */
  static PngColoursForeign unpack(ForeignSource source, List<ColourUse> uses) {
    int flags = source.u8();
    PackedStream stream = PngForeign.unpackStream(flags, false, source);
    int head = source.u8();
    int order = head >> DEPTH_BITS;
    boolean known = (flags & PngForeign.PALETTE) != 0;
    source.require(known && order < ColourOrder.COUNT, "are of a newer format");
    int depth = 1 << (head & (1 << DEPTH_BITS) - 1);
    UsedEntries entries = entries(source, flags, uses.size());
    source.require(entries.size() <= 1 << depth, "tell of more entries than indices");
    PngPalette palette = palette(source, flags, new ColourOrder(order).sorted(uses), entries);
    return rest(source, flags, palette, entries, depth, stream);
  }

  private static UsedEntries entries(ForeignSource source, int flags, int count) {
    boolean all = (flags & UNUSED) == 0;
    UsedEntries entries = all ? UsedEntries.all(count) : UsedEntries.unpack(source);
    source.require(entries.used().cardinality() == count, "tell of a palette of other colours");
    return entries;
  }

  private static PngPalette palette(
      ForeignSource source, int flags, List<Integer> usual, UsedEntries entries) {
    boolean told = (flags & ALPHAS) != 0;
    int alphas = told ? source.varint() - 1 : PngPalette.NONE;
    boolean deviates = (flags & DEVIATIONS) != 0;
    int[] colours = entries.spread(deviates ? Deviations.unpack(usual, source) : usual);
    int least = usualAlphas(colours, entries);
    boolean fit = !told || least <= alphas && alphas <= entries.size();
    source.require(fit, "hold alphas of too many colours, or of too few");
    return new PngPalette(colours, told ? alphas : least);
  }

  private static PngColoursForeign rest(
      ForeignSource source,
      int flags,
      PngPalette palette,
      UsedEntries entries,
      int depth,
      PackedStream stream) {
    boolean interlaced = (flags & PngForeign.INTERLACED) != 0;
    PaletteChunks chunks = PaletteChunks.ALONE;
    List<PngChunk> after = List.of();
    byte[] trailer = {};
    if ((flags & PngForeign.CHUNKS) != 0) {
      int colourPlace = source.varint();
      int alphaPlace = palette.hasAlphas() ? source.varint() : 1;
      ForeignSource rest = new ForeignSource(PackedBytes.read(source, USUAL_CHUNKS));
      chunks = new PaletteChunks(colourPlace, alphaPlace, PngChunk.unpack(rest));
      source.require(chunks.fit(palette), "put the palette where no chunk is");
      after = PngChunk.unpack(rest);
      palette.unpack(entries.others(), rest);
      trailer = rest.rest();
    }
    List<PngChunk> before = chunks.with(palette);
    PngForeign foreign = new PngForeign(interlaced, true, before, after, trailer, stream);
    return new PngColoursForeign(foreign, palette, entries, depth);
  }
}
