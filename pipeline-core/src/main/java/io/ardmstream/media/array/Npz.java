package io.ardmstream.media.array;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.Fields;
import io.ardmstream.media.Limits;
import io.ardmstream.media.raster.Filter;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.Packing;
import io.ardmstream.media.raster.PlainFile;
import io.ardmstream.media.raster.Raster;
import io.ardmstream.media.raster.RasterKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Arrays of NumPy in a ZIP file (NPZ), stored or deflated: the largest of those at its beginning.
 */
public final class Npz implements RasterKind {
  private static final String MEMBER = "PK\u0003\u0004";
  private static final int HEAD = 30;
  private static final int MOST_MEMBERS = 1 << 12;
  private static final long IN_EXTRA_FIELD = 0xFFFF_FFFFL;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  /**
   * A file in the ZIP file.
   *
   * @param start of its bytes
   * @param size of these
   * @param length when they are unpacked
   */
  private record Member(long start, long size, long length, int method) {

    boolean isDeflated() {
      return method == DEFLATED && length <= Integer.MAX_VALUE;
    }
  }

  @Override
  public String name() {
    return "NPZ";
  }

  @Override
  public boolean recognises(byte[] file) {
    Fields fields = new Fields(file, false);
    int length = fields.u16(26);
    return Ascii.at(file, 0, MEMBER) && fields.named(HEAD + length - 4, ".npy");
  }

  @Override
  public Finding read(byte[] file, Limits limits) {
    List<Member> members = members(file);
    long unpacked = members.stream().filter(Member::isDeflated).mapToLong(Member::length).sum();
    if (!limits.allows(unpacked, file.length)) {
      return Finding.refused("more samples than its bytes may hold");
    }
    PlainFile plain = new PlainFile(file);
    List<Integer> starts = members.stream().map(member -> place(member, plain)).toList();
    byte[] bytes = plain.toBytes();
    return starts.stream()
        .filter(start -> start >= 0 && new Fields(bytes, false).named(start, Npy.MAGIC))
        .flatMap(start -> Npy.read(bytes, start, limits).raster().stream())
        .max(Comparator.comparingLong(Npz::samples))
        .map(plain::finding)
        .orElse(Finding.refused("no array of numbers that is understood"));
  }

  private static List<Member> members(byte[] file) {
    Fields fields = new Fields(file, false);
    List<Member> members = new ArrayList<>();
    long at = 0;
    while (members.size() < MOST_MEMBERS && fields.named(at, MEMBER)) {
      long extra = at + HEAD + fields.u16(at + 26);
      long start = extra + fields.u16(at + 28);
      long length = fields.u32(at + 22);
      long size = fields.u32(at + 18);
      // sizes of large members are in their extra field (ZIP64): the length, then the size
      length = length == IN_EXTRA_FIELD ? fields.number(extra + 4, 8) : length;
      size = size == IN_EXTRA_FIELD ? fields.number(extra + 12, 8) : size;
      if (length < 0 || size < 0 || size > file.length - start) {
        break;
      }
      members.add(new Member(start, size, length, fields.u16(at + 8)));
      at = start + size;
    }
    return members;
  }

  /** Where a member begins in the plain bytes; negative if its bytes cannot be made again. */
  private static int place(Member member, PlainFile plain) {
    int start = (int) member.start();
    int end = (int) (member.start() + member.size());
    if (member.isDeflated()) {
      int length = (int) member.length();
      return plain.unpack(start, end, length, 0, Packing.BARE_DEFLATE, Filter.NONE);
    }
    return member.method() == STORED ? plain.keep(start, member.size()) : -1;
  }

  private static long samples(Raster raster) {
    return (long) raster.width() * raster.height() * raster.channels();
  }
}
