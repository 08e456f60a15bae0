package io.ardmstream.media.tiff;

import io.ardmstream.media.raster.Filter;
import io.ardmstream.media.raster.Packing;
import io.ardmstream.media.raster.Words;
import java.util.Map;
import java.util.Optional;

/**
 * One picture of a file, in cells that all have the same size: strips, which are as wide as the
 * picture, or tiles.
 *
 * @param samples of a pixel
 * @param bits of a sample
 * @param cellWidth columns of a cell
 * @param cellHeight rows of a cell; the last strip may have fewer
 * @param tiled whether cells at the edges are as large as others
 * @param planar whether each cell holds one channel
 * @param mosaic whether pixels have one of four colours, by their place
 * @param offsets of the cells in the file
 * @param lengths of the cells in the file
 */
record Page(
    int width,
    int height,
    int samples,
    int bits,
    Words words,
    Optional<Packing> packing,
    Filter filter,
    int cellWidth,
    int cellHeight,
    boolean tiled,
    boolean planar,
    boolean mosaic,
    long[] offsets,
    long[] lengths) {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int FILL_ORDER = 266;
  private static final int STRIPS = 273;
  private static final int SAMPLES = 277;
  private static final int ROWS = 278;
  private static final int STRIP_LENGTHS = 279;
  private static final int PLANAR = 284;
  private static final int PREDICTOR = 317;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILES = 324;
  private static final int TILE_LENGTHS = 325;
  private static final int SAMPLE_FORMAT = 339;
  private static final int CHROMA = 530;

  private static final int MOSAIC = 32803;
  private static final int YCBCR = 6;
  private static final int FLOATING = 3;
  private static final int MOST_SIDE = 1 << 30;

  /** Why a directory's samples are not understood; empty if they are. */
  static String obstacle(Map<Integer, long[]> tags) {
    long bits = first(tags, BITS, 1);
    long format = first(tags, SAMPLE_FORMAT, 1);
    long predictor = first(tags, PREDICTOR, 1);
    boolean packed = first(tags, COMPRESSION, 1) != 1;
    if (first(tags, WIDTH, 0) < 1 || first(tags, HEIGHT, 0) < 1) {
      return "a picture without pixels";
    } else if (!compression(tags).isEmpty()) {
      return compression(tags);
    } else if (!alike(tags, BITS) || !alike(tags, SAMPLE_FORMAT)) {
      return "samples that differ in size or kind";
    } else if (bits < 1 || bits > 64 || format == FLOATING && bits < 16 || format > 4) {
      return "samples of " + bits + " bits, format " + format;
    } else if (first(tags, FILL_ORDER, 1) == 2 && (packed || bits != 1)) {
      return "bits in reverse order";
    } else if (first(tags, PHOTOMETRIC, 1) == YCBCR && first(tags, CHROMA, 2) != 1) {
      return "subsampled colours";
    } else if (packed && (predictor < 1 || predictor > 3 || predictor > 1 && bits % 8 != 0)) {
      return "predictor " + predictor;
    }
    return "";
  }

  private static String compression(Map<Integer, long[]> tags) {
    int method = (int) first(tags, COMPRESSION, 1);
    return switch (method) {
      case 1, 5, 8, 32946, 32773 -> "";
      case 2, 3, 4 -> "fax compression";
      case 6, 7 -> "JPEG compression";
      case 34712, 33003, 33005 -> "JPEG 2000 compression";
      case 34925 -> "LZMA compression";
      case 50000 -> "Zstandard compression";
      case 50001 -> "WebP compression";
      case 50002, 52546 -> "JPEG XL compression";
      default -> "compression method " + method;
    };
  }

  /** A directory without obstacle; empty if its shape contradicts itself. */
  static Optional<Page> of(Map<Integer, long[]> tags, boolean bigEndian) {
    long width = first(tags, WIDTH, 0);
    long height = first(tags, HEIGHT, 0);
    boolean tiled = tags.containsKey(TILES);
    long cellWidth = tiled ? first(tags, TILE_WIDTH, 0) : width;
    long cellHeight =
        tiled ? first(tags, TILE_HEIGHT, 0) : Math.min(height, first(tags, ROWS, height));
    long samples = first(tags, SAMPLES, 1);
    long[] offsets = tags.getOrDefault(tiled ? TILES : STRIPS, new long[0]);
    boolean sized = width < MOST_SIDE && height < MOST_SIDE && samples > 0 && samples <= 255;
    boolean celled =
        cellWidth > 0 && cellHeight > 0 && cellWidth < MOST_SIDE && cellHeight < MOST_SIDE;
    if (!sized || !celled) {
      return Optional.empty();
    }
    boolean planar = samples > 1 && first(tags, PLANAR, 1) == 2;
    int bits = (int) first(tags, BITS, 1);
    Page page =
        new Page(
            (int) width,
            (int) height,
            (int) samples,
            bits,
            words(tags, bits, bigEndian),
            packing(tags),
            filter(tags, bits, bigEndian, planar ? 1 : (int) samples),
            (int) cellWidth,
            (int) cellHeight,
            tiled,
            planar,
            samples == 1 && first(tags, PHOTOMETRIC, 1) == MOSAIC,
            offsets,
            tags.getOrDefault(tiled ? TILE_LENGTHS : STRIP_LENGTHS, new long[0]));
    return page.cells() == offsets.length ? Optional.of(page) : Optional.empty();
  }

  private static Words words(Map<Integer, long[]> tags, int bits, boolean bigEndian) {
    long format = first(tags, SAMPLE_FORMAT, 1);
    boolean reversed = first(tags, FILL_ORDER, 1) == 2;
    boolean bytewise = bits % 8 == 0 && bits > 8;
    boolean planes = first(tags, COMPRESSION, 1) != 1 && first(tags, PREDICTOR, 1) == 3;
    boolean big = planes || (bytewise ? bigEndian : !reversed);
    return new Words(big, format == 2, format == FLOATING);
  }

  private static Optional<Packing> packing(Map<Integer, long[]> tags) {
    return switch ((int) first(tags, COMPRESSION, 1)) {
      case 5 -> Optional.of(Packing.LZW);
      case 8, 32946 -> Optional.of(Packing.DEFLATE);
      case 32773 -> Optional.of(Packing.PACK_BITS);
      default -> Optional.empty();
    };
  }

  private static Filter filter(Map<Integer, long[]> tags, int bits, boolean bigEndian, int stride) {
    Filter.Kind differences =
        bigEndian ? Filter.Kind.BIG_DIFFERENCES : Filter.Kind.LITTLE_DIFFERENCES;
    return switch ((int) first(tags, PREDICTOR, 1)) {
      case 2 -> new Filter(differences, bits / 8, stride);
      case 3 -> new Filter(Filter.Kind.BYTE_PLANES, bits / 8, stride);
      default -> Filter.NONE;
    };
  }

  private static boolean alike(Map<Integer, long[]> tags, int tag) {
    long[] values = tags.getOrDefault(tag, new long[0]);
    for (long value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  private static long first(Map<Integer, long[]> tags, int tag, long otherwise) {
    long[] values = tags.getOrDefault(tag, new long[0]);
    return values.length == 0 ? otherwise : values[0];
  }

  /** Pixels that a directory claims; 0 if it claims nothing sensible. */
  static long pixels(Map<Integer, long[]> tags) {
    long width = first(tags, WIDTH, 0);
    long height = first(tags, HEIGHT, 0);
    boolean sized = width > 0 && height > 0 && width < MOST_SIDE && height < MOST_SIDE;
    return sized ? width * height : 0;
  }

  long pixels() {
    return (long) width * height;
  }

  int across() {
    return (width - 1) / cellWidth + 1;
  }

  int down() {
    return (height - 1) / cellHeight + 1;
  }

  private long cells() {
    return (long) across() * down() * (planar ? samples : 1);
  }

  /** Whether the samples of another page can be in the same planes. */
  boolean alike(Page other) {
    return samples == other.samples
        && bits == other.bits
        && mosaic == other.mosaic
        && words.equals(other.words);
  }

  /** Samples of a pixel in a cell. */
  int interleaved() {
    return planar ? 1 : samples;
  }

  /** Bytes of a row of a cell. */
  long rowBytes() {
    return ((long) cellWidth * bits * interleaved() + 7) / 8;
  }

  /** Rows of the cell of a number. */
  int rows(int cell) {
    int above = cell / across() % down() * cellHeight;
    return tiled ? cellHeight : Math.min(cellHeight, height - above);
  }
}
