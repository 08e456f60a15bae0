package io.ardmstream.media.tiff;

import io.ardmstream.media.Limits;
import io.ardmstream.media.raster.Echo;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.Patch;
import io.ardmstream.media.raster.Patches;
import io.ardmstream.media.raster.PlainFile;
import io.ardmstream.media.raster.Raster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The strips or tiles of some pages, which become one picture: page below page, and the four
 * colours of a mosaic as channels.
 */
record Cells(byte[] file, List<Page> pages) {
  private static final int COLOURS = 4;
  private static final int MOST_BYTES = 1 << 30;

  /** A cell, and where its page begins in the planes. */
  private record Cell(Page page, int index, int top) {
    long offset() {
      return page.offsets()[index];
    }

    double bytes() {
      return (double) page.rowBytes() * page.rows(index);
    }
  }

  Finding read(Limits limits) {
    Page first = pages.get(0);
    List<Cell> cells = new ArrayList<>();
    int width = 0;
    long height = 0;
    for (Page page : pages) {
      width = Math.max(width, size(page, page.width()));
      limits.checkShape(width, height + page.height(), page.samples(), "directories of the TIFF");
      for (int i = 0; i < page.offsets().length; i++) {
        cells.add(new Cell(page, i, (int) height));
      }
      height += size(page, page.height());
    }
    double packed =
        cells.stream()
            .filter(cell -> cell.page().packing().isPresent())
            .mapToDouble(Cell::bytes)
            .sum();
    if (!limits.allows((long) Math.min(packed, Long.MAX_VALUE), file.length)) {
      return Finding.refused("more samples than its bytes may hold");
    }
    long[] starts = new long[cells.size()];
    PlainFile plain = new PlainFile(file);
    String obstacle = place(cells, plain, starts);
    if (!obstacle.isEmpty()) {
      return Finding.refused(obstacle);
    }
    Patches patches = new Patches();
    for (int i = 0; i < starts.length; i++) {
      add(cells.get(i), starts[i], patches);
    }
    int channels = first.mosaic() ? COLOURS : first.samples();
    Raster raster = new Raster(width, (int) height, channels, first.words(), patches.toList());
    return plain.finding(raster).withEcho(echo(cells.get(0), starts));
  }

  /** What fills up a tile may be left over from the tile before. */
  private static Echo echo(Cell first, long[] starts) {
    long from = LongStream.of(starts).min().orElse(0);
    long to = LongStream.of(starts).max().orElse(0) + (long) first.bytes();
    boolean tiles = first.page().tiled() && to < Integer.MAX_VALUE;
    return tiles ? new Echo((int) first.bytes(), (int) from, (int) to) : Echo.NONE;
  }

  private static int size(Page page, int length) {
    return page.mosaic() ? (length + 1) / 2 : length;
  }

  /**
   * Finds where every cell is in the plain bytes, by unpacking those that are packed in the order
   * of the file.
   *
   * @return why that is not possible, or nothing
   */
  private String place(List<Cell> cells, PlainFile plain, long[] starts) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingLong(i -> cells.get(i).offset()));
    for (int i : order) {
      Cell cell = cells.get(i);
      Page page = cell.page();
      if (cell.offset() < 0 || cell.offset() > file.length || cell.bytes() > MOST_BYTES) {
        return "pixels outside the file";
      } else if (page.packing().isEmpty()) {
        starts[i] = plain.keep((int) cell.offset(), (int) cell.bytes());
      } else {
        long length = cell.index() < page.lengths().length ? page.lengths()[cell.index()] : 0;
        long end = Math.min(file.length, cell.offset() + Math.max(0, length));
        starts[i] =
            plain.unpack(
                (int) cell.offset(),
                (int) end,
                (int) cell.bytes(),
                (int) page.rowBytes(),
                page.packing().get(),
                page.filter());
      }
      if (starts[i] < 0) {
        return page.packing().map(Enum::name).orElse("plain")
            + " pixels that are damaged or written in an unknown way";
      }
    }
    return "";
  }

  private static void add(Cell cell, long start, Patches patches) {
    Page page = cell.page();
    int perPlane = page.across() * page.down();
    int within = cell.index() % perPlane;
    int left = within % page.across() * page.cellWidth();
    int top = within / page.across() * page.cellHeight();
    int width = Math.min(page.cellWidth(), page.width() - left);
    int height = Math.min(page.rows(cell.index()), page.height() - top);
    long rowBits = 8 * page.rowBytes();
    int bits = page.bits();
    if (page.mosaic()) {
      mosaic(cell, new Patch(0, left, top, width, height, bits, 8 * start, bits, rowBits), patches);
      return;
    }
    int count = page.interleaved();
    for (int c = 0; c < count; c++) {
      int channel = page.planar() ? cell.index() / perPlane : c;
      long address = 8 * start + (long) c * bits;
      long step = (long) bits * count;
      patches.add(
          new Patch(channel, left, cell.top() + top, width, height, bits, address, step, rowBits));
    }
  }

  private static void mosaic(Cell cell, Patch whole, Patches patches) {
    for (int colour = 0; colour < COLOURS; colour++) {
      int right = Math.floorMod((colour & 1) - whole.left(), 2);
      int down = Math.floorMod((colour >> 1) - whole.top(), 2);
      int width = (whole.width() - right + 1) / 2;
      int height = (whole.height() - down + 1) / 2;
      if (width > 0 && height > 0) {
        patches.add(
            new Patch(
                colour,
                (whole.left() + right) / 2,
                cell.top() + (whole.top() + down) / 2,
                width,
                height,
                whole.bits(),
                whole.address() + right * whole.step() + down * whole.pitch(),
                2 * whole.step(),
                2 * whole.pitch()));
      }
    }
  }
}
