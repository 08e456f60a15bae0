package io.ardmstream.media.bmp;

import io.ardmstream.media.Fields;
import io.ardmstream.media.Limits;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.raster.Arrangement;
import io.ardmstream.media.raster.Filter;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.Packing;
import io.ardmstream.media.raster.Patch;
import io.ardmstream.media.raster.PlainFile;
import io.ardmstream.media.raster.Raster;
import io.ardmstream.media.raster.RasterKind;
import io.ardmstream.media.raster.Words;
import java.util.ArrayList;
import java.util.List;

/** Bitmaps that {@link BmpFormat} has no place for: of OS/2, few bits, colour masks, or runs. */
public final class BitmapVariants implements RasterKind {
  private static final int BRIEF_HEADER = 16;
  private static final int RUNS_OF_8 = 1;
  private static final int RUNS_OF_4 = 2;
  private static final int MASKS = 3;
  private static final int ALPHA_MASKS = 6;
  private static final int MASKS_AT = 54;
  private static final int WITH_ALPHA = 56;
  private static final long[] FIVE_BITS = {0x7C00, 0x3E0, 0x1F};

  @Override
  public String name() {
    return "BMP";
  }

  @Override
  public boolean recognises(byte[] file) {
    return new BmpFormat().recognises(file) && !BmpFormat.takes(file) || isBrief(file);
  }

  /** Of OS/2, with a header that ends before its compression. */
  private static boolean isBrief(byte[] file) {
    Fields fields = new Fields(file, false);
    return fields.named(0, "BM") && fields.u32(BmpHeader.FILE_HEADER) == BRIEF_HEADER;
  }

  @Override
  public Finding read(byte[] file, Limits limits) {
    Fields fields = new Fields(file, false);
    boolean core = fields.u32(BmpHeader.FILE_HEADER) == BmpHeader.CORE_HEADER;
    long width = core ? fields.u16(18) : (int) fields.u32(18);
    long signed = core ? (short) fields.u16(20) : (int) fields.u32(22);
    long height = Math.abs(signed);
    int bits = fields.u16(core ? 24 : 28);
    int compression = core || isBrief(file) ? 0 : (int) fields.u32(30);
    long start = fields.u32(10);
    if (width < 1 || height < 1 || start >= file.length) {
      return Finding.refused("no pixels where it says");
    }
    limits.checkShape(width, height, 1, "byte 18");
    Grid grid = new Grid((int) width, (int) height, bits, start, signed > 0);
    return switch (compression) {
      case 0 -> plain(file, grid);
      case RUNS_OF_8, RUNS_OF_4 -> runs(file, grid, compression, limits);
      case MASKS, ALPHA_MASKS -> masks(file, grid, fields, compression);
      default -> Finding.refused("compression method " + compression);
    };
  }

  private static Finding plain(byte[] file, Grid grid) {
    return switch (grid.bits) {
      case 1, 2, 4, 8 -> grid.finding(file, Words.unsigned(true), 1, grid.bits);
      case 16 -> grid.masked(file, FIVE_BITS);
      case 24 -> grid.masked(file, new long[] {0xFF0000, 0xFF00, 0xFF});
      case 32 -> grid.masked(file, new long[] {0xFF0000, 0xFF00, 0xFF, 0xFF000000L});
      default -> Finding.refused(grid.bits + " bits a pixel");
    };
  }

  private static Finding masks(byte[] file, Grid grid, Fields fields, int compression) {
    if (grid.bits != 16 && grid.bits != 32) {
      return Finding.refused("colour masks of " + grid.bits + " bits a pixel");
    }
    boolean told = fields.u32(BmpHeader.FILE_HEADER) >= WITH_ALPHA || compression == ALPHA_MASKS;
    long alpha = told ? fields.u32(MASKS_AT + 12) : 0;
    long[] masks = new long[alpha == 0 ? 3 : 4];
    for (int c = 0; c < masks.length; c++) {
      masks[c] = fields.u32(MASKS_AT + 4 * c);
    }
    return grid.masked(file, masks);
  }

  /** Some programs let runs go on into what fills up a row. */
  private static Finding runs(byte[] file, Grid grid, int compression, Limits limits) {
    if (grid.bits != (compression == RUNS_OF_8 ? 8 : 4) || !grid.bottomUp) {
      return Finding.refused("runs of " + grid.bits + " bits a pixel");
    }
    int filled = compression == RUNS_OF_8 ? 4 : 8;
    int padded = (grid.width + filled - 1) / filled * filled;
    long length = (long) padded * grid.height;
    if (!limits.allows(length, file.length) || length > SampleLayout.MAX_PLANE) {
      return Finding.refused("more pixels than its bytes may hold");
    }
    Packing packing = compression == RUNS_OF_8 ? Packing.RUNS_OF_8 : Packing.RUNS_OF_4;
    for (int wide : new int[] {grid.width, padded}) {
      PlainFile plain = new PlainFile(file);
      int bytes = wide * grid.height;
      int start = plain.unpack((int) grid.start, file.length, bytes, wide, packing, Filter.NONE);
      if (start >= 0) {
        var rows = new Arrangement(grid.width, grid.height, 1, 8, 8L * wide, false);
        List<Patch> patches = rows.at(start, 0).stream().map(Patch::upsideDown).toList();
        return plain.finding(new Raster(grid.width, grid.height, 1, Words.unsigned(true), patches));
      }
    }
    return Finding.refused("runs that are written in an unusual way");
  }

  /** Rows of pixels, each padded to a multiple of four bytes. */
  private record Grid(int width, int height, int bits, long start, boolean bottomUp) {

    Finding finding(byte[] file, Words words, int channels, int sampleBits) {
      Arrangement rows = new Arrangement(width, height, channels, sampleBits, rowBits(), false);
      List<Patch> patches = rows.at(start, 0);
      return finding(file, words, channels, patches);
    }

    /** Each channel where its mask has bits. */
    Finding masked(byte[] file, long[] masks) {
      List<Patch> patches = new ArrayList<>();
      for (int c = 0; c < masks.length; c++) {
        int low = Long.numberOfTrailingZeros(masks[c]);
        int wide = Long.bitCount(masks[c]);
        if (wide == 0 || masks[c] >> low != (1L << wide) - 1) {
          return Finding.refused("colour masks with gaps");
        }
        long first = 8 * start + low;
        patches.add(new Patch(c, 0, 0, width, height, wide, first, bits, rowBits()));
      }
      return finding(file, Words.unsigned(false), masks.length, patches);
    }

    private Finding finding(byte[] file, Words words, int channels, List<Patch> patches) {
      List<Patch> placed = bottomUp ? patches.stream().map(Patch::upsideDown).toList() : patches;
      return Finding.of(file, new Raster(width, height, channels, words, placed));
    }

    private long rowBits() {
      return ((long) width * bits + 31) / 32 * 32;
    }
  }
}
