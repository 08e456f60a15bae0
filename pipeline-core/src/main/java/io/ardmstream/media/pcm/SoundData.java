package io.ardmstream.media.pcm;

/**
 * Where the samples of a file are, as its header says.
 *
 * @param obstacle why they are not understood; empty if they are
 * @param start offset of the first sample
 * @param bytes of samples, cut at the end of the file
 */
record SoundData(String obstacle, PcmWords words, int channels, int start, int bytes) {
  private static final int MOST_CHANNELS = 255;

  static SoundData refused(String obstacle) {
    return new SoundData(obstacle, PcmWords.ofWav(1, false), 1, 0, 0);
  }

  /**
   * Samples that the header describes.
   *
   * @param frameBytes of a frame
   * @param bytes negative if they go to the end of the file
   */
  static SoundData of(
      PcmWords words, int channels, long frameBytes, long start, long bytes, int fileBytes) {
    if (channels < 1 || channels > MOST_CHANNELS) {
      return refused(channels + " channels, not 1 to 255");
    } else if (!words.sound()) {
      return refused("samples of " + words.bytes() + " bytes");
    } else if (frameBytes != (long) words.bytes() * channels) {
      return refused("frames of " + frameBytes + " bytes that its samples do not fill");
    } else if (start < 0 || start > fileBytes) {
      return refused("samples after its end");
    }
    long there = fileBytes - start;
    long kept = bytes < 0 ? there : Math.min(bytes, there);
    return new SoundData("", words, channels, (int) start, (int) kept);
  }

  int frames() {
    return bytes / (words.bytes() * channels);
  }
}
