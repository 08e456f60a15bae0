package io.ardmstream.models;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV files of given samples. */
final class WaveFile {

  static final int HEADER = 44;

  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int RATE = 44_100;

  private WaveFile() {}

  /**
   * Integer PCM.
   *
   * @param samples {@code [channel][frame]}, centred on 0
   * @param bits 8, 16, 24 or 32
   */
  static byte[] pcm(int bits, int[]... samples) {
    ByteBuffer file = open(PCM, bits, samples.length, samples[0].length);
    for (int i = 0; i < samples[0].length; i++) {
      for (int[] channel : samples) {
        int value = bits == 8 ? channel[i] + 128 : channel[i];
        for (int shift = 0; shift < bits; shift += 8) {
          file.put((byte) (value >> shift));
        }
      }
    }
    return file.array();
  }

  /** Floating-point PCM, mono. */
  static byte[] floats(float[] samples) {
    ByteBuffer file = open(FLOAT, 32, 1, samples.length);
    for (float sample : samples) {
      file.putFloat(sample);
    }
    return file.array();
  }

  private static ByteBuffer open(int tag, int bits, int channels, int frames) {
    int frame = channels * bits / 8;
    int bytes = frame * frames;
    ByteBuffer file = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(36 + bytes).put(ascii("WAVE")).put(ascii("fmt "));
    file.putInt(16).putShort((short) tag).putShort((short) channels);
    file.putInt(RATE).putInt(RATE * frame).putShort((short) frame).putShort((short) bits);
    return file.put(ascii("data")).putInt(bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
