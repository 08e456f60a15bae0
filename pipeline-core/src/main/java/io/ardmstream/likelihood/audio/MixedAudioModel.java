package io.ardmstream.likelihood.audio;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.LeaningBlock;
import io.ardmstream.block.LeaningCoder;
import io.ardmstream.block.LeaningRules;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.SurveyedBlock;
import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.likelihood.EncodedBlock;
import io.ardmstream.likelihood.PositionCosts;
import io.ardmstream.likelihood.SymbolSink;
import io.ardmstream.mixing.Mixing;
import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.network.RowNetwork;
import io.ardmstream.parallel.Workers;
import io.ardmstream.transform.audio.AudioDecorrelator;
import io.ardmstream.transform.audio.AudioParameters;
import io.ardmstream.transform.audio.SearchEffort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
final class MixedAudioModel implements BlockModel, LeaningCoder {
  /** Channels of the widest sound that leans on others: what is learnt of each takes memory. */
  private static final int MOST_CHANNELS = 8;

  private static final int LEAST_GAIN = 256;

  /** What the beginning of a block costs tells what leaning brings: one part in so many. */
  private static final int HEADS = 8;

  private static final int LEAST_HEAD = 128;

  private final ModelId id;
  private final boolean bestEffort;
  private final RankCoding coding;
  private final Workers<RowNetwork> workers;

  private MixedAudioModel(
      ModelBundle bundle, Mixing mixing, ResidualHead head, Workers<RowNetwork> workers) {
    id = bundle.id();
    BundleDescription description = bundle.description();
    bestEffort = description.effort() == SearchEffort.BEST;
    coding = new RankCoding(mixing, head, description.base());
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
    return encode(network, depth.proposals(samples), samples).coded();
  }

  /** What a block became without others. */
  private record Alone(AudioParameters parameters, ModelledBlock coded) {}

  private Alone encode(RowNetwork network, List<AudioParameters> proposals, int[][] samples) {
    Alone best = null;
    for (AudioParameters parameters : proposals) {
      ModelledBlock coded =
          new AudioSequence(coding, false).encode(network, parameters, samples, 0);
      boolean smaller = best == null || coded.payload().length < best.coded.payload().length;
      best = smaller ? new Alone(parameters, coded) : best;
    }
    return best;
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
    return new AudioSequence(coding, false).decode(network, coded, sink);
  }

  @Override
  public boolean leans(BlockLayout layout) {
    return covers(layout) && layout.channels() <= MOST_CHANNELS;
  }

  @Override
  public int leastGain() {
    return LEAST_GAIN;
  }

  @Override
  public BlockHistory history(BlockLayout layout, LeaningRules rules) {
    return new AudioSequence(coding, true);
  }

  /** A block on its way into or out of its sequence. */
  private record Next<T>(AudioSequence sequence, T block) {

    static <T> List<Next<T>> of(List<BlockHistory> histories, List<T> blocks) {
      return IntStream.range(0, blocks.size())
          .mapToObj(i -> new Next<>((AudioSequence) histories.get(i), blocks.get(i)))
          .toList();
    }
  }

  @Override
  public List<LeaningBlock> encodeNext(List<BlockHistory> histories, List<Block> blocks) {
    return workers.map(
        Next.of(histories, blocks),
        next -> next.block().layout().samples(),
        (network, share) -> share.stream().map(next -> encodeNext(network, next)).toList());
  }

  private LeaningBlock encodeNext(RowNetwork network, Next<Block> next) {
    AudioDecorrelator depth = decorrelator(next.block().layout());
    int[][] samples = depth.centred(next.block().planes());
    List<AudioParameters> proposals = depth.proposals(samples);
    AudioParameters parameters =
        proposals.size() == 1 ? proposals.get(0) : encode(network, proposals, samples).parameters();
    boolean first = next.sequence().isEmpty();
    int head = Math.max(LEAST_HEAD, samples[0].length / HEADS);
    ModelledBlock coded = next.sequence().encode(network, parameters, samples, head);
    int bytes = coded.payload().length;
    if (first) {
      return new LeaningBlock(coded, bytes);
    }
    AudioSequence alone = new AudioSequence(coding, false);
    alone.encode(network, parameters, beginnings(samples, head), head);
    int expected = bytes - next.sequence().headBytes() + alone.headBytes();
    return new LeaningBlock(coded, next.sequence().aloneBytes(bytes, expected));
  }

  private static int[][] beginnings(int[][] samples, int frames) {
    return Arrays.stream(samples)
        .map(channel -> Arrays.copyOf(channel, Math.min(frames, channel.length)))
        .toArray(int[][]::new);
  }

  @Override
  public List<Block> decodeNext(
      List<BlockHistory> histories, List<BlockLayout> layouts, List<byte[]> payloads) {
    return workers.map(
        Next.of(histories, EncodedBlock.of(layouts, payloads)),
        next -> next.block().layout().samples(),
        (network, share) ->
            share.stream()
                .map(next -> next.sequence().decode(network, next.block(), SymbolSink.NONE))
                .toList());
  }

  @Override
  public SurveyedBlock surveyNext(BlockHistory history, BlockLayout layout, byte[] payload) {
    EncodedBlock coded = new EncodedBlock(layout, payload);
    return workers
        .map(
            List.of(coded),
            block -> layout.samples(),
            (network, share) -> survey(network, (AudioSequence) history, coded))
        .get(0);
  }

  private static List<SurveyedBlock> survey(
      RowNetwork network, AudioSequence sequence, EncodedBlock coded) {
    List<PositionCosts> costs = PositionCosts.of(List.of(coded));
    return PositionCosts.join(List.of(sequence.decode(network, coded, costs.get(0))), costs);
  }

  private static AudioDecorrelator decorrelator(BlockLayout layout) {
    return new AudioDecorrelator(layout.bitDepth(), layout.signed());
  }

  @Override
  public void close() {
    workers.close();
  }
}
