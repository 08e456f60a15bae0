package io.ardmstream.likelihood.audio;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.likelihood.EncodedBlock;
import io.ardmstream.likelihood.SymbolSink;
import io.ardmstream.likelihood.mixed.ValueBitCoder;
import io.ardmstream.likelihood.mixed.ValueBitDecoder;
import io.ardmstream.likelihood.mixed.ValueBitEncoder;
import io.ardmstream.network.RowNetwork;
import io.ardmstream.transform.audio.AudioDecorrelator;
import io.ardmstream.transform.audio.AudioParameters;
import io.ardmstream.transform.audio.RankPredictor;
import io.ardmstream.transform.audio.RankedChannels;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Blocks of one sound, one after another: each of its channels goes on with what it has learnt, as
 * if the blocks were one. A block alone is a sequence of one.
 */
final class AudioSequence implements BlockHistory {
  /** What is known of a channel after the last block that it was coded in. */
  private record Channel(RankPredictor predictor, RankMemory memory) {}

  /** Blocks of which the estimate is a mean. */
  private static final int REMEMBERED = 4;

  private final RankCoding coding;
  private final boolean goesOn;
  private Channel[] channels = {};
  private int headBytes;

  /** Bytes of the last blocks, and about what they would have taken alone. */
  private long lately;

  private long latelyAlone;

  /**
   * A sequence without blocks.
   *
   * @param goesOn whether it is to have more than one
   */
  AudioSequence(RankCoding coding, boolean goesOn) {
    this.coding = coding;
    this.goesOn = goesOn;
  }

  boolean isEmpty() {
    return channels.length == 0;
  }

  /** Bytes that the head of the last encoded block took. */
  int headBytes() {
    return headBytes;
  }

  /**
   * Codes the next block.
   *
   * @param ofBlock samples, centred on 0
   * @param head frames at its beginning whose bytes are counted
   */
  ModelledBlock encode(RowNetwork network, AudioParameters parameters, int[][] ofBlock, int head) {
    int[][] samples = parameters.coded(ofBlock);
    int frames = samples[0].length;
    RankedChannels ranked = open(parameters, samples);
    ValueBitEncoder port = new ValueBitEncoder(coding.base(), 1 << parameters.bitDepth());
    byte[] header = parameters.toBytes();
    ByteBuffer payload = ByteBuffer.allocate(header.length + samples.length);
    payload.put(header);
    headBytes = 0;
    ResidualHistory before = null;
    for (int c = 0; c < samples.length; c++) {
      if (ranked.coded(c)) {
        RankPredictor predictor = predictor(ranked, c);
        var predictions = new Predictions.Recorded(predictor, ranked, c, frames);
        int loudness = meanLoudness(ranked, c, frames, predictions);
        payload.put((byte) loudness);
        Channel channel = channel(c, predictor, frames, loudness);
        RankPass pass = pass(network, predictions, ranked.ranks(c), channel, before, port);
        int begin = port.length();
        for (int t = 0; t < frames; t++) {
          headBytes += t == head ? port.length() - begin : 0;
          pass.pass(t, ranked.rank(c, t));
        }
        headBytes += head >= frames ? port.length() - begin : 0;
        before = channel.memory.residuals;
      }
    }
    byte[] decisions = port.finish();
    byte[] whole = Arrays.copyOf(payload.array(), payload.position() + decisions.length);
    System.arraycopy(decisions, 0, whole, payload.position(), decisions.length);
    return new ModelledBlock(whole, port.bits().total(), port.bits().byStage());
  }

  private static int meanLoudness(
      RankedChannels ranked, int channel, int frames, Predictions.Recorded predictions) {
    int[] residuals = new int[frames];
    for (int t = 0; t < frames; t++) {
      residuals[t] = RankPass.residual(ranked.rank(channel, t), predictions.at(t));
    }
    return AudioUnit.meanLoudness(residuals);
  }

  /**
   * Decodes the next block.
   *
   * @param sink is told what everything costs
   */
  Block decode(RowNetwork network, EncodedBlock coded, SymbolSink sink) {
    BlockLayout layout = coded.layout();
    ByteBuffer in = ByteBuffer.wrap(coded.payload());
    AudioParameters parameters = AudioParameters.read(in, layout.channels(), layout.bitDepth());
    RankedChannels ranked = open(parameters, new int[layout.channels()][layout.width()]);
    int[] loudness = new int[layout.channels()];
    for (int c = 0; c < loudness.length; c++) {
      if (ranked.coded(c)) {
        loudness[c] = in.hasRemaining() ? Math.min(in.get() & 0xff, Loudness.LARGEST) : 0;
      }
    }
    ValueBitDecoder port =
        new ValueBitDecoder(new BinaryDecoder(coded.payload(), in.position()), sink);
    ResidualHistory before = null;
    for (int c = 0; c < layout.channels(); c++) {
      if (ranked.coded(c)) {
        RankPredictor predictor = predictor(ranked, c);
        Predictions predictions = new Predictions.Live(predictor, ranked, c);
        Channel channel = channel(c, predictor, layout.width(), loudness[c]);
        RankPass pass = pass(network, predictions, ranked.ranks(c), channel, before, port);
        for (int t = 0; t < layout.width(); t++) {
          port.at(t);
          pass.pass(t, 0);
        }
        before = channel.memory.residuals;
      } else {
        ranked.restore(c);
      }
    }
    AudioDecorrelator depth = new AudioDecorrelator(layout.bitDepth(), layout.signed());
    return new Block(layout, depth.original(parameters.samples(ranked.samples())));
  }

  /**
   * About what a block would take alone, by what leaning brought the last blocks: the beginning of
   * a single one says too little.
   *
   * @param bytes that the block takes
   * @param alone what its beginning lets expect
   */
  long aloneBytes(int bytes, int alone) {
    lately += bytes - lately / REMEMBERED;
    latelyAlone += alone - latelyAlone / REMEMBERED;
    return Math.multiplyExact(bytes, latelyAlone) / Math.max(1, lately);
  }

  private RankedChannels open(AudioParameters parameters, int[][] samples) {
    if (isEmpty()) {
      channels = new Channel[samples.length];
    }
    return new RankedChannels(parameters, samples);
  }

  private RankPredictor predictor(RankedChannels ranked, int channel) {
    if (channels[channel] == null) {
      return ranked.predictor(channel, goesOn, coding.sets());
    }
    ranked.goOn(channels[channel].predictor, channel);
    return channels[channel].predictor;
  }

  private Channel channel(int channel, RankPredictor predictor, int frames, int loudness) {
    if (channels[channel] == null) {
      RankMemory memory = new RankMemory(predictor.count(), frames, loudness);
      channels[channel] = new Channel(predictor, memory);
    } else {
      channels[channel].memory.residuals.next(frames, loudness);
    }
    return channels[channel];
  }

  private RankPass pass(
      RowNetwork network,
      Predictions predictions,
      int ranks,
      Channel channel,
      ResidualHistory before,
      ValueBitCoder port) {
    return new RankPass(network, coding.head(), predictions, ranks, channel.memory, before, port);
  }
}
