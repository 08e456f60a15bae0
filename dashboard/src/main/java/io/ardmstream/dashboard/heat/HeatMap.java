package io.ardmstream.dashboard.heat;

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
 *     of each, 0 to 255; Base64
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
    float hottest = CoarseGrid.quantile(bits, 0.995);
    byte[] picture =
        image
            ? Pixels.of(layout, survey.planes(), cells)
            : Pixels.wave(layout, survey.planes(), cells);
    return new HeatMap(
        layout.kind().name(),
        cells.columns(),
        cells.rows(),
        cells.across(),
        Base64.getEncoder().encodeToString(picture),
        Base64.getEncoder().encodeToString(CoarseGrid.scaled(bits, hottest)),
        hottest,
        CoarseGrid.mean(survey.bits()),
        info.modes(),
        info.columns(),
        info.rows());
  }
}
