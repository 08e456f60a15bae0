package io.ardmstream.media.png;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.png.file.PngChunk;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The PLTE and tRNS chunks of a PNG file.
 *
 * @param colours alpha, red, green and blue of each entry, 8 bits each from the most significant;
 *     entries that tRNS does not reach are opaque
 * @param alphas bytes of the tRNS chunk, {@value #NONE} if there is no such chunk
 */
record PngPalette(int[] colours, int alphas) {
  static final String COLOURS = "PLTE";
  static final String ALPHAS = "tRNS";
  static final int NONE = -1;
  static final int OPAQUE = 255;

  /** How many entries there are at most. */
  static final int MOST = 256;

  private static final int COLOUR_BYTES = 3;

  /** The palette among these chunks, if there is one and it is as it should be. */
  static Optional<PngPalette> among(List<PngChunk> chunks) {
    List<byte[]> colours = data(chunks, COLOURS);
    List<byte[]> alphas = data(chunks, ALPHAS);
    if (colours.size() != 1 || alphas.size() > 1) {
      return Optional.empty();
    }
    int size = colours.get(0).length / COLOUR_BYTES;
    int covered = alphas.isEmpty() ? NONE : alphas.get(0).length;
    boolean whole = colours.get(0).length == size * COLOUR_BYTES;
    if (!whole || size > MOST || covered > size) {
      return Optional.empty();
    }
    ForeignSource source = new ForeignSource(colours.get(0));
    int[] entries = new int[size];
    for (int i = 0; i < size; i++) {
      int alpha = i < covered ? alphas.get(0)[i] & 0xFF : OPAQUE;
      entries[i] = withAlpha(readColour(source), alpha);
    }
    return Optional.of(new PngPalette(entries, covered));
  }

  private static List<byte[]> data(List<PngChunk> chunks, String type) {
    return chunks.stream().filter(chunk -> chunk.type().equals(type)).map(PngChunk::data).toList();
  }

  int size() {
    return colours.length;
  }

  boolean hasAlphas() {
    return alphas != NONE;
  }

  /** The colours of pixels with these indices, all of them below {@link #size}. */
  int[] pixels(int[] indices) {
    return Arrays.stream(indices).map(index -> colours[index]).toArray();
  }

  PngChunk colourChunk() {
    ByteSink data = new ByteSink();
    Arrays.stream(colours).forEach(colour -> writeColour(data, colour));
    return new PngChunk(COLOURS, data.toBytes());
  }

  PngChunk alphaChunk() {
    ByteSink data = new ByteSink();
    Arrays.stream(colours).limit(alphas).forEach(colour -> data.u8(colour >>> 24));
    return new PngChunk(ALPHAS, data.toBytes());
  }

  /** Writes some entries: red, green and blue of each, then the alphas of those that have one. */
  void pack(int[] entries, ByteSink sink) {
    Arrays.stream(entries).forEach(entry -> writeColour(sink, colours[entry]));
    covered(entries).forEach(entry -> sink.u8(colours[entry] >>> 24));
  }

  /** Reads what {@link #pack} wrote. */
  void unpack(int[] entries, ForeignSource source) {
    for (int entry : entries) {
      colours[entry] = withAlpha(readColour(source), OPAQUE);
    }
    covered(entries).forEach(entry -> colours[entry] = withAlpha(colours[entry], source.u8()));
  }

  private IntStream covered(int[] entries) {
    return Arrays.stream(entries).filter(entry -> entry < alphas);
  }

  private static void writeColour(ByteSink sink, int colour) {
    sink.u8(colour >> 16).u8(colour >> 8).u8(colour);
  }

  private static int readColour(ForeignSource source) {
    return source.u8() << 16 | source.u8() << 8 | source.u8();
  }

  private static int withAlpha(int colour, int alpha) {
    return alpha << 24 | colour & 0xFFFFFF;
  }
}
