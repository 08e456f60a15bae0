package io.ardmstream.dashboard.heat;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockMode;
import io.ardmstream.codec.BitCostMap;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.media.Modality;
import io.ardmstream.media.SampleLayout;
import java.util.Base64;
import java.util.Map;

/**
 * A small picture of a record, and of where its bits went. Cells are averages over neighbouring
 * places, row by row.
 *
 * @param media what the samples are
 * @param columns of cells
 * @param rows of cells; 1 unless an image
 * @param placesAcross places that a cell stands for side by side, rounded up
 * @param picture of an image: red, green and blue of each cell; else the least and greatest sample
 *     of each, 0 to 255; Base64; empty where only the sizes of blocks are known
 * @param heat bits of each cell, 255 standing for {@code hottest}; Base64
 * @param hottest bits a place that few cells exceed
 * @param mean bits a place
 * @param modes blocks by coding mode
 * @param blockColumns blocks side by side
 * @param blockRows blocks one above the other
 */
record HeatMap(
    String media,
    int columns,
    int rows,
    int placesAcross,
    String picture,
    String heat,
    double hottest,
    double mean,
    Map<BlockMode, Integer> modes,
    int blockColumns,
    int blockRows) {

  private static final int MOST_CELLS_ACROSS = 480;
  private static final int MOST_FRAMES = 960;

  static HeatMap of(BitCostMap survey) {
    ContainerInfo info = survey.info();
    SampleLayout layout = info.layout();
    boolean image = layout.kind() == Modality.IMAGE;
    CoarseGrid cells = CoarseGrid.of(layout, image ? MOST_CELLS_ACROSS : MOST_FRAMES);
    float[] bits = cells.means(survey.bits());
    byte[] picture =
        image
            ? Pixels.of(layout, survey.planes(), cells)
            : Pixels.wave(layout, survey.planes(), cells);
    return of(info, cells, picture, bits, CoarseGrid.mean(survey.bits()));
  }

  /** What a container tells at once: bits by block, no picture. */
  static HeatMap ofBlocks(ContainerInfo info) {
    SampleLayout layout = info.layout();
    CoarseGrid cells = CoarseGrid.of(layout, MOST_CELLS_ACROSS);
    BlockGrid grid = new BlockGrid(layout, info.columns(), info.rows());
    float[] bits = new float[cells.columns() * cells.rows()];
    for (int i = 0; i < bits.length; i++) {
      int column = (int) ((long) (i % cells.columns()) * info.columns() / cells.columns());
      int row = (int) ((long) (i / cells.columns()) * info.rows() / cells.rows());
      int block = row * info.columns() + column;
      int places = grid.layoutOf(block).planeSize();
      bits[i] = 8f * info.blocks().get(block).length() / Math.max(1, places);
    }
    double all = info.blocks().stream().mapToDouble(block -> 8.0 * block.length()).sum();
    return of(info, cells, new byte[0], bits, all / Math.max(1, layout.planeSize()));
  }

  private static HeatMap of(
      ContainerInfo info, CoarseGrid cells, byte[] picture, float[] bits, double mean) {
    float hottest = CoarseGrid.quantile(bits, 0.995);
    return new HeatMap(
        info.layout().kind().name(),
        cells.columns(),
        cells.rows(),
        cells.across(),
        Base64.getEncoder().encodeToString(picture),
        Base64.getEncoder().encodeToString(CoarseGrid.scaled(bits, hottest)),
        hottest,
        mean,
        info.modes(),
        info.columns(),
        info.rows());
  }
}
