package io.ardmstream.likelihood.audio;

import io.ardmstream.ardm.Lattice;
import io.ardmstream.ardm.StepPlan;
import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.likelihood.BlockUnits;
import io.ardmstream.likelihood.EncodedBlock;
import io.ardmstream.likelihood.KnownUnits;
import io.ardmstream.likelihood.PendingUnits;
import io.ardmstream.likelihood.Span;
import io.ardmstream.likelihood.StepPlans;
import io.ardmstream.transform.audio.AudioDecorrelator;
import io.ardmstream.transform.audio.AudioParameters;
import io.ardmstream.transform.audio.Decorrelated;
import io.ardmstream.transform.audio.SearchEffort;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Blocks of audio, decorrelated. The head of a payload has the parameters of the decorrelation and
 * a byte per coded channel with the mean loudness of its residuals.
 */
final class AudioBlocks implements BlockUnits<AudioUnit> {

  private final int levels;
  private final SearchEffort effort;
  private final StepPlans plans = new StepPlans();

  AudioBlocks(int levels, SearchEffort effort) {
    this.levels = levels;
    this.effort = effort;
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return AudioModel.covers(layout);
  }

  @Override
  public KnownUnits<AudioUnit> known(Block block) {
    Decorrelated decorrelated = decorrelator(block.layout()).forward(block.planes(), effort);
    AudioParameters parameters = decorrelated.parameters();
    int[][] coded = parameters.codedChannels().select(decorrelated.residuals());
    int[] loudness = Arrays.stream(coded).mapToInt(AudioUnit::meanLoudness).toArray();
    AudioUnit unit = unit(block.layout(), coded, loudness);
    return new KnownUnits<>(head(parameters, loudness), List.of(unit));
  }

  private static byte[] head(AudioParameters parameters, int[] meanLoudness) {
    byte[] bytes = parameters.toBytes();
    ByteBuffer head = ByteBuffer.allocate(bytes.length + meanLoudness.length);
    head.put(bytes);
    for (int loudness : meanLoudness) {
      head.put((byte) loudness);
    }
    return head.array();
  }

  @Override
  public PendingUnits<AudioUnit> pending(EncodedBlock coded) {
    BlockLayout layout = coded.layout();
    ByteBuffer in = ByteBuffer.wrap(coded.payload());
    AudioParameters parameters = AudioParameters.read(in, layout.channels(), layout.bitDepth());
    int[] loudness = new int[parameters.codedChannels().indices().length];
    for (int c = 0; c < loudness.length; c++) {
      loudness[c] = in.hasRemaining() ? Math.min(in.get() & 0xff, Loudness.LARGEST) : 0;
    }
    AudioUnit unit = unit(layout, new int[loudness.length][layout.width()], loudness);
    Span payload = new Span(coded.payload(), in.position(), in.remaining());
    return new PendingResiduals(layout, parameters, unit, payload);
  }

  private AudioUnit unit(BlockLayout layout, int[][] residuals, int[] loudness) {
    StepPlan plan = plans.of(layout.width(), 1, () -> new Lattice(levels).plan(layout.width(), 1));
    return new AudioUnit(plan, levels, residuals, loudness, layout.bitDepth());
  }

  private static AudioDecorrelator decorrelator(BlockLayout layout) {
    return new AudioDecorrelator(layout.bitDepth(), layout.signed());
  }

  private record PendingResiduals(
      BlockLayout layout, AudioParameters parameters, AudioUnit unit, Span payload)
      implements PendingUnits<AudioUnit> {

    @Override
    public List<AudioUnit> units() {
      return List.of(unit);
    }

    @Override
    public List<Span> payloads() {
      return List.of(payload);
    }

    @Override
    public Block block() {
      int[][] residuals = parameters.codedChannels().complete(unit.planes());
      return new Block(layout, decorrelator(layout).inverse(residuals, parameters));
    }
  }
}
