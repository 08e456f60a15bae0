package io.ardmstream.training.audio;

import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.Modality;
import io.ardmstream.media.formats.MediaFormats;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jflac.FLACDecoder;
import org.jflac.frame.Frame;
import org.jflac.metadata.StreamInfo;

/** Reads clips to learn from: WAV and FLAC files. */
final class AudioClips {

  /** Samples {@code [channel][frame]}, signed, and their depth. */
  record Clip(int[][] samples, int bitDepth) {}

  private AudioClips() {}

  static boolean isClip(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".wav") || name.endsWith(".flac");
  }

  static Clip read(Path file) throws IOException {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".flac")) {
      return readFlac(file);
    }
    Media media = MediaFormats.parse(Files.readAllBytes(file), MediaOptions.defaults());
    if (media.layout().kind() != Modality.AUDIO || !media.layout().signed()) {
      throw new IOException(file + " has no signed PCM samples; leave it out");
    }
    return new Clip(media.planes(), media.layout().bitDepth());
  }

  private static Clip readFlac(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      FLACDecoder decoder = new FLACDecoder(in);
      decoder.readMetadata();
      StreamInfo info = decoder.getStreamInfo();
      int[][] samples = new int[info.getChannels()][(int) info.getTotalSamples()];
      int at = 0;
      for (Frame frame = decoder.readNextFrame();
          frame != null && at < samples[0].length;
          frame = decoder.readNextFrame()) {
        int count = Math.min(frame.header.blockSize, samples[0].length - at);
        for (int c = 0; c < samples.length; c++) {
          int[] decoded = decoder.getChannelData()[c].getOutput();
          System.arraycopy(decoded, 0, samples[c], at, count);
        }
        at += count;
      }
      return new Clip(samples, info.getBitsPerSample());
    }
  }
}
