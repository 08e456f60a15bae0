package io.ardmstream.training.audio;

import io.ardmstream.likelihood.audio.AudioUnit;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Residuals for training elsewhere: compressed by gzip, block after block, numbers of 32 bits,
 * big-endian: channels, frames, the mean loudness of every channel, then the residuals channel by
 * channel.
 */
final class ResidualsFile {

  private ResidualsFile() {}

  static void write(Path file, List<AudioUnit> units) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
      for (AudioUnit unit : units) {
        write(out, unit);
      }
    }
  }

  private static void write(DataOutputStream out, AudioUnit unit) throws IOException {
    out.writeInt(unit.channels());
    out.writeInt(unit.planes()[0].length);
    for (int loudness : unit.meanLoudness()) {
      out.writeInt(loudness);
    }
    for (int[] plane : unit.planes()) {
      for (int residual : plane) {
        out.writeInt(residual);
      }
    }
  }
}
