package io.ardmstream.training.audio;

import io.ardmstream.ardm.Lattice;
import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.likelihood.audio.AudioUnit;
import io.ardmstream.media.Modality;
import io.ardmstream.training.Draws;
import io.ardmstream.transform.audio.AudioDecorrelator;
import io.ardmstream.transform.audio.SearchEffort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The residuals a model learns from: clips, cut and decorrelated as the codec does it. */
final class AudioResiduals {

  private static final int BLOCK = 1 << 16;

  private final int levels;
  private final SearchEffort effort;
  private final List<AudioUnit> units = new ArrayList<>();
  private final List<Long> ends = new ArrayList<>();
  private long residuals;

  AudioResiduals(int levels, SearchEffort effort) {
    this.levels = levels;
    this.effort = effort;
  }

  /** A clip, cut as the codec cuts it. */
  static List<Block> cut(AudioClips.Clip clip) {
    List<Block> blocks = new ArrayList<>();
    int length = clip.samples()[0].length;
    for (int from = 0; from < length; from += BLOCK) {
      int to = Math.min(length, from + BLOCK);
      int[][] planes = new int[clip.samples().length][];
      for (int c = 0; c < planes.length; c++) {
        planes[c] = Arrays.copyOfRange(clip.samples()[c], from, to);
      }
      blocks.add(
          new Block(
              new BlockLayout(Modality.AUDIO, to - from, 1, planes.length, clip.bitDepth(), true),
              planes));
    }
    return blocks;
  }

  void add(Block block) {
    int depth = block.layout().bitDepth();
    add(new AudioDecorrelator(depth, true).forward(block.planes(), effort).residuals(), depth);
  }

  /** Residuals, or anything that shall be coded as if it were residuals. */
  void add(int[][] planes, int depth) {
    int[] loudness = Arrays.stream(planes).mapToInt(AudioUnit::meanLoudness).toArray();
    units.add(
        new AudioUnit(
            new Lattice(levels).plan(planes[0].length, 1), levels, planes, loudness, depth));
    residuals += (long) planes.length * planes[0].length;
    ends.add(residuals);
  }

  long residuals() {
    return residuals;
  }

  List<AudioUnit> units() {
    return List.copyOf(units);
  }

  AudioUnit any(Random random) {
    return units.get(Draws.byWeight(ends, random));
  }
}
