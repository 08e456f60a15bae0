package io.ardmstream.media.array;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.Fields;
import io.ardmstream.media.Limits;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.RasterKind;
import io.ardmstream.media.raster.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** An array of NumPy (NPY, NEP 1). */
public final class Npy implements RasterKind {
  static final String MAGIC = "\u0093NUMPY";
  private static final int MOST_HEADER = 1 << 16;
  private static final Pattern KIND =
      Pattern.compile("'descr':\\s*'(?<order>[<>|=])(?<kind>[biuf])(?<bytes>[1248])'");
  private static final Pattern SHAPE =
      Pattern.compile("'shape':\\s*\\((?<sizes>[\\d,L\\s]{1,1000}+)\\)");
  private static final Pattern SIZE = Pattern.compile("\\d{1,10}");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order':\\s*True");

  @Override
  public String name() {
    return "NPY";
  }

  @Override
  public boolean recognises(byte[] file) {
    return Ascii.at(file, 0, MAGIC);
  }

  @Override
  public Finding read(byte[] file, Limits limits) {
    return read(file, 0, limits);
  }

  /** The array whose header begins at an offset. */
  static Finding read(byte[] file, long at, Limits limits) {
    Fields fields = new Fields(file, false);
    boolean first = fields.number(at + 6, 1) == 1;
    long header = at + (first ? 10 : 12);
    long length = first ? fields.u16(at + 8) : fields.u32(at + 8);
    if (length > MOST_HEADER || !fields.has(header, length)) {
      return Finding.refused("a header that is not all there");
    }
    String text = Ascii.text(file, (int) header, (int) length);
    Matcher kind = KIND.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!kind.find() || !shape.find()) {
      return Finding.refused("numbers of another kind, or a single one");
    }
    int bits = 8 * Integer.parseInt(kind.group("bytes"));
    boolean floating = kind.group("kind").equals("f");
    long[] sizes =
        Stream.of(shape.group("sizes").split(","))
            .map(size -> size.replace("L", "").strip())
            .filter(size -> !size.isEmpty())
            .mapToLong(Npy::size)
            .toArray();
    boolean empty = sizes.length == 0 || LongStream.of(sizes).anyMatch(size -> size < 1);
    if (empty || floating && bits < 16) {
      return Finding.refused("an array without numbers");
    }
    boolean bigEndian = kind.group("order").equals(">");
    Words words = new Words(bigEndian, kind.group("kind").equals("i"), floating);
    long[] order = FORTRAN.matcher(text).find() ? reversed(sizes) : sizes;
    return Shape.picture(file, order, words, bits, header + length, limits, "header of the NPY");
  }

  /** A size, or 0 if it is none. */
  private static long size(String text) {
    return SIZE.matcher(text).matches() ? Long.parseLong(text) : 0;
  }

  private static long[] reversed(long[] sizes) {
    return LongStream.range(0, sizes.length)
        .map(i -> sizes[(int) (sizes.length - 1 - i)])
        .toArray();
  }
}
