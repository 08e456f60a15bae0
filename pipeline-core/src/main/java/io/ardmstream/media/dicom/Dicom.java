package io.ardmstream.media.dicom;

import io.ardmstream.media.Fields;
import io.ardmstream.media.Limits;
import io.ardmstream.media.raster.Arrangement;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.Raster;
import io.ardmstream.media.raster.RasterKind;
import io.ardmstream.media.raster.Words;

/** DICOM with native pixel data; frames stand below one another. */
public final class Dicom implements RasterKind {
  private static final int PREAMBLE = 128;

  @Override
  public String name() {
    return "DICOM";
  }

  @Override
  public boolean recognises(byte[] file) {
    return new Fields(file, false).named(PREAMBLE, "DICM");
  }

  @Override
  public Finding read(byte[] file, Limits limits) {
    DataSet data = DataSet.read(file, PREAMBLE + 4);
    long start = data.pixels();
    if (!data.obstacle().isEmpty() || start < 0) {
      return Finding.refused(data.obstacle().isEmpty() ? "no pixel data" : data.obstacle());
    }
    int rows = data.number(DataSet.ROWS, 0);
    int columns = data.number(DataSet.COLUMNS, 0);
    int samples = data.number(DataSet.SAMPLES, 1);
    boolean floating = data.floatBits() > 0;
    int bits = floating ? data.floatBits() : data.number(DataSet.BITS, 0);
    long frames = data.frames();
    if (rows < 1 || columns < 1 || samples < 1 || samples > 255 || frames < 1) {
      return Finding.refused("a picture without pixels");
    } else if (!floating && bits != 1 && bits != 8 && bits != 16 && bits != 32) {
      return Finding.refused("samples of " + bits + " bits");
    } else if (bits == 1 && (columns % 8 != 0 || samples != 1)) {
      return Finding.refused("rows of bits that do not fill bytes");
    } else if (samples > 1 && data.text(DataSet.PHOTOMETRIC).contains("422")) {
      return Finding.refused("subsampled colours");
    }
    limits.checkShape(columns, rows * frames, samples, "data set of the DICOM");
    boolean planar = samples > 1 && data.number(DataSet.PLANAR, 0) == 1;
    Arrangement frame = Arrangement.dense(columns, rows, samples, bits, planar);
    boolean signed = data.number(DataSet.SIGNED, 0) == 1 && bits > 1 && !floating;
    Words words = new Words(data.bigEndian() && bits > 8, signed, floating);
    int high = (int) (rows * frames);
    return Finding.of(
        file, new Raster(columns, high, samples, words, frame.stacked(start, (int) frames)));
  }
}
