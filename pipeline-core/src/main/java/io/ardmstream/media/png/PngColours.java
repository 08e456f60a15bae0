package io.ardmstream.media.png;

import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.Media;
import io.ardmstream.media.SampleLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * PNG files with a palette whose samples are colours instead of indices: red, green, blue, and
 * alpha if not all are opaque. What order the palette had is told by {@link PngColoursForeign}.
 */
public final class PngColours {
  private static final int DEPTH = 8;

  private PngColours() {}

  /** Whether the samples are colours of a palette. */
  static boolean are(Media media) {
    return PngColoursForeign.are(media.foreign());
  }

  /** A picture of indices as one of colours, unless the colours do not tell which index it was. */
  public static Optional<Media> of(Media indexed) {
    if (PngWords.are(indexed)) {
      return Optional.empty();
    }
    PngForeign foreign = PngPicture.of(indexed).foreign();
    return foreign.palette()
        ? PngPalette.among(foreign.before()).flatMap(palette -> of(indexed, foreign, palette))
        : Optional.empty();
  }

  private static Optional<Media> of(Media indexed, PngForeign foreign, PngPalette palette) {
    int[] indices = indexed.planes()[0];
    if (Arrays.stream(indices).anyMatch(index -> index >= palette.size())) {
      return Optional.empty();
    }
    UsedEntries entries = UsedEntries.in(indices, palette.size());
    int[] pixels = palette.pixels(indices);
    List<ColourUse> uses = ColourUse.of(pixels);
    if (uses.size() < entries.used().cardinality()) {
      return Optional.empty();
    }
    int depth = indexed.layout().bitDepth();
    byte[] packed = new PngColoursForeign(foreign, palette, entries, depth).pack(uses);
    int[][] planes = ColourPlanes.of(pixels);
    SampleLayout layout = layout(indexed, planes.length, DEPTH);
    return Optional.of(new Media(indexed.type(), layout, planes, packed, indexed.fidelity()));
  }

  /** The picture of indices again. */
  static PngPicture toIndices(Media coloured) {
    ForeignSource source = new ForeignSource(coloured.foreign());
    SampleLayout layout = coloured.layout();
    source.require(ColourPlanes.fit(layout), "are not of colours in " + layout);
    int[] pixels = ColourPlanes.pixels(coloured.planes());
    PngColoursForeign foreign = PngColoursForeign.unpack(source, ColourUse.of(pixels));
    int[][] indices = {foreign.entries().indices(pixels, foreign.palette())};
    SampleLayout wanted = layout(coloured, indices.length, foreign.depth());
    return new PngPicture(wanted, indices, foreign.foreign());
  }

  private static SampleLayout layout(Media media, int channels, int depth) {
    SampleLayout layout = media.layout();
    return SampleLayout.image(layout.width(), layout.height(), channels, depth);
  }
}
