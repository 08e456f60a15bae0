package io.ardmstream.media;

/** Samples that stand channel after channel, frame after frame. */
public record Interleaving(SampleFormat format, int channels) {

  /** Bytes of all channels of one frame or pixel. */
  public int frameBytes() {
    return format.bytes() * channels;
  }

  public int[][] read(byte[] file, int offset, int frames) {
    int[][] planes = new int[channels][frames];
    for (int c = 0; c < channels; c++) {
      format.read(file, offset + c * format.bytes(), frameBytes(), planes[c], 0, frames);
    }
    return planes;
  }

  public void write(int[][] planes, byte[] file, int offset) {
    for (int c = 0; c < channels; c++) {
      int[] plane = planes[c];
      format.write(plane, 0, plane.length, file, offset + c * format.bytes(), frameBytes());
    }
  }
}
