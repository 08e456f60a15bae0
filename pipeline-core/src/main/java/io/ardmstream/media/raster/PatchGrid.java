package io.ardmstream.media.raster;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.SampleLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Patches that lie beside and below one another at even distances in the file, as tiles and strips
 * do, so that most are told by a byte.
 *
 * @param period by how many patches the one before in the grid comes before, 0 if there is no grid
 * @param width of the picture
 * @param height of the picture
 */
record PatchGrid(int period, int width, int height) {
  static final PatchGrid NONE = new PatchGrid(0, 0, 0);

  /** Patches that do not follow from those before, and so are told in full, for each that does. */
  private static final int FEW = 2;

  /** The grid of a picture, if most of its patches are in one. */
  static Optional<PatchGrid> of(Raster raster) {
    Optional<PatchGrid> best = Optional.empty();
    long most = raster.patches().size() / FEW;
    for (int period : new int[] {1, raster.channels()}) {
      PatchGrid grid = new PatchGrid(period, raster.width(), raster.height());
      long followers = grid.followers(raster.patches());
      if (followers > most) {
        most = followers;
        best = Optional.of(grid);
      }
    }
    return best;
  }

  private long followers(List<Patch> patches) {
    long followers = 0;
    for (int i = 0; i < patches.size(); i++) {
      followers += follows(patches, i) ? 1 : 0;
    }
    return followers;
  }

  private boolean follows(List<Patch> patches, int index) {
    return index >= 2 * period && patches.get(index).equals(next(patches, index));
  }

  /** The patch that comes next in the grid: to the right, or at the left of the row below. */
  private Patch next(List<Patch> patches, int index) {
    Patch first = patches.get(index % period);
    Patch before = patches.get(index - period);
    long stride = before.address() - patches.get(index - 2 * period).address();
    boolean beside = before.left() + first.width() < width;
    int left = beside ? before.left() + first.width() : first.left();
    int top = beside ? before.top() : before.top() + first.height();
    return new Patch(
        before.channel(),
        left,
        top,
        Math.min(first.width(), width - left),
        Math.min(first.height(), height - top),
        before.bits(),
        before.address() + stride,
        before.step(),
        before.pitch());
  }

  void pack(List<Patch> patches, ByteSink sink) {
    sink.varint(patches.size());
    if (period > 0) {
      sink.varint(period);
    }
    Patch before = Patch.NONE;
    for (int i = 0; i < patches.size(); i++) {
      boolean follows = period > 0 && follows(patches, i);
      if (period > 0) {
        sink.u8(follows ? 1 : 0);
      }
      if (!follows) {
        patches.get(i).pack(sink, before);
      }
      before = patches.get(i);
    }
  }

  /**
   * Reads what {@link #pack} wrote.
   *
   * @param gridded whether there is a grid
   */
  static List<Patch> unpack(boolean gridded, ForeignSource source, SampleLayout layout) {
    int count = source.varint();
    source.require(count <= layout.samples(), "have more rectangles than samples");
    int period = gridded ? source.varint() : 0;
    source.require(!gridded || period > 0, "have a grid without a period");
    PatchGrid grid = new PatchGrid(period, layout.width(), layout.height());
    List<Patch> patches = new ArrayList<>();
    Patch before = Patch.NONE;
    for (int i = 0; i < count; i++) {
      boolean follows = gridded && source.u8() == 1;
      source.require(!follows || i >= 2L * period, "have a grid that nothing begins");
      before = follows ? grid.next(patches, i) : Patch.unpack(source, before);
      patches.add(before);
    }
    return patches;
  }
}
