package io.ardmstream.likelihood.audio;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.SurveyedBlock;
import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.likelihood.EncodedBlock;
import io.ardmstream.likelihood.PositionCosts;
import io.ardmstream.likelihood.SymbolSink;
import io.ardmstream.likelihood.mixed.ValueBitDecoder;
import io.ardmstream.likelihood.mixed.ValueBitEncoder;
import io.ardmstream.mixing.Mixing;
import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.network.RowNetwork;
import io.ardmstream.parallel.Workers;
import io.ardmstream.transform.audio.AudioDecorrelator;
import io.ardmstream.transform.audio.AudioParameters;
import io.ardmstream.transform.audio.RankPredictor;
import io.ardmstream.transform.audio.RankedChannels;
import io.ardmstream.transform.audio.SearchEffort;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The audio model that mixes: samples in the order of time, channel after channel, each under the
 * network's distribution of the residual mixed with distributions around several predictions.
 *
 * <p>The payload of a block is the parameters of its channels, then for each coded channel a byte
 * with the mean loudness of its residuals, then the coded decisions.
 *
 * <p>One sample waits for the other, so the network is evaluated row by row in plain Java, whatever
 * engine the other models use, and blocks do not go together: threads take one each.
 */
final class MixedAudioModel implements BlockModel {
  /** Predictor sets of the light mix; one that reacts quickly beside one that looks far. */
  private static final int[] LIGHT_SETS = {1, 3};

  private static final int[] FULL_SETS = {1, 0, 2, 3};

  private final ModelId id;
  private final boolean bestEffort;
  private final int base;
  private final Mixing mixing;
  private final ResidualHead head;
  private final Workers<RowNetwork> workers;

  private MixedAudioModel(
      ModelBundle bundle, Mixing mixing, ResidualHead head, Workers<RowNetwork> workers) {
    id = bundle.id();
    BundleDescription description = bundle.description();
    bestEffort = description.effort() == SearchEffort.BEST;
    base = description.base();
    this.mixing = mixing;
    this.head = head;
    this.workers = workers;
  }

  static BlockModel open(ModelBundle bundle, Mixing mixing, int threads) throws IOException {
    if (mixing != Mixing.LIGHT && mixing != Mixing.FULL) {
      throw new IllegalArgumentException(
          "model %s mixes audio as number %d; known are 1 and 2"
              .formatted(bundle.id(), mixing.ordinal() + 1));
    }
    ResidualHead head = new ResidualHead(bundle.description().parameter("components"));
    IntegerNetwork network = bundle.networks().get(0);
    if (network.spec().inputs().get(0).width() != CausalFeatures.WIDTH
        || network.spec().width(network.spec().outputs().get(0)) != head.width()) {
      throw new IllegalArgumentException(
          "the network of model %s does not have %d features and %d outputs"
              .formatted(bundle.id(), CausalFeatures.WIDTH, head.width()));
    }
    Workers<RowNetwork> workers =
        Workers.open(
            threads,
            () -> {
              RowNetwork rows = new RowNetwork(network);
              bundle.golden().verifyNext(network.spec(), rows);
              return rows;
            },
            () -> {});
    return new MixedAudioModel(bundle, mixing, head, workers);
  }

  @Override
  public ModelId id() {
    return id;
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return AudioModel.covers(layout);
  }

  @Override
  public boolean bestEffort() {
    return bestEffort;
  }

  @Override
  public List<ModelledBlock> encode(List<Block> blocks) {
    return workers.map(
        blocks,
        block -> block.layout().samples(),
        (network, share) -> share.stream().map(block -> encode(network, block)).toList());
  }

  private ModelledBlock encode(RowNetwork network, Block block) {
    AudioDecorrelator depth = decorrelator(block.layout());
    int[][] samples = depth.centred(block.planes());
    ModelledBlock best = null;
    for (AudioParameters parameters : depth.proposals(samples)) {
      ModelledBlock coded = encode(network, block.layout(), parameters, parameters.coded(samples));
      best = best == null || coded.payload().length < best.payload().length ? coded : best;
    }
    return best;
  }

  private ModelledBlock encode(
      RowNetwork network, BlockLayout layout, AudioParameters parameters, int[][] samples) {
    RankedChannels channels = new RankedChannels(parameters, samples);
    ValueBitEncoder port = new ValueBitEncoder(base, 1 << layout.bitDepth());
    byte[] header = parameters.toBytes();
    ByteBuffer payload = ByteBuffer.allocate(header.length + layout.channels());
    payload.put(header);
    ResidualHistory before = null;
    for (int c = 0; c < layout.channels(); c++) {
      if (channels.coded(c)) {
        Predictions.Recorded predictions =
            new Predictions.Recorded(predictor(channels, c), channels, c, layout.width());
        int loudness = meanLoudness(channels, c, layout.width(), predictions);
        payload.put((byte) loudness);
        ResidualHistory history = new ResidualHistory(layout.width(), loudness);
        RankPass pass =
            new RankPass(network, head, predictions, channels.ranks(c), history, before, port);
        for (int t = 0; t < layout.width(); t++) {
          pass.pass(t, channels.rank(c, t));
        }
        before = history;
      }
    }
    byte[] decisions = port.finish();
    byte[] whole = new byte[payload.position() + decisions.length];
    System.arraycopy(payload.array(), 0, whole, 0, payload.position());
    System.arraycopy(decisions, 0, whole, payload.position(), decisions.length);
    return new ModelledBlock(whole, port.bits().total(), port.bits().byStage());
  }

  private static int meanLoudness(
      RankedChannels channels, int channel, int frames, Predictions.Recorded predictions) {
    int[] residuals = new int[frames];
    for (int t = 0; t < frames; t++) {
      residuals[t] = RankPass.residual(channels.rank(channel, t), predictions.at(t));
    }
    return AudioUnit.meanLoudness(residuals);
  }

  @Override
  public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
    return workers.map(
        EncodedBlock.of(layouts, payloads),
        coded -> coded.layout().samples(),
        (network, share) ->
            share.stream().map(coded -> decode(network, coded, SymbolSink.NONE)).toList());
  }

  @Override
  public List<SurveyedBlock> survey(List<BlockLayout> layouts, List<byte[]> payloads) {
    return workers.map(
        EncodedBlock.of(layouts, payloads), coded -> coded.layout().samples(), this::survey);
  }

  private List<SurveyedBlock> survey(RowNetwork network, List<EncodedBlock> blocks) {
    List<PositionCosts> costs = PositionCosts.of(blocks);
    List<Block> decoded = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      decoded.add(decode(network, blocks.get(i), costs.get(i)));
    }
    return PositionCosts.join(decoded, costs);
  }

  private Block decode(RowNetwork network, EncodedBlock coded, SymbolSink sink) {
    BlockLayout layout = coded.layout();
    ByteBuffer in = ByteBuffer.wrap(coded.payload());
    AudioParameters parameters = AudioParameters.read(in, layout.channels(), layout.bitDepth());
    RankedChannels channels =
        new RankedChannels(parameters, new int[layout.channels()][layout.width()]);
    int[] loudness = new int[layout.channels()];
    for (int c = 0; c < loudness.length; c++) {
      if (channels.coded(c)) {
        loudness[c] = in.hasRemaining() ? Math.min(in.get() & 0xff, Loudness.LARGEST) : 0;
      }
    }
    ValueBitDecoder port =
        new ValueBitDecoder(new BinaryDecoder(coded.payload(), in.position()), sink);
    ResidualHistory before = null;
    for (int c = 0; c < layout.channels(); c++) {
      if (channels.coded(c)) {
        Predictions predictions = new Predictions.Live(predictor(channels, c), channels, c);
        ResidualHistory history = new ResidualHistory(layout.width(), loudness[c]);
        RankPass pass =
            new RankPass(network, head, predictions, channels.ranks(c), history, before, port);
        for (int t = 0; t < layout.width(); t++) {
          port.at(t);
          pass.pass(t, 0);
        }
        before = history;
      } else {
        channels.restore(c);
      }
    }
    return new Block(layout, decorrelator(layout).original(parameters.samples(channels.samples())));
  }

  private RankPredictor predictor(RankedChannels channels, int channel) {
    return channels.predictor(channel, mixing == Mixing.FULL ? FULL_SETS : LIGHT_SETS);
  }

  private static AudioDecorrelator decorrelator(BlockLayout layout) {
    return new AudioDecorrelator(layout.bitDepth(), layout.signed());
  }

  @Override
  public void close() {
    workers.close();
  }
}
