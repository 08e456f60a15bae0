package io.ardmstream.media.jpeg;

import io.ardmstream.media.jpeg.entropy.HuffmanTable;
import io.ardmstream.media.jpeg.entropy.JpegFrame;
import io.ardmstream.media.jpeg.entropy.Marker;
import io.ardmstream.media.jpeg.entropy.NotJpegException;
import io.ardmstream.media.jpeg.entropy.Scan;
import io.ardmstream.media.jpeg.entropy.ZigZag;
import java.util.Arrays;

/**
 * A walk along the segments of an image, with the tables that are in force on the way (T.81, annex
 * B). It goes the same way along a file and along a file without entropy-coded data.
 */
final class SegmentWalk {
  private static final int TABLES = 4;
  private static final int PRECISION = 8;

  private final byte[] bytes;
  private final Holes holes;
  private final HuffmanTable[] dc = new HuffmanTable[TABLES];
  private final HuffmanTable[] ac = new HuffmanTable[TABLES];
  private final int[][] quantisers = new int[TABLES][];
  private JpegFrame frame;
  private int interval;
  private int at;

  /**
   * Begins behind the marker of the image's start.
   *
   * @param holes where bytes are missing that segments count
   */
  SegmentWalk(byte[] bytes, Holes holes, int start) throws NotJpegException {
    this.bytes = bytes;
    this.holes = holes;
    at = start + 2;
    for (int i = 0; i < CommonHuffmanTables.COUNT; i++) {
      HuffmanTable[] tables = (i & 1) == 0 ? dc : ac;
      tables[i >> 1] = CommonHuffmanTables.table(i);
    }
  }

  /** Where it is: behind the last segment that was understood, or behind a scan's header. */
  int position() {
    return at;
  }

  /** Goes on behind the entropy-coded data. */
  void resume(int position) {
    at = position;
  }

  JpegFrame frame() {
    return frame;
  }

  /** How many coefficients the components of the frame have together. */
  long coefficients() {
    return frame.blocks() * CoefficientPlane.BLOCK;
  }

  /** The steps of a component, as they were last defined; ones if they were not. */
  int[] quantiser(int component) {
    int[] steps = quantisers[frame.components()[component].quantiser()];
    if (steps == null) {
      steps = new int[CoefficientPlane.BLOCK];
      Arrays.fill(steps, 1);
    }
    return steps;
  }

  /**
   * Goes behind the header of the next scan.
   *
   * @return null where the image ends, or where nothing is understood any more
   * @throws NotJpegException when it is of a kind that is not understood here
   */
  Scan next() throws NotJpegException {
    while (true) {
      int marker = at;
      while (marker + 1 < bytes.length && u8(marker) == 0xFF && u8(marker + 1) == 0xFF) {
        marker++;
      }
      if (marker + 1 >= bytes.length || u8(marker) != Marker.PREFIX || u8(marker + 1) == 0) {
        return null;
      }
      int code = u8(marker + 1);
      if (code == Marker.END_OF_IMAGE || Marker.isRestart(code)) {
        at = marker + 2;
        if (code == Marker.END_OF_IMAGE) {
          return null;
        }
        continue;
      }
      if (!Marker.hasSegment(code) || marker + 3 >= bytes.length) {
        return null;
      }
      int start = marker + 4;
      int end = holes.behind(marker + 2, u16(marker + 2));
      if (end < start || end > bytes.length || Marker.isFrame(code) && frame != null) {
        return null;
      }
      if (code == Marker.START_OF_SCAN) {
        Scan scan = frame == null ? null : scan(start, end);
        at = scan == null ? at : end;
        return scan;
      }
      if (!understand(code, start, end)) {
        return null;
      }
      at = end;
    }
  }

  private boolean understand(int code, int start, int end) throws NotJpegException {
    if (Marker.isFrame(code)) {
      frame = frame(code, start, end);
      return true;
    }
    return switch (code) {
      case Marker.HUFFMAN_TABLES -> huffmanTables(start, end);
      case Marker.QUANTISERS -> quantisers(start, end);
      case Marker.RESTART_INTERVAL -> {
        boolean fits = end - start == 2;
        interval = fits ? u16(start) : interval;
        yield fits;
      }
      default -> true;
    };
  }

  private JpegFrame frame(int code, int start, int end) throws NotJpegException {
    if (code > Marker.PROGRESSIVE) {
      throw new NotJpegException(kind(code) + " JPEG");
    }
    require(end - start >= 6, "a frame header is cut short");
    if (u8(start) != PRECISION) {
      throw new NotJpegException("JPEG of " + u8(start) + " bits");
    }
    int height = u16(start + 1);
    int width = u16(start + 3);
    int count = u8(start + 5);
    require(width > 0 && height > 0, "the frame header leaves the size open");
    require(count >= 1 && count <= 4, "the frame has " + count + " components");
    require(end - start == 6 + 3 * count, "a frame header has another length than it needs");
    JpegFrame.Component[] components = new JpegFrame.Component[count];
    for (int i = 0; i < count; i++) {
      int each = start + 6 + 3 * i;
      int horizontal = u8(each + 1) >> 4;
      int vertical = u8(each + 1) & 15;
      boolean fits = Math.min(horizontal, vertical) >= 1 && Math.max(horizontal, vertical) <= 4;
      require(fits && u8(each + 2) < TABLES, "a component of the frame is out of range");
      components[i] = new JpegFrame.Component(u8(each), horizontal, vertical, u8(each + 2));
    }
    return new JpegFrame(code == Marker.PROGRESSIVE, width, height, components);
  }

  private static String kind(int code) {
    if (code >= 0xC9) {
      return "arithmetic-coded";
    }
    return code == 0xC3 || code == 0xC7 ? "lossless" : "hierarchical";
  }

  private boolean huffmanTables(int start, int end) {
    int next = start;
    while (next < end) {
      if (end - next < 17 || (u8(next) & 15) >= TABLES || u8(next) >> 4 > 1) {
        return false;
      }
      int symbols = 0;
      for (int i = 1; i <= 16; i++) {
        symbols += u8(next + i);
      }
      if (symbols > 256 || symbols > end - next - 17) {
        return false;
      }
      HuffmanTable[] tables = u8(next) >> 4 == 0 ? dc : ac;
      try {
        byte[] each = Arrays.copyOfRange(bytes, next + 17, next + 17 + symbols);
        tables[u8(next) & 15] = new HuffmanTable(bytes, next + 1, each);
      } catch (NotJpegException overfull) {
        return false;
      }
      next += 17 + symbols;
    }
    return true;
  }

  private boolean quantisers(int start, int end) {
    int next = start;
    while (next < end) {
      int wide = u8(next) >> 4;
      int size = 64 << Math.min(1, wide);
      if (wide > 1 || (u8(next) & 15) >= TABLES || end - next - 1 < size) {
        return false;
      }
      int[] steps = new int[CoefficientPlane.BLOCK];
      for (int i = 0; i < steps.length; i++) {
        int step = wide == 0 ? u8(next + 1 + i) : u16(next + 1 + 2 * i);
        steps[ZigZag.NATURAL[i]] = Math.max(1, step);
      }
      quantisers[u8(next) & 15] = steps;
      next += 1 + size;
    }
    return true;
  }

  private Scan scan(int start, int end) {
    int count = end > start ? u8(start) : 0;
    if (count < 1 || count > 4 || end - start != 4 + 2 * count) {
      return null;
    }
    int[] components = new int[count];
    HuffmanTable[] ofDc = new HuffmanTable[count];
    HuffmanTable[] ofAc = new HuffmanTable[count];
    for (int i = 0; i < count; i++) {
      components[i] = component(u8(start + 1 + 2 * i));
      int tables = u8(start + 2 + 2 * i);
      if (components[i] < 0 || tables >> 4 >= TABLES || (tables & 15) >= TABLES) {
        return null;
      }
      for (int j = 0; j < i; j++) {
        if (components[j] == components[i]) {
          return null;
        }
      }
      ofDc[i] = dc[tables >> 4];
      ofAc[i] = ac[tables & 15];
    }
    int first = u8(end - 3);
    int last = u8(end - 2);
    int above = u8(end - 1) >> 4;
    int low = u8(end - 1) & 15;
    Scan scan = new Scan(frame, components, ofDc, ofAc, first, last, above, low, interval);
    return possible(scan) ? scan : null;
  }

  private static boolean possible(Scan scan) {
    if (!scan.frame().progressive()) {
      return has(scan.dc()) && has(scan.ac());
    }
    boolean ofDc = scan.first() == 0 && scan.last() == 0;
    boolean ofAc =
        scan.first() > 0
            && scan.first() <= scan.last()
            && scan.last() < CoefficientPlane.BLOCK
            && scan.components().length == 1;
    boolean tables = ofDc ? scan.above() > 0 || has(scan.dc()) : has(scan.ac());
    return (ofDc || ofAc) && scan.low() <= 13 && tables;
  }

  private static boolean has(HuffmanTable[] tables) {
    for (HuffmanTable table : tables) {
      if (table == null) {
        return false;
      }
    }
    return true;
  }

  private int component(int id) {
    for (int i = 0; i < frame.components().length; i++) {
      if (frame.components()[i].id() == id) {
        return i;
      }
    }
    return -1;
  }

  private static void require(boolean holds, String complaint) throws NotJpegException {
    if (!holds) {
      throw new NotJpegException(complaint);
    }
  }

  private int u8(int index) {
    return bytes[index] & 0xFF;
  }

  private int u16(int index) {
    return u8(index) << 8 | u8(index + 1);
  }
}
