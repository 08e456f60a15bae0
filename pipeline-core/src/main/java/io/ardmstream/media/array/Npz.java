package io.ardmstream.media.array;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.Fields;
import io.ardmstream.media.Limits;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.Raster;
import io.ardmstream.media.raster.RasterKind;
import java.util.Optional;

/** Arrays of NumPy stored in a ZIP file (NPZ): the largest of those at its beginning. */
public final class Npz implements RasterKind {
  private static final String MEMBER = "PK\u0003\u0004";
  private static final int HEAD = 30;
  private static final int MOST_MEMBERS = 1 << 12;
  private static final long UNKNOWN = 0xFFFF_FFFFL;

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
    Fields fields = new Fields(file, false);
    Optional<Finding> largest = Optional.empty();
    long at = 0;
    for (int i = 0; i < MOST_MEMBERS && fields.named(at, MEMBER); i++) {
      long data = at + HEAD + fields.u16(at + 26) + fields.u16(at + 28);
      boolean stored = fields.u16(at + 8) == 0 && fields.named(data, "\u0093NUMPY");
      Finding found = stored ? Npy.read(file, data, limits) : Finding.refused("packed arrays");
      if (largest.isEmpty() || samples(found) > samples(largest.get())) {
        largest = Optional.of(found);
      }
      long size = fields.u32(at + 18);
      // the size of a large member is in its extra field (ZIP64), the second number of two
      long wide = HEAD + fields.u16(at + 26);
      at = data + (size == UNKNOWN ? fields.number(at + wide + 12, 8) : size);
    }
    return largest.orElse(Finding.refused("packed arrays"));
  }

  private static long samples(Finding finding) {
    return finding.raster().map(Npz::samples).orElse(0L);
  }

  private static long samples(Raster raster) {
    return (long) raster.width() * raster.height() * raster.channels();
  }
}
