package io.ardmstream.media.png;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.png.file.PngChunk;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a palette stands among the chunks before the pixels.
 *
 * @param colourPlace place of PLTE in the list of all chunks
 * @param alphaPlace place of tRNS; 1 if there is none
 * @param others the other chunks
 */
record PaletteChunks(int colourPlace, int alphaPlace, List<PngChunk> others) {
  static final PaletteChunks ALONE = new PaletteChunks(0, 1, List.of());

  /** Takes chunks apart that hold a palette. */
  static PaletteChunks of(List<PngChunk> chunks) {
    List<String> types = chunks.stream().map(PngChunk::type).toList();
    int alphaPlace = types.indexOf(PngPalette.ALPHAS);
    List<PngChunk> others =
        chunks.stream()
            .filter(chunk -> !chunk.type().equals(PngPalette.COLOURS))
            .filter(chunk -> !chunk.type().equals(PngPalette.ALPHAS))
            .toList();
    return new PaletteChunks(
        types.indexOf(PngPalette.COLOURS), alphaPlace < 0 ? 1 : alphaPlace, others);
  }

  /** Whether there are chunks up to where the palette is to stand. */
  boolean fit(PngPalette palette) {
    boolean first = Math.min(colourPlace, alphaPlace) <= others.size();
    return palette.hasAlphas()
        ? first && Math.max(colourPlace, alphaPlace) <= others.size() + 1
        : colourPlace <= others.size();
  }

  /** All chunks, the palette in its place. */
  List<PngChunk> with(PngPalette palette) {
    List<PngChunk> all = new ArrayList<>(others);
    boolean colourFirst = colourPlace < alphaPlace;
    if (colourFirst) {
      all.add(colourPlace, palette.colourChunk());
    }
    if (palette.hasAlphas()) {
      all.add(alphaPlace, palette.alphaChunk());
    }
    if (!colourFirst) {
      all.add(colourPlace, palette.colourChunk());
    }
    return all;
  }

  void pack(PngPalette palette, ByteSink sink) {
    sink.varint(colourPlace);
    if (palette.hasAlphas()) {
      sink.varint(alphaPlace);
    }
  }
}
