package io.ardmstream.transform.audio;

import io.ardmstream.transform.audio.predictor.PredictorSettings;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The choices an encoder made for a block of audio: which published parameter set predicts it, and
 * which channels are copies or have few values. Ordinary blocks need a single byte.
 */
public final class AudioParameters {
  private static final int SPECIAL = 0x80;
  private static final int LEAVES_OUT = 0x40;
  private static final int DIFFERENCES = 0x20;
  private static final int SETTINGS = 0x1F;

  private final int settings;
  private final int bitDepth;
  private final List<ChannelCode> channels;
  private final boolean leavesOut;
  private final boolean differences;

  AudioParameters(int settings, int bitDepth, List<ChannelCode> channels) {
    this(settings, bitDepth, channels, false, false);
  }

  private AudioParameters(
      int settings,
      int bitDepth,
      List<ChannelCode> channels,
      boolean leavesOut,
      boolean differences) {
    this.settings = settings;
    this.bitDepth = bitDepth;
    this.channels = List.copyOf(channels);
    this.leavesOut = leavesOut;
    this.differences = differences;
  }

  /** The same, but residuals that are known to be 0 are not coded. */
  AudioParameters leavingOut() {
    boolean any = channels.stream().anyMatch(ChannelCode::leavesNothing);
    return new AudioParameters(settings, bitDepth, channels, any, differences);
  }

  /** The same for channels that are {@link ChannelDifferences}. */
  AudioParameters ofDifferences() {
    return new AudioParameters(settings, bitDepth, channels, leavesOut, true);
  }

  /**
   * What is predicted and coded in place of the samples of a block.
   *
   * @param samples {@code [channel][frame]}, centred on 0; not changed
   */
  public int[][] coded(int[][] samples) {
    return differences ? ChannelDifferences.of(samples, bitDepth) : samples;
  }

  /** The inverse of {@link #coded}, which may change what it is given. */
  public int[][] samples(int[][] coded) {
    if (differences) {
      ChannelDifferences.undo(coded, bitDepth);
    }
    return coded;
  }

  /**
   * The channels whose residuals are coded: all, or, if the block leaves out what is known, those
   * that neither repeat another one nor are constant. At least one, even if that is constant.
   */
  public CodedChannels codedChannels() {
    int[] all = IntStream.range(0, channels.size()).toArray();
    int[] unknown =
        IntStream.of(all).filter(c -> !leavesOut || !channels.get(c).leavesNothing()).toArray();
    return new CodedChannels(unknown.length > 0 ? unknown : new int[1], all.length);
  }

  /**
   * Reads parameters and leaves the buffer behind their last byte. Any bytes are taken for
   * something: damage shows in the checksum of the samples.
   *
   * @param channels number of channels of the block
   * @param bitDepth bits of a sample, 1 to 32
   */
  public static AudioParameters read(ByteBuffer in, int channels, int bitDepth) {
    ParameterReader reader = new ParameterReader(in, bitDepth);
    int head = reader.unsignedByte();
    List<ChannelCode> codes = new ArrayList<>(channels);
    for (int c = 0; c < channels; c++) {
      codes.add((head & SPECIAL) == 0 ? ordinary(bitDepth) : reader.channel());
    }
    int settings = Math.min(head & SETTINGS, PredictorSettings.published() - 1);
    boolean leavesOut = (head & (SPECIAL | LEAVES_OUT)) == (SPECIAL | LEAVES_OUT);
    return new AudioParameters(settings, bitDepth, codes, leavesOut, (head & DIFFERENCES) != 0);
  }

  /** The bytes {@link #read} reads. */
  public byte[] toBytes() {
    ParameterWriter writer = new ParameterWriter();
    boolean special = channels.stream().anyMatch(code -> !code.equals(ordinary(bitDepth)));
    writer.unsignedByte(
        settings
            | (special ? SPECIAL : 0)
            | (leavesOut ? LEAVES_OUT : 0)
            | (differences ? DIFFERENCES : 0));
    if (special) {
      channels.forEach(code -> writer.channel(code, bitDepth));
    }
    return writer.toBytes();
  }

  static ChannelCode ordinary(int bitDepth) {
    return new ChannelCode.Predicted(Progression.full(bitDepth));
  }

  PredictorSettings settings() {
    return PredictorSettings.byId(settings);
  }

  /** Bits of a sample. */
  public int bitDepth() {
    return bitDepth;
  }

  List<ChannelCode> channels() {
    return channels;
  }
}
