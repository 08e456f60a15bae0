package io.ardmstream.likelihood.audio;

import io.ardmstream.ardm.Lattice;
import io.ardmstream.ardm.StepPlan;
import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.SurveyedBlock;
import io.ardmstream.coder.RansDecoder;
import io.ardmstream.likelihood.bundle.BundleDescription;
import io.ardmstream.likelihood.bundle.Evaluators;
import io.ardmstream.likelihood.bundle.ModelBundle;
import io.ardmstream.likelihood.lockstep.CodedBlock;
import io.ardmstream.likelihood.lockstep.PlaceCosts;
import io.ardmstream.likelihood.lockstep.StepWorker;
import io.ardmstream.likelihood.lockstep.SymbolSink;
import io.ardmstream.likelihood.lockstep.UnitPayloads;
import io.ardmstream.likelihood.lockstep.UnitSymbols;
import io.ardmstream.likelihood.network.Evaluator;
import io.ardmstream.likelihood.parallel.Workers;
import io.ardmstream.media.MediaKind;
import io.ardmstream.transform.AudioDecorrelator;
import io.ardmstream.transform.AudioParameters;
import io.ardmstream.transform.Decorrelated;
import io.ardmstream.transform.Effort;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The audio model: blocks of 8 to 24 bits a sample, decorrelated by the adaptive cascade, whose
 * residuals are coded along a lattice over time.
 *
 * <p>A payload has the parameters of the decorrelation, a byte per coded channel with the mean
 * loudness of its residuals, and the coder's payload.
 */
public final class AudioModel implements BlockModel {

  /** Longest block; its finest step has half of the instants. */
  private static final int LONGEST = 1 << 17;

  private static final int LEAST_DEPTH = 8;
  private static final int GREATEST_DEPTH = 24;

  private final ModelId id;
  private final int base;
  private final int levels;
  private final Effort effort;
  private final Workers<StepWorker<AudioUnit>> workers;
  private final Map<Integer, StepPlan> plans = new ConcurrentHashMap<>();

  private AudioModel(ModelBundle bundle, Workers<StepWorker<AudioUnit>> workers) {
    BundleDescription description = bundle.description();
    this.id = bundle.id();
    this.base = description.base();
    this.levels = description.parameter("levels");
    this.effort = description.effort();
    this.workers = workers;
  }

  /**
   * Opens the model of a bundle.
   *
   * @param evaluators of the bundle; the model closes them
   * @param threads that work side by side, each with a network of its own
   * @throws IOException if the network cannot be loaded
   * @throws IllegalStateException if it is not exact on this machine
   */
  public static AudioModel open(ModelBundle bundle, Evaluators evaluators, int threads)
      throws IOException {
    AudioFeatures features = new AudioFeatures(bundle.description().parameter("reach"));
    ResidualHead head = new ResidualHead(bundle.description().parameter("components"));
    Workers<StepWorker<AudioUnit>> workers =
        Workers.open(
            threads,
            () -> {
              List<Evaluator> networks = Evaluators.openVerified(evaluators, bundle);
              return StepWorker.of(
                  networks,
                  new ResidualRows(features, head, networks.get(0), LONGEST / 2),
                  head.components());
            },
            evaluators);
    return new AudioModel(bundle, workers);
  }

  @Override
  public ModelId id() {
    return id;
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return layout.kind() == MediaKind.AUDIO
        && layout.bitDepth() >= LEAST_DEPTH
        && layout.bitDepth() <= GREATEST_DEPTH
        && layout.width() <= LONGEST;
  }

  @Override
  public boolean thorough() {
    return effort == Effort.BEST;
  }

  @Override
  public List<ModelledBlock> encode(List<Block> blocks) {
    return workers.map(blocks, b -> b.layout().samples(), this::encode);
  }

  private List<ModelledBlock> encode(StepWorker<AudioUnit> worker, List<Block> blocks) {
    List<Decorrelated> decorrelated = new ArrayList<>();
    List<UnitSymbols<AudioUnit>> symbols = new ArrayList<>();
    for (Block block : blocks) {
      Decorrelated residuals = decorrelator(block.layout()).forward(block.planes(), effort);
      int[][] coded = residuals.parameters().codedChannels().select(residuals.residuals());
      int[] loudness = Arrays.stream(coded).mapToInt(AudioUnit::meanLoudness).toArray();
      decorrelated.add(residuals);
      symbols.add(new UnitSymbols<>(unit(block.layout(), coded, loudness), base));
    }
    worker.encoder().encode(symbols);
    List<ModelledBlock> coded = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      coded.add(
          UnitPayloads.join(head(decorrelated.get(i), symbols.get(i)), List.of(symbols.get(i))));
    }
    return coded;
  }

  private static byte[] head(Decorrelated residuals, UnitSymbols<AudioUnit> symbols) {
    byte[] parameters = residuals.parameters().toBytes();
    ByteBuffer head = ByteBuffer.allocate(parameters.length + symbols.unit().channels());
    head.put(parameters);
    for (int loudness : symbols.unit().meanLoudness()) {
      head.put((byte) loudness);
    }
    return head.array();
  }

  @Override
  public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
    return workers.map(
        CodedBlock.of(layouts, payloads),
        c -> c.layout().samples(),
        (worker, blocks) ->
            decode(worker, blocks, Collections.nCopies(blocks.size(), SymbolSink.NONE)));
  }

  @Override
  public List<SurveyedBlock> survey(List<BlockLayout> layouts, List<byte[]> payloads) {
    return workers.map(CodedBlock.of(layouts, payloads), c -> c.layout().samples(), this::survey);
  }

  private List<SurveyedBlock> survey(StepWorker<AudioUnit> worker, List<CodedBlock> blocks) {
    List<PlaceCosts> costs = PlaceCosts.of(blocks);
    return PlaceCosts.join(decode(worker, blocks, costs), costs);
  }

  private List<Block> decode(
      StepWorker<AudioUnit> worker, List<CodedBlock> blocks, List<? extends SymbolSink> sinks) {
    List<AudioUnit> units = new ArrayList<>();
    List<AudioParameters> parameters = new ArrayList<>();
    List<RansDecoder> symbols = new ArrayList<>();
    for (CodedBlock block : blocks) {
      BlockLayout layout = block.layout();
      ByteBuffer in = ByteBuffer.wrap(block.payload());
      AudioParameters read = AudioParameters.read(in, layout.channels(), layout.bitDepth());
      parameters.add(read);
      int[] loudness = new int[read.codedChannels().indices().length];
      for (int c = 0; c < loudness.length; c++) {
        loudness[c] = in.hasRemaining() ? Math.min(in.get() & 0xff, Loudness.LARGEST) : 0;
      }
      units.add(unit(layout, new int[loudness.length][layout.width()], loudness));
      symbols.add(RansDecoder.open(block.payload(), in.position(), in.remaining()));
    }
    worker.decoder().decode(units, symbols, sinks, base);
    List<Block> decoded = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      BlockLayout layout = blocks.get(i).layout();
      int[][] residuals = parameters.get(i).codedChannels().complete(units.get(i).planes());
      decoded.add(new Block(layout, decorrelator(layout).inverse(residuals, parameters.get(i))));
    }
    return decoded;
  }

  private AudioUnit unit(BlockLayout layout, int[][] residuals, int[] loudness) {
    StepPlan plan =
        plans.computeIfAbsent(layout.width(), width -> new Lattice(levels).plan(width, 1));
    return new AudioUnit(plan, levels, residuals, loudness, layout.bitDepth());
  }

  private static AudioDecorrelator decorrelator(BlockLayout layout) {
    return new AudioDecorrelator(layout.bitDepth(), layout.signed());
  }

  @Override
  public void close() {
    workers.close();
  }
}
