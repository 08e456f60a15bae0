package io.ardmstream.transform.audio;

import io.ardmstream.transform.audio.predictor.PredictorSettings;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Digests of the residuals of fixed signals; as a program it prints them, for comparing Java
 * machines.
 */
final class ResidualDigest {

  private ResidualDigest() {}

  /**
   * @param arguments the number of frames of each signal
   */
  public static void main(String[] arguments) {
    System.out.println(ofAll(Integer.parseInt(arguments[0])));
  }

  /** A line for each signal. */
  static String ofAll(int frames) {
    return Arrays.stream(Signals.values())
        .map(signal -> signal + " " + of(signal, frames))
        .collect(Collectors.joining("\n"));
  }

  /** SHA-256 over parameters and residuals of a stereo block, under every published set. */
  private static String of(Signals signal, int frames) {
    int[][] samples = {signal.samples(frames, 16), Signals.TONE.samples(frames, 16)};
    MessageDigest digest = sha256();
    for (int settings = 0; settings < PredictorSettings.published(); settings++) {
      AudioParameters parameters =
          new AudioParameters(settings, 16, new ChannelAnalysis(16).analyse(samples));
      digest.update(parameters.toBytes());
      for (int[] channel : BlockPrediction.residuals(samples, parameters)) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * channel.length);
        bytes.asIntBuffer().put(channel);
        digest.update(bytes);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
