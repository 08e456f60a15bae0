package io.ardmstream.media.png;

import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.png.file.PngChunk;
import java.util.List;
import java.util.stream.IntStream;

/**
 * PNG files with a palette, taken apart.
 *
 * @param depth bits of an index
 * @param palette the entries and how many alphas there are
 * @param indices a row of pixels
 */
record PalettePictures(int depth, PngPalette palette, int... indices) {

  /** Nothing but the palette around the pixels. */
  Media plain() {
    List<PngChunk> alone = PaletteChunks.ALONE.with(palette);
    return with(new PngForeign(false, true, alone, List.of(), new byte[0], PackedStream.ANY));
  }

  Media with(PngForeign foreign) {
    SampleLayout layout = SampleLayout.image(indices.length, 1, 1, depth);
    int[][] planes = {indices};
    return new Media(FileFormat.PNG, layout, planes, foreign.pack(), Fidelity.SAMPLES);
  }

  /** A picture whose entries are all of these, each pixel as the indices say. */
  static PalettePictures of(List<Integer> colours, int... indices) {
    int[] entries = colours.stream().mapToInt(colour -> colour).toArray();
    int alphas =
        IntStream.range(0, entries.length)
            .filter(i -> entries[i] >>> 24 != PngPalette.OPAQUE)
            .map(i -> i + 1)
            .max()
            .orElse(PngPalette.NONE);
    return new PalettePictures(8, new PngPalette(entries, alphas), indices);
  }
}
