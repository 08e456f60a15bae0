package io.ardmstream.likelihood.image.tile;

import io.ardmstream.ardm.StepPlan;
import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.likelihood.CodingUnit;
import io.ardmstream.transform.image.ColourTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One tile as the model sees it: three planes of red, green and blue decorrelated, or a single
 * plane (grey, or alpha), centred on 0.
 *
 * @param plan wavefront over the tile
 * @param offsets of the window's taps in the canvas
 * @param first first channel of the block that is in this tile
 * @param depth bits of a sample
 * @param colours how three planes are decorrelated
 */
public record ColourTile(
    CausalCanvas canvas,
    StepPlan plan,
    int[] offsets,
    int first,
    int depth,
    ColourTransform colours)
    implements CodingUnit {

  /** A block's tiles before anything is known: colours together, every other plane alone. */
  public static List<ColourTile> blank(
      ImageFeatures features, ColourTransform colours, StepPlan plan, BlockLayout layout) {
    List<ColourTile> tiles = new ArrayList<>();
    int channel = 0;
    if (layout.channels() >= 3) {
      tiles.add(tile(features, colours, plan, layout, 0, 3));
      channel = 3;
    }
    for (; channel < layout.channels(); channel++) {
      tiles.add(tile(features, colours, plan, layout, channel, 1));
    }
    return tiles;
  }

  private static ColourTile tile(
      ImageFeatures features,
      ColourTransform colours,
      StepPlan plan,
      BlockLayout layout,
      int first,
      int channels) {
    CausalCanvas canvas =
        new CausalCanvas(features.window(), layout.width(), layout.height(), channels);
    return new ColourTile(
        canvas, plan, features.offsets(canvas.stride()), first, layout.bitDepth(), colours);
  }

  /** Makes all samples of the block known. */
  public void fill(Block block) {
    int[][] planes = Arrays.copyOfRange(block.planes(), first, first + canvas.channels());
    if (planes.length == 3) {
      planes = colours.forward(planes);
    }
    for (int c = 0; c < planes.length; c++) {
      int centre = centre(c);
      for (int y = 0, i = 0; y < canvas.height(); y++) {
        for (int x = 0; x < canvas.width(); x++, i++) {
          canvas.set(c, x, y, planes[c][i] - centre);
        }
      }
    }
  }

  /** Writes the samples to the block, clipped to its range in case they are garbage. */
  public void restore(Block block) {
    int[][] planes = new int[canvas.channels()][canvas.width() * canvas.height()];
    for (int c = 0; c < planes.length; c++) {
      for (int y = 0, i = 0; y < canvas.height(); y++) {
        for (int x = 0; x < canvas.width(); x++, i++) {
          planes[c][i] = canvas.get(c, x, y) + centre(c);
        }
      }
    }
    if (planes.length == 3) {
      planes = colours.inverse(planes);
    }
    int greatest = (1 << depth) - 1;
    for (int c = 0; c < planes.length; c++) {
      int[] samples = block.planes()[first + c];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = Math.max(0, Math.min(greatest, planes[c][i]));
      }
    }
  }

  /** The first channel and single planes range over [0, 2^depth); the others are centred. */
  private int centre(int channel) {
    return channel == 0 ? 1 << (depth - 1) : 0;
  }

  @Override
  public int channels() {
    return canvas.channels();
  }

  @Override
  public int least(int channel) {
    return channel == 0 ? -(1 << (depth - 1)) : 1 - (1 << depth);
  }

  @Override
  public int cardinality(int channel) {
    return channel == 0 ? 1 << depth : (2 << depth) - 1;
  }

  /** Bits below the 8 that the network's features have. */
  public int depthShift() {
    return depth - 8;
  }
}
