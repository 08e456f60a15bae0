package io.ardmstream.transform;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The choices an encoder made for a block of audio: which published parameter set predicts it, and
 * which channels are copies or have few values. Ordinary blocks need a single byte.
 */
public final class AudioParameters {
  private static final int SPECIAL = 0x80;
  private static final int SETTINGS = 0x1F;

  private final int settings;
  private final int bitDepth;
  private final List<ChannelCode> channels;

  AudioParameters(int settings, int bitDepth, List<ChannelCode> channels) {
    this.settings = settings;
    this.bitDepth = bitDepth;
    this.channels = List.copyOf(channels);
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
    return new AudioParameters(settings, bitDepth, codes);
  }

  /** The bytes {@link #read} reads. */
  public byte[] toBytes() {
    ParameterWriter writer = new ParameterWriter();
    boolean special = channels.stream().anyMatch(code -> !code.equals(ordinary(bitDepth)));
    writer.unsignedByte(settings | (special ? SPECIAL : 0));
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

  int bitDepth() {
    return bitDepth;
  }

  List<ChannelCode> channels() {
    return channels;
  }
}
