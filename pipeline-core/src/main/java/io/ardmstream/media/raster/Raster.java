package io.ardmstream.media.raster;

import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.numbers.WordSource;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Where the samples of a picture are in its file. No two patches may have a bit in common.
 *
 * @param width columns of every plane
 * @param height rows of every plane; several pictures stand below one another
 * @param channels number of planes
 * @param words how samples are written
 * @param patches at least one; what none of them covers of a plane is 0
 */
public record Raster(int width, int height, int channels, Words words, List<Patch> patches) {

  /** Whether there can be such a picture in so many bytes. */
  boolean fits(long bytes) {
    boolean shaped = width >= 1 && height >= 1 && channels >= 1;
    boolean sized = (long) width * height <= SampleLayout.MAX_PLANE;
    if (!shaped || !sized || channels > SampleLayout.MAX_CHANNELS || patches.isEmpty()) {
      return false;
    }
    for (Patch patch : patches) {
      if (!patch.fits(channels, width, height, 8 * bytes)) {
        return false;
      }
    }
    return true;
  }

  /** Bits of the widest sample. */
  int bits() {
    int widest = 0;
    for (Patch patch : patches) {
      widest = Math.max(widest, patch.bits());
    }
    return widest;
  }

  /** Whether there are words of these bits: floating-point ones are all alike. */
  boolean regular() {
    int bits = bits();
    boolean alike = patches.stream().allMatch(patch -> patch.bits() == bits);
    return !words.floating() || alike && (bits == 16 || bits == 32 || bits == 64);
  }

  /** The samples of a file. */
  WordSource in(byte[] file) {
    return taker -> each((patch, place, address) -> take(file, patch, address, taker));
  }

  private void take(byte[] file, Patch patch, long address, LongConsumer taker) {
    taker.accept(words.read(file, address, patch.bits()));
  }

  /** Visits all samples, patch by patch and row by row. */
  void each(Visitor visitor) {
    for (Patch patch : patches) {
      for (int y = 0; y < patch.height(); y++) {
        long address = patch.address() + y * patch.pitch();
        int place = (patch.top() + y) * width + patch.left();
        for (int x = 0; x < patch.width(); x++, address += patch.step()) {
          visitor.sample(patch, place + x, address);
        }
      }
    }
  }

  interface Visitor {
    void sample(Patch patch, int place, long address);
  }

  /**
   * The bits of so many bytes that samples are in.
   *
   * @return null if samples overlap
   */
  byte[] marks(int bytes) {
    byte[] marks = new byte[bytes];
    boolean[] clash = new boolean[1];
    for (Patch patch : patches) {
      for (int y = 0; y < patch.height(); y++) {
        long address = patch.address() + y * patch.pitch();
        for (int x = 0; x < patch.width(); x++, address += patch.step()) {
          clash[0] |= !words.mark(marks, address, patch.bits());
        }
        if (clash[0]) {
          return null;
        }
      }
    }
    return marks;
  }
}
