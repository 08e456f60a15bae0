package io.ardmstream.media.dicom;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.Fields;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The elements of a file that describe its pixels. */
final class DataSet {
  static final int SAMPLES = 0x0028_0002;
  static final int PHOTOMETRIC = 0x0028_0004;
  static final int PLANAR = 0x0028_0006;
  static final int ROWS = 0x0028_0010;
  static final int COLUMNS = 0x0028_0011;
  static final int BITS = 0x0028_0100;
  static final int SIGNED = 0x0028_0103;

  private static final int FRAMES = 0x0028_0008;
  private static final int SYNTAX = 0x0002_0010;
  private static final int PIXELS = 0x7FE0_0010;
  private static final int FLOAT_PIXELS = 0x7FE0_0008;
  private static final int DOUBLE_PIXELS = 0x7FE0_0009;
  private static final int META = 2;
  private static final int ITEMS = 0xFFFE;
  private static final long UNDEFINED = 0xFFFF_FFFFL;
  private static final Set<String> LONG_KINDS =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");
  private static final String IMPLICIT = "1.2.840.10008.1.2";
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";

  private final byte[] file;
  private final Map<Integer, Long> places = new HashMap<>();
  private final Map<Integer, Long> lengths = new HashMap<>();
  private Fields fields;
  private boolean explicit = true;
  private String obstacle = "";
  private long pixels = -1;
  private int floatBits;

  private DataSet(byte[] file) {
    this.file = file;
    fields = new Fields(file, false);
  }

  static DataSet read(byte[] file, int from) {
    DataSet data = new DataSet(file);
    data.walk(from);
    return data;
  }

  /** Takes note of the elements at the top, up to the pixels. */
  private void walk(long from) {
    int depth = 0;
    boolean meta = true;
    for (long at = from; fields.has(at, 8); ) {
      if (meta && new Fields(file, false).u16(at) != META) {
        meta = false;
        syntax();
      }
      int group = fields.u16(at);
      int tag = group << 16 | fields.u16(at + 2);
      boolean item = group == ITEMS;
      String kind = explicit && !item ? Ascii.text(file, (int) at + 4, 2) : "";
      boolean wide = LONG_KINDS.contains(kind);
      long value = at + (wide ? 12 : 8);
      long length =
          kind.isEmpty() ? fields.u32(at + 4) : wide ? fields.u32(at + 8) : fields.u16(at + 6);
      if (item && length != UNDEFINED) {
        depth -= fields.u16(at + 2) == 0xE00D || fields.u16(at + 2) == 0xE0DD ? 1 : 0;
        boolean begins = fields.u16(at + 2) == 0xE000;
        at = value + (begins ? length : 0);
        continue;
      } else if (length == UNDEFINED) {
        if (tag == PIXELS) {
          obstacle = "compressed pixel data";
          return;
        }
        depth++;
        at = value;
        continue;
      }
      if (depth == 0) {
        places.putIfAbsent(tag, value);
        lengths.putIfAbsent(tag, length);
        if (tag == PIXELS || tag == FLOAT_PIXELS || tag == DOUBLE_PIXELS) {
          pixels = value;
          floatBits = tag == PIXELS ? 0 : tag == FLOAT_PIXELS ? 32 : 64;
          return;
        }
      }
      at = value + length;
    }
  }

  private void syntax() {
    String syntax = text(SYNTAX);
    explicit = !syntax.equals(IMPLICIT);
    fields = new Fields(file, syntax.equals(BIG_ENDIAN));
    if (!Set.of(IMPLICIT, EXPLICIT, BIG_ENDIAN).contains(syntax)) {
      obstacle = syntax.isEmpty() ? "no transfer syntax" : "transfer syntax " + syntax;
    }
  }

  String obstacle() {
    return obstacle;
  }

  boolean bigEndian() {
    return fields.bigEndian();
  }

  /** Offset of the pixels, negative if there are none. */
  long pixels() {
    return pixels;
  }

  /** Bits of a floating-point sample; 0 if samples are integers. */
  int floatBits() {
    return floatBits;
  }

  /** The number of 16 bits of an element. */
  int number(int tag, int otherwise) {
    Long place = places.get(tag);
    return place == null ? otherwise : fields.u16(place);
  }

  /** The text of an element without what fills it up. */
  String text(int tag) {
    Long place = places.get(tag);
    if (place == null || !fields.has(place, lengths.get(tag)) || lengths.get(tag) > 64) {
      return "";
    }
    return Ascii.text(file, (int) (long) place, (int) (long) lengths.get(tag))
        .replace('\0', ' ')
        .strip();
  }

  /** Number of frames: 1 if it is not said, 0 if it is not understood. */
  long frames() {
    String text = text(FRAMES);
    boolean number = text.matches("[0-9]{1,7}");
    return text.isEmpty() ? 1 : number ? Long.parseLong(text) : 0;
  }
}
