package io.ardmstream.media.pnm;

import io.ardmstream.media.Limits;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.Patch;
import io.ardmstream.media.raster.Raster;
import io.ardmstream.media.raster.RasterKind;
import io.ardmstream.media.raster.Words;
import java.util.ArrayList;
import java.util.List;

/** Bit maps of Netpbm written as text (P1): the lowest bit of each digit is a sample. */
public final class PlainBitmap implements RasterKind {
  private static final int MOST_RUNS = 1 << 18;
  private static final int MOST_SIDE = 1 << 30;

  @Override
  public String name() {
    return "PBM";
  }

  @Override
  public boolean recognises(byte[] file) {
    return PnmText.begins(file, 0, "1");
  }

  @Override
  public Finding read(byte[] file, Limits limits) {
    PnmText text = new PnmText(file, 2);
    long width = text.number("width");
    long height = text.number("height");
    boolean sized = width > 0 && height > 0 && width < MOST_SIDE && height < MOST_SIDE;
    PnmHeader.CHECK.that(sized, 2, "the image is %d by %d", width, height);
    limits.checkShape(width, height, 1, "byte 2");
    List<Patch> runs = new ArrayList<>();
    int at = text.at();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; at++) {
        if (at == file.length || runs.size() > MOST_RUNS) {
          return Finding.refused(at == file.length ? "too few digits" : "irregular lines");
        } else if (file[at] == '0' || file[at] == '1') {
          add(runs, x++, y, at);
        } else if (!Character.isWhitespace(file[at])) {
          return Finding.refused("other text than digits");
        }
      }
    }
    Raster raster = new Raster((int) width, (int) height, 1, Words.unsigned(false), runs);
    return Finding.of(file, raster);
  }

  /** Adds a sample: to the last run if it continues that. */
  private static void add(List<Patch> runs, int x, int y, int at) {
    long address = 8L * at;
    if (x > 0) {
      Patch run = runs.get(runs.size() - 1);
      int length = x - run.left();
      long step = length == 1 ? address - run.address() : run.step();
      if (run.address() + length * step == address) {
        Patch longer = new Patch(0, run.left(), y, length + 1, 1, 1, run.address(), step, 0);
        runs.set(runs.size() - 1, longer);
        return;
      }
    }
    runs.add(new Patch(0, x, y, 1, 1, 1, address, 0, 0));
  }
}
